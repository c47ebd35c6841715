#!/usr/bin/env bash
# Writes what the compiler sees as new or gone in the public surface into PublicAPI.Unshipped.txt, for a human to review in the diff.
#   eng/public-api.sh [PROJECT_DIR ...]     default: every project under src/
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- src/*/
for project in "$@"; do
  project=${project%/}
  log=$(mktemp)
  printf '#nullable enable\n' > "$project/PublicAPI.Unshipped.txt"
  dotnet build "$project" --nologo -v quiet -p:WarningsNotAsErrors=RS0016 -p:TreatWarningsAsErrors=false > "$log" 2>&1 || true
  {
    printf '#nullable enable\n'
    sed -n "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" "$log" | LC_ALL=C sort -u
  } > "$project/PublicAPI.Unshipped.txt"
  rm -f "$log"
  echo "$project: $(($(wc -l < "$project/PublicAPI.Unshipped.txt") - 1)) symbols"
done

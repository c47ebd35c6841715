#!/usr/bin/env bash
# Builds everything and runs every test; ends with a line "N passed, N failed" counted from the result files.
#   eng/test.sh           all of it
#   eng/test.sh --quick   without a browser, a publish or other processes
set -uo pipefail
cd "$(dirname "$0")/.."

quick=
case "${1-}" in
  --quick) quick=1 ;;
  '') ;;
  *) echo "usage: eng/test.sh [--quick]" >&2; exit 2 ;;
esac

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
results=$PWD/artifacts/test-results
rm -rf "$results"
mkdir -p "$results"
status=0

fail() { echo "eng/test.sh: $1" >&2; status=1; }

if [ -z "$quick" ]; then
  eng/install-chromium.sh || fail "Chromium could not be installed"
fi

if ! dotnet build ErrorTelemetry.sln -c Release --nologo -v quiet; then
  echo "eng/test.sh: the build failed" >&2
  echo "0 passed, 1 failed"
  exit 1
fi

arguments=(--solution ErrorTelemetry.sln -c Release --no-build --no-restore --results-directory "$results" --report-xunit-trx --ignore-exit-code 8)
[ -z "$quick" ] || arguments+=(--filter-not-trait Category=Slow)
dotnet test "${arguments[@]}" || fail "a test failed"

if [ -z "$quick" ]; then
  for script in eng/lint-workflows.sh eng/interop.sh eng/aot.sh; do
    if [ -x "$script" ]; then
      "$script" || fail "$script failed"
    fi
  done
fi

# Counted from what the runner wrote, not from what it printed.
read -r passed failed skipped < <(
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*>' | awk '
    { passed += value("passed"); failed += value("failed") + value("error"); skipped += value("notExecuted") }
    function value(name,   part) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    END { print passed + 0, failed + 0, skipped + 0 }')

[ "$passed" -gt 0 ] || fail "no test ran"
[ "$failed" -eq 0 ] || status=1
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
exit "$status"

#!/usr/bin/env bash
# Keeps the local Firestore server honest: Google's own Node client runs over everything that the store relies on, reads what the store wrote,
# and writes what the store reads.
#   eng/interop.sh [CONFIGURATION]      default: Release, as eng/test.sh builds it
# Without Node it is left out; CI (CI=true) requires it.
set -euo pipefail
cd "$(dirname "$0")/.."
configuration=${1:-Release}

if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
  echo "eng/interop.sh: Node is not installed" >&2
  [ "${CI-}" != true ] || exit 1
  exit 0
fi

work=$(mktemp -d)
server=
cleanup() {
  [ -z "$server" ] || kill "$server" 2> /dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

for project in FirestoreServer FirestoreLoad; do
  dotnet build "tests/ErrorTelemetry.$project" -c "$configuration" --nologo -v quiet
done
program() { echo "$PWD/tests/ErrorTelemetry.$1/bin/$configuration/net10.0/ErrorTelemetry.$1.dll"; }

cp tests/interop/package.json tests/interop/.npmrc tests/interop/interop.mjs "$work"
(cd "$work" && npm install --silent --ignore-scripts)

dotnet "$(program FirestoreServer)" --port 0 > "$work/server.out" &
server=$!
for _ in $(seq 100); do
  grep -q FIRESTORE_EMULATOR_HOST "$work/server.out" && break
  sleep 0.1
done
export "$(grep FIRESTORE_EMULATOR_HOST "$work/server.out")"

load=$(program FirestoreLoad)
# The client need not look for a cloud around it.
export METADATA_SERVER_DETECTION=none
(cd "$work" && node interop.mjs "$load")

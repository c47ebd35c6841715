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

# No run takes a third of its bound; a test that waits for ever must not hold up whoever waits for the whole.
bounded() {
  if command -v timeout > /dev/null; then
    timeout --kill-after=30 "$@"
  else
    "${@:2}"
  fi
}

arguments=(--solution ErrorTelemetry.sln -c Release --no-build --no-restore --results-directory "$results" --report-xunit-trx --ignore-exit-code 8)
[ -z "$quick" ] || arguments+=(--filter-not-trait Category=Slow)
WithoutEndToEnd=true bounded 30m dotnet test "${arguments[@]}" || fail "a test failed, or did not end"

# Those with a browser run alone. What drives the browser can stop answering for good; then, and only then, they run once more. What runs for two minutes is named.
end_to_end() {
  bounded 15m tests/ErrorTelemetry.EndToEnd.Tests/bin/Release/net10.0/ErrorTelemetry.EndToEnd.Tests \
    -noColor -noLogo -longRunning 120 -result-trx "$results/EndToEnd.trx" ${quick:+-trait- Category=Slow}
}

end_to_end
ended=$?
if [ "$ended" -eq 124 ] || [ "$ended" -eq 137 ]; then
  echo "eng/test.sh: the end-to-end tests did not end; once more" >&2
  end_to_end
  ended=$?
fi
[ "$ended" -eq 0 ] || fail "an end-to-end test failed, or did not end"

if [ -z "$quick" ]; then
  for script in eng/lint-workflows.sh eng/interop.sh eng/aot.sh; do
    if [ -x "$script" ]; then
      bounded 15m "$script" || fail "$script failed, or did not end"
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

#!/usr/bin/env bash
# Measures what ErrorTelemetry costs a host: real Kestrel processes under the same load, bare, with ErrorTelemetry, and with a peer.
#   eng/perf.sh                    all cases, 5 rounds of 3 s
#   eng/perf.sh --quick            one round of 1 s, within a minute
#   eng/perf.sh --json             one line per row and host instead of the table
#   eng/perf.sh --save FILE        the table as Markdown, too
#   eng/perf.sh --storm COUNT      memory, counts, and a healthy page meanwhile, through COUNT identical and COUNT distinct errors, also with a full disk
#   eng/perf.sh --start-up ROUNDS  what a new process takes until its first answer, bare and with telemetry
#   eng/perf.sh --benchmarks       the steps one by one (BenchmarkDotNet); --save FILE writes them as Markdown
# Ends with 1 if an error is missing from the counts.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

if [ "${1-}" = --benchmarks ]; then
  shift
  dotnet build perf/ErrorTelemetry.Benchmarks -c Release --nologo -v quiet >&2
  exec perf/ErrorTelemetry.Benchmarks/bin/Release/net10.0/ErrorTelemetry.Benchmarks "$@"
fi

if ! command -v wrk >/dev/null; then
  sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  { $sudo apt-get update -qq && $sudo apt-get install -y -qq wrk; } >&2
fi

dotnet build perf/ErrorTelemetry.LoadTest -c Release --nologo -v quiet >&2
exec perf/ErrorTelemetry.LoadTest/bin/Release/net10.0/ErrorTelemetry.LoadTest "$@"

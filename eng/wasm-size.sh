#!/usr/bin/env bash
# Publishes the smallest WebAssembly app twice, trimmed, without and with ErrorTelemetry, and compares what a browser downloads (brotli).
# Fails on a trim warning and when the growth is over the limit.
#   eng/wasm-size.sh [LIMIT_KIB]     default: 40
set -euo pipefail
cd "$(dirname "$0")/.."
limit=$((${1:-40} * 1024))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

publish() {
  cp -r eng/wasm-size "$work/$1"
  # Two copies below the repository's own rules, so that neither sees what the other has built.
  cp Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig global.json "$work/"
  sed -i "s|\.\./\.\./src/|$PWD/src/|" "$work/$1/WasmSize.csproj"
  dotnet publish "$work/$1/WasmSize.csproj" -c Release -o "$work/$1/out" -p:WithTelemetry="$1" --nologo -v quiet 2>&1 | tee "$work/$1.log" >&2
  if grep -E '(warning|error) IL[0-9]+' "$work/$1.log" | grep -q ErrorTelemetry; then
    echo "trim warnings: see above" >&2
    exit 1
  fi
  find "$work/$1/out/wwwroot" -name '*.br' -printf '%s\n' | awk '{ sum += $1 } END { print sum }'
}

without=$(publish false)
with=$(publish true)
growth=$((with - without))
echo "without: $without bytes, with: $with bytes, growth: $growth bytes (limit $limit)"
[ "$growth" -le "$limit" ]

#!/usr/bin/env bash
# Publishes a minimal API with ErrorTelemetry and SQLite as native code (warnings are errors), runs it, breaks it, and reads its database with the tool.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

if ! command -v clang >/dev/null; then
  sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  { $sudo apt-get update -qq && $sudo apt-get install -y -qq clang zlib1g-dev; } >&2
fi

work=$(mktemp -d)
app=
trap '[ -z "$app" ] || kill "$app" 2>/dev/null || true; rm -rf "$work"' EXIT

# A copy below the repository's own rules, so that nothing is left in the tree.
cp -r eng/aot "$work/app"
cp Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig global.json "$work/"
sed -i "s|\.\./\.\./src/|$PWD/src/|" "$work/app/Aot.csproj"
dotnet publish "$work/app/Aot.csproj" -c Release -o "$work/out" -warnaserror --nologo -v quiet >&2
dotnet build src/ErrorTelemetry.Tool -c Release --nologo -v quiet >&2
tool=$PWD/$(ls -d src/ErrorTelemetry.Tool/bin/Release/net*/ | tail -1)error-telemetry.dll

cd "$work/out"
ASPNETCORE_URLS=http://127.0.0.1:0 ./Aot >"$work/log" 2>&1 &
app=$!
until url=$(grep -om1 'http://127[0-9.:]*' "$work/log"); do
  kill -0 "$app" || { cat "$work/log" >&2; exit 1; }
  sleep 0.1
done
thrown=$(curl -s -o /dev/null -w '%{http_code}' "$url/throw")
posted=$(curl -s -o /dev/null -w '%{http_code}' "$url/api/telemetry/error" -H 'Content-Type: application/json' \
  -d '{"eventId":"8f14e45f-5b1d-4c7e-9a3f-0242ac130003","type":"TypeError","message":"x is not a function"}')
kill -TERM "$app"
wait "$app"
app=
[ "$thrown $posted" = '500 202' ] || { echo "answered $thrown and $posted, not 500 and 202" >&2; exit 1; }

groups=$(dotnet "$tool" groups --sqlite errors.db --json)
for error in 'The cart is empty.' 'x is not a function'; do
  grep -qF "$error" <<<"$groups" || { echo "not stored: $error" >&2; echo "$groups" >&2; exit 1; }
done
echo "native: $(stat -c %s Aot) bytes, both errors stored"

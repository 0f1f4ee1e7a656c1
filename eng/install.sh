#!/usr/bin/env bash
# Installs the Debian packages that are missing: install.sh PACKAGE…
# Says in one line what it installs; says nothing where nothing is missing.
set -euo pipefail

missing=()
for package in "$@"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "Please install what Debian calls ${missing[*]} (see README.md, Requirements)." >&2
  exit 1
fi

echo "Installing Debian packages: ${missing[*]}"
root=()
[ "$(id -u)" = 0 ] || root=(sudo)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
bounded=$(dirname "$0")/bounded.sh
if ! { "$bounded" 10m "${root[@]}" apt-get update -q && "$bounded" 20m "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
       apt-get install -qy --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "apt-get could not install ${missing[*]}." >&2
  exit 1
fi

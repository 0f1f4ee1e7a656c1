#!/usr/bin/env bash
# Builds and tests: test.sh [--all]. Without --all, the tests of the long tier stay out.
# The last line is "N passed, N failed" over all test projects.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(libgdal32 gdal-bin chromium python3-nbformat python3-jupyter-client iproute2)
[ "${1:-}" != --all ] || packages+=(jupyter-nbconvert python3-rasterio python3-geopandas)
eng/install.sh "${packages[@]}"

eng/kernel.sh
dotnet build Up42.Interactive.sln --nologo -v quiet

tier=(-trait- Tier=Long) limit=15m
[ "${1:-}" != --all ] || { tier=(); limit=120m; }

# No run waits for ever: after the limit the test process gets SIGTERM, half a minute later SIGKILL.
bounded() { if command -v timeout >/dev/null; then timeout --kill-after=30s "$limit" "$@"; else "$@"; fi; }

passed=0 failed=0 skipped=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  log=artifacts/test-results/$name.log
  mkdir -p "${log%/*}"
  ended=0
  bounded "artifacts/bin/$name/debug/$name" -noColor -noLogo "${tier[@]}" >"$log" 2>&1 || ended=$?
  grep -vE '^  (Discover|Start|Finish)' "$log" || true
  [ $ended != 124 ] || echo "$name did not end within $limit and was stopped."

  count() { sed -nE "s/.* $1: ([0-9]+).*/\1/p" "$log" | tail -n 1 | grep . || echo 0; }
  total=$(count Total) bad=$(($(count Errors) + $(count Failed)))
  # A runner that counted no test, or ended badly without counting a failure, is a failure of its own.
  if [ "$total" = 0 ] || { [ $ended != 0 ] && [ $bad = 0 ]; }; then
    echo "$name ended with $ended after $total tests."
    bad=$((bad + 1))
  fi
  skips=$(count Skipped)
  failed=$((failed + bad)) skipped=$((skipped + skips)) passed=$((passed + total - $(count Failed) - skips))
done

if [ $skipped = 0 ]; then echo "$passed passed, $failed failed"; else echo "$passed passed, $failed failed, $skipped skipped"; fi
[ $failed = 0 ]

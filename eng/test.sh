#!/usr/bin/env bash
# Builds and tests: test.sh [--all]. Without --all, the tests of the long tier stay out.
# The last line is "N passed, N failed" over all test projects.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(libgdal32 gdal-bin python3-gdal chromium python3-nbformat python3-jupyter-client iproute2)
[ "${1:-}" != --all ] || packages+=(jupyter-nbconvert python3-rasterio python3-geopandas r-cran-terra)
eng/install.sh "${packages[@]}"

eng/kernel.sh
eng/bounded.sh 20m dotnet build Up42.Interactive.sln --nologo -v quiet

tier=(-trait- Tier=Long) limit=25m
[ "${1:-}" != --all ] || { tier=(); limit=120m; }

passed=0 failed=0 skipped=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  log=artifacts/test-results/$name.log
  mkdir -p "${log%/*}"
  ended=0
  eng/bounded.sh "$limit" "artifacts/bin/$name/debug/$name" -noColor -noLogo "${tier[@]}" >"$log" 2>&1 || ended=$?
  grep -vE '^  (Discover|Start|Finish)' "$log" || true

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

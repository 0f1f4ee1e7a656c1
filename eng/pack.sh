#!/usr/bin/env bash
# Packs every project of src: pack.sh [FOLDER]. Libraries with their symbols, and the tool up42; artifacts/packages without a folder.
set -euo pipefail
cd "$(dirname "$0")/.."

output=${1:-artifacts/packages}
mkdir -p "$output"
rm -f "$output"/*.nupkg "$output"/*.snupkg

# The paths of this machine stay out of what is packed.
export ContinuousIntegrationBuild=true
for project in src/*/; do
  dotnet pack "$project" -c Release --nologo -v quiet -o "$output"
done
ls "$output"

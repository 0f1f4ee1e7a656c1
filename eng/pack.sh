#!/usr/bin/env bash
# Packs every project of src: pack.sh [FOLDER]. Libraries with their symbols, and the tool up42; artifacts/packages without a folder.
# Only what this writes is replaced there.
set -euo pipefail
cd "$(dirname "$0")/.."

output=${1:-artifacts/packages}
mkdir -p "$output"

# Objects of its own, so that nothing of another build is packed; the paths of this machine stay out of it.
for project in src/*/; do
  [ "$project" != src/Up42.Interactive.KernelExtension/ ] || continue   # a file of Up42.Interactive's package
  eng/bounded.sh 10m dotnet pack "$project" -c Release --nologo -v quiet -o "$output" \
    -p:ArtifactsPath="$PWD/artifacts/pack" -p:ContinuousIntegrationBuild=true
done
ls "$output"

cat <<END

A notebook in notebooks/ finds these by itself. Elsewhere its first line says where they are:
#i "nuget:$(cd "$output" && pwd)"
END

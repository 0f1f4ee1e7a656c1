#!/usr/bin/env bash
# The API reference, made from the XML documentation of the library, the sandbox and the Google Cloud bucket: artifacts/reference/index.html.
# With --serve it stays to be looked at on http://localhost:8080, where searching works too.
set -euo pipefail
cd "$(dirname "$0")/.."

tool=artifacts/tools/docfx
[ -x "$tool" ] || dotnet tool install docfx --version 2.81.0 --tool-path artifacts/tools >/dev/null
for project in Up42.Interactive Up42.Interactive.Sandbox Up42.Interactive.GoogleCloud; do
  dotnet build "src/$project" --nologo -v quiet
done

source=artifacts/reference-source
rm -rf "$source" artifacts/reference
mkdir -p "$source"
cat >"$source/toc.yml" <<'TOC'
- name: API
  href: api/
TOC
cat >"$source/index.md" <<'INDEX'
# Up42.Interactive

Everything a cell types is in the namespace [Up42.Interactive](api/Up42.Interactive.yml). Good places to begin:
<xref:Up42.Interactive.Up42Client>, <xref:Up42.Interactive.JobResults>, <xref:Up42.Interactive.ResultPlots>, <xref:Up42.Interactive.ResultMaps>,
<xref:Up42.Interactive.FeatureTable>, <xref:Up42.Interactive.RasterFile>.
INDEX

"$tool" metadata eng/docfx.json --warningsAsErrors
"$tool" build eng/docfx.json --warningsAsErrors
echo "artifacts/reference/index.html"
[ "${1:-}" != --serve ] || exec "$tool" serve artifacts/reference

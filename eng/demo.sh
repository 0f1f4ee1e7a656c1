#!/usr/bin/env bash
# Makes a scene, reports on it and prints where the page is.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install.sh libgdal32
dotnet build src/Up42.Interactive.Cli --nologo -v quiet

up42=artifacts/bin/Up42.Interactive.Cli/debug/up42
mkdir -p artifacts/demo
[ -f artifacts/demo/scene.tgz ] || $up42 sandbox scene -o artifacts/demo/scene.tgz
$up42 report artifacts/demo/scene.tgz -o artifacts/demo/report.html

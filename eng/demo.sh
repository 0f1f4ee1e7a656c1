#!/usr/bin/env bash
# Makes a scene, reports on it and prints where the page is.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install.sh libgdal32
dotnet build src/Up42.Interactive.Cli --nologo -v quiet

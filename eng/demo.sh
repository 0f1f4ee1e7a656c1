#!/usr/bin/env bash
# Runs the quickstart notebook against a sandbox of its own and reports on its job: artifacts/demo.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install.sh libgdal32
dotnet build src/Up42.Interactive.Cli --nologo -v quiet
exec artifacts/bin/Up42.Interactive.Cli/debug/up42 demo -o artifacts/demo

#!/usr/bin/env bash
# Runs the quickstart notebook against a sandbox of its own and reports on its job: artifacts/demo.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install.sh libgdal32
eng/bounded.sh 10m dotnet build src/Up42.Interactive.Cli --nologo -v quiet
exec eng/bounded.sh 15m artifacts/bin/Up42.Interactive.Cli/debug/up42 demo -o artifacts/demo

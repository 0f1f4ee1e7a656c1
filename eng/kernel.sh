#!/usr/bin/env bash
# Installs .NET Interactive's kernel, its last release, for the tests that run in it: artifacts/tools/dotnet-interactive.
set -euo pipefail
cd "$(dirname "$0")/.."

version=1.0.712001
[ -d "artifacts/tools/.store/microsoft.dotnet-interactive/$version" ] && exit 0
eng/bounded.sh 10m dotnet tool update Microsoft.dotnet-interactive --version "$version" --tool-path artifacts/tools >/dev/null

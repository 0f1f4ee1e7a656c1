#!/usr/bin/env bash
# Speed and memory against GDAL's own programs, GeoPandas, curl and tar: bench.sh [--pairs N] [ROW…], or the bytes of each display: bench.sh sizes
# The scenes (3 GB) and features (1 GB) are made once and kept in artifacts/bench, or where UP42_BENCH says.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install.sh curl libgdal32 gdal-bin time python3-geopandas python3-gdal r-cran-terra
eng/bounded.sh 10m dotnet build bench/Up42.Interactive.Bench -c Release --nologo -v quiet
eng/bounded.sh 10m dotnet build src/Up42.Interactive.Cli -c Release --nologo -v quiet
exec artifacts/bin/Up42.Interactive.Bench/release/Up42.Interactive.Bench "$@"

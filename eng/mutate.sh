#!/usr/bin/env bash
# Mutations: mutate.sh [--seed N] [--count N] [--spare SECONDS] ROOM... puts N small faults into each room, one at a time, and counts those that the room's own tests notice.
# Works in a copy of what git tracks, which it removes at the end. Rooms: Rasters Tables Results Archives Transfers Http.
set -euo pipefail
cd "$(dirname "$0")/.."

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir "$copy/repository" "$copy/temp"
git ls-files -z | xargs -0 cp --parents -t "$copy/repository"
[ ! -d ../shared ] || ln -s "$(realpath ../shared)" "$copy/shared"

TMPDIR=$copy/temp dotnet run --project eng/mutations -- "$copy/repository" "$@"

#!/usr/bin/env bash
# Runs all tutorials, two at a time, and writes artifacts/gallery: each as a notebook with its outputs and as a page, and index.html to choose from.
# With --docs the executed copies in docs/ are made anew.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install.sh libgdal32
eng/bounded.sh 10m dotnet build src/Up42.Interactive.Cli --nologo -v quiet
export PATH="$PWD/artifacts/bin/Up42.Interactive.Cli/debug:$PATH"

gallery=$PWD/artifacts/gallery
rm -rf "$gallery"
mkdir -p "$gallery"
cp notebooks/0[2-9]-*.ipynb notebooks/1*-*.ipynb "$gallery"

# Says a line for each that ends, and all that was said where one fails.
run() {
  local name=$1 log=$gallery/$1.log
  shift
  if "$@" >"$log" 2>&1; then echo "$name"; rm "$log"; else cat "$log" >&2; return 1; fi
}
export -f run
export gallery

{
  echo 'run 01-quickstart eng/bounded.sh 15m up42 demo -o "$gallery"'
  for notebook in "$gallery"/*.ipynb; do
    name=$(basename "$notebook" .ipynb)
    echo "run $name eng/bounded.sh 15m up42 run '$notebook' -o '$notebook' --html '$gallery/$name.html'"
  done
} | xargs -P 2 -d '\n' -I{} bash -c '{}'

dotnet run eng/gallery.cs -- "$gallery"

# For people who look on the web: copies with their outputs, without this machine's folders.
if [ "${1:-}" = --docs ]; then
  for name in 01-quickstart 05-maps; do sed "s|$gallery/||g" "$gallery/$name.ipynb" >"docs/$name.ipynb"; done
fi

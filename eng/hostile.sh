#!/usr/bin/env bash
# Time and peak memory of the worst inputs known, each in a process of its own: hostile.sh [INPUT…]
# A report (of folders and archives) or a run (of notebooks) ends within 10 s of the processor and 1 GB, or in a sentence; other ends are failures.
# Inputs called honest-… are large and harmless: they are shown, however long it takes.
# UP42_HOSTILE names a folder in which the inputs are kept for the next run.
set -euo pipefail
cd "$(dirname "$0")/.."

eng/install.sh libgdal32 gdal-bin python3 time
eng/bounded.sh 10m dotnet build src/Up42.Interactive.Cli -c Release --nologo -v quiet
release=$PWD/artifacts/bin/Up42.Interactive.Cli/release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export UP42_CACHE=$work/cache
inputs=${UP42_HOSTILE:-$work/in}
mkdir -p "$inputs"
for part in tables rasters archives notebooks sums; do
  [ -e "$inputs/$part.made" ] || eng/bounded.sh 15m python3 "eng/hostile/$part.py" "$inputs" "$release"
  touch "$inputs/$part.made"
done

failed=0
echo '| Input | Ends | Processor s | Seconds | Peak MB | Output kB |'
echo '|---|---|---:|---:|---:|---:|'
for input in "$inputs"/*.tgz "$inputs"/*.zip "$inputs"/notebooks/*.ipynb "$inputs"/*/; do
  name=$(basename "$input")
  [ "$name" != notebooks ] || continue
  [ $# = 0 ] || [[ " $* " == *" ${name%.*} "* ]] || continue
  case $name in
    value-that-blocks.ipynb) command=(run "$input" --timeout 30 --html "$work/out.html") ;;
    *.ipynb) command=(run "$input" --html "$work/out.html") ;;
    *) command=(report "${input%/}" -o "$work/out.html") ;;
  esac
  rm -f "$work/out.html"
  code=0
  (
    [[ $name == honest-* ]] || ulimit -t 60
    timeout 300 /usr/bin/time -f '%U %S %e %M' -o "$work/time" "$release/up42" "${command[@]}" > /dev/null 2> "$work/error"
  ) || code=$?
  read -r user system seconds kilobytes < <(tail -n 1 "$work/time")
  busy=$(awk "BEGIN { print $user + $system }")
  size=$(( $(stat -c %s "$work/out.html" 2> /dev/null || echo 0) / 1000 ))
  case $code in
    0) end='shown' ;;
    1) end="refused: $(grep -m 1 -oE '(up42: |failed: ).*' "$work/error" | sed "s#$inputs/##g" | cut -c 1-120)" ;;
    *) end="**code $code**"; failed=1 ;;
  esac
  [[ $name == honest-* ]] || awk -v s="$busy" -v k="$kilobytes" 'BEGIN { exit s <= 10 && k <= 1048576 ? 0 : 1 }' || failed=1
  echo "| ${name%.*} | $end | $busy | $seconds | $((kilobytes / 1024)) | $size |"
done
exit $failed

#!/usr/bin/env bash
# How fast `holdline run` is on this machine: whole process, one policy, NDJSON in and out. Called by `make bench`.
# Reads recorded dialogues from $HOLDLINE_DATA (*.events.ndjson) where there are any, else the working day the project ships.
set -euo pipefail
holdline=$(realpath "${1:-.build/release/holdline}")
cd "$(dirname "$0")/.."
policy=Policies/contact-safety/contact-safety.policy.yaml
data=${HOLDLINE_DATA:-../shared/data}
files=("$data"/*.events.ndjson)
[ -e "${files[0]}" ] || files=(Policies/demo/working-day.events.ndjson)

printf '%-34s %10s %12s %10s\n' file events events/s seconds
for file in "${files[@]}"; do
  events=$(wc -l <"$file")
  times=()
  for _ in 1 2 3 4 5; do
    start=$(date +%s%N)
    "$holdline" run "$policy" "$file" --quiet >/dev/null 2>&1
    times+=($(($(date +%s%N) - start)))
  done
  median=$(printf '%s\n' "${times[@]}" | sort -n | sed -n 3p)
  printf '%-34s %10d %12d %10s\n' "$(basename "$file")" "$events" $((events * 1000000000 / median)) \
    "$(printf '%d.%03d' $((median / 1000000000)) $((median / 1000000 % 1000)))"
done

#!/usr/bin/env bash
# Shows the main job: one working day, what people had to do, one case, all cases. Called by `make demo`.
set -euo pipefail
holdline=$(realpath "${1:-.build/release/holdline}")
cd "$(dirname "$0")/.."
policy=contact-safety/contact-safety.policy.yaml
day=demo/working-day.events.ndjson
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
log="$folder/cases.sqlite"

title() { printf '\n\033[1m%s\033[0m\n' "$1"; }

title "1. The policy is checked, and its scenarios pass"
"$holdline" check contact-safety
"$holdline" test contact-safety

title "2. A working day runs through it, and every case is recorded"
"$holdline" run "$policy" "$day" --until 2026-11-12T18:00:00Z --audit "$log" --format text >"$folder/day.txt"
awk '/^contact c-1004,/{show=1} /^contact c-100[^4]/{show=0} show && ++lines <= 24' "$folder/day.txt"
echo "  … $(grep -c . "$folder/day.txt") lines for the whole day"

title "3. That case, as a timeline somebody outside can read"
"$holdline" audit show "$log" c-1005

title "4. The day's cases: who, when, how bad, where it ended, what was missed"
"$holdline" audit cases "$log"

title "What to try next"
cat <<NEXT
  holdline=$holdline
  \$holdline init my-policy && \$holdline test my-policy      a policy of your own
  \$holdline check Policies                                  change a word in a policy first, and see what it says
  \$holdline run Policies/$policy Policies/$day | head -3
  Policies/demo/README.md                                   the stories of this day
NEXT

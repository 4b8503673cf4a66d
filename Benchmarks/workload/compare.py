#!/usr/bin/env python3
"""compare.py EVENTS.jsonl OUTCOMES.ndjson: whether Holdline asked for what the oracle requires.

EVENTS are in the workload's own form. Of each norm that was issued, contact, action and due time have to be the oracle's, in
order within a contact, but for two differences that follow from what Holdline is:

1. A reminder (R08) is due as soon as 120 s have passed, not at the contact's next event. So there may be one that the
   oracle does not have: where that next event is the late answer itself, or where there is none.
2. A second report to security (R06) joins one that is still open.

Exit status 1, with the first differences, where there is another.
"""
import json
import sys
from collections import defaultdict
from datetime import datetime

import oracle


def seconds(text):
    return datetime.fromisoformat(text).timestamp()


def issued(lines):
    """By contact, what was issued: (action, due, issued at)."""
    found = defaultdict(list)
    for line in lines:
        outcome = json.loads(line)
        now = seconds(outcome["time"])
        for norm in outcome.get("issued", []):
            found[outcome["contact"]].append((norm["action"], seconds(norm["due"]), now))
    return found


def required(events):
    """By contact, what the oracle requires, without reports that join an open one."""
    found = defaultdict(list)
    open_until = {}
    for action in oracle.actions(events):
        contact, now, due = action["contact"], seconds(action["time"]), seconds(action["due"])
        if action["rule"] == "R06":
            if now <= open_until.get(contact, -1):
                continue
            open_until[contact] = due
        found[contact].append((action["action"], due, now))
    return found


def without_reminders(entries):
    return [entry[:2] for entry in entries if entry[0] != "remind"]


def reminders_differ(told, asked, events):
    """Why the reminders of one contact are not as they should be; nil where they are."""
    told = [entry[2] for entry in told if entry[0] == "remind"]
    asked = [entry[2] for entry in asked if entry[0] == "remind"]
    for now in told:
        following = next((event for event in events if seconds(event["time"]) >= now), None)
        if asked and following and seconds(following["time"]) == asked[0]:
            asked.pop(0)
        elif following and not oracle.completes_warning(following):
            return f"a reminder at {oracle.iso(now)} that nothing asks for"
    return f"no reminder before {oracle.iso(asked[0])}" if asked else None


def main():
    with open(sys.argv[1]) as file:
        lines = file.readlines()
    with open(sys.argv[2]) as file:
        told = issued(file)
    asked = required(lines)
    events = defaultdict(list)
    for line in lines:
        event = json.loads(line)
        events[event["contact"]].append(event)
    problems = []
    for contact in events:
        ours, theirs = without_reminders(told[contact]), without_reminders(asked[contact])
        if ours != theirs:
            problems.append(f"{contact}: issued {ours}, required {theirs}")
        elif reason := reminders_differ(told[contact], asked[contact], events[contact]):
            problems.append(f"{contact}: {reason}")
    total = sum(len(entries) for entries in told.values())
    if total == 0 or problems:
        print("\n".join(problems[:5]) or "nothing was issued")
        sys.exit(f"{len(problems)} of {len(events)} contacts differ")
    print(f"{total} norms in {len(events)} contacts are as the oracle requires")


if __name__ == "__main__":
    main()

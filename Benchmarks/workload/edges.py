#!/usr/bin/env python3
"""edges.py > events.jsonl: events at the very moments where `>` and `>=` part, which `generate.py` hardly ever meets."""
import json
import sys
import time

DAY = 86_400
START = 1_767_600_000
events = []


def tell(when, contact, customer, kind, behaviour="none", severity=0, action=None, channel="phone"):
    event = {"type": kind, "contact": contact, "customer": customer, "agent": "a001", "channel": channel,
             "language": "en", "behaviour": behaviour, "severity": severity}
    if action:
        event["action"] = action
    events.append((START + when, len(events), event | {"text": "" if kind != "utterance" else "so it is"}))


# R07: again after 599, 600 and 601 seconds.
for number, gap in enumerate((599, 600, 601)):
    contact = f"transfer{number}"
    tell(0, contact, f"t{number}", "contact.started")
    tell(10, contact, f"t{number}", "supervisor.requested")
    tell(10 + gap, contact, f"t{number}", "supervisor.requested")
    tell(700, contact, f"t{number}", "contact.ended")
# R08: the next event 120 and 121 seconds after the warning, and an answer as late.
for number, (gap, kind, action) in enumerate((
        (120, "utterance", None), (121, "utterance", None), (120, "action.completed", "warn"),
        (121, "action.completed", "warn"), (121, "action.completed", "end_contact"), (121, "contact.ended", None))):
    contact = f"reminder{number}"
    tell(0, contact, f"r{number}", "contact.started")
    tell(5, contact, f"r{number}", "utterance", "insult", 2)
    tell(5 + gap, contact, f"r{number}", kind, action=action)
    tell(400, contact, f"r{number}", "utterance")
# R01 to R06: weights, a threat twice, abuse after the end was required.
for number, severity in enumerate((1, 2, 3)):
    contact = f"ladder{number}"
    tell(0, contact, f"l{number}", "contact.started")
    for step, behaviour in enumerate(("rude", "sexual", "threat", "threat", "discrimination", "profanity")):
        tell(10 + 7 * step, contact, f"l{number}", "utterance", behaviour, severity)
    tell(4_000, contact, f"l{number}", "utterance", "threat", severity)
    tell(4_100, contact, f"l{number}", "contact.ended")
# R11 and R12: three contacts ended for abuse, the first just within and just out of 90 days; then calls at the end of the
# restriction.
for number, late in enumerate((-1, 0, 1)):
    customer = f"c{number}"
    for nth, start in enumerate((0, DAY, 90 * DAY + late)):
        contact = f"ending{number}.{nth}"
        tell(start, contact, customer, "contact.started")
        tell(start + 50, contact, customer, "utterance", "threat", 1)
        tell(start + 100, contact, customer, "contact.ended")
    for nth, start in enumerate((180 * DAY + 98, 180 * DAY + 99, 180 * DAY + 100)):
        tell(start, f"call{number}.{nth}", customer, "contact.started")

events.sort(key=lambda entry: entry[:2])
for number, (moment, _, event) in enumerate(events, 1):
    stamp = "%04d-%02d-%02dT%02d:%02d:%02dZ" % time.gmtime(moment)[:6]
    line = {"id": "e%08d" % number, "time": stamp, **event}
    sys.stdout.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")

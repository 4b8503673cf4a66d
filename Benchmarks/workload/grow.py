#!/usr/bin/env python3
"""grow.py policy ENTRIES | filler EVENTS | contacts COUNT | window COUNT > FILE: a policy of so many entries, or events of which
one thing grows; the same every time.
"""
import json
import pathlib
import sys
import time

START = 1_767_600_000  # 2026-01-05T08:00:00Z
TWELVE = pathlib.Path(__file__).resolve().parent.parent / "abusive-contacts.policy.yaml"


def family(i):
    """Ten entries that listen to an event type of their own: two measures, a ladder, a status and six rules."""
    topic = f"topic{i}.raised"
    return {
        "events": f"  {topic}: {{level: int}}\n",
        "scripts": f"  say-{i}: {{en: 'I hear you about matter {i}. Let us look at what happened, step by step.'}}\n",
        "measures": f"""\
  raised_{i}: {{count: {topic}, if: has(event.level) && event.level >= 2, per: contact, in_last: 30m}}
  since_{i}: {{elapsed: {topic}, if: has(event.level) && event.level >= 1, per: contact, runs_while: '!status("calm-{i}")'}}
""",
        "ladders": f"""\
  climb-{i}:
    when: {topic}
    if: has(event.level) && event.level >= 3
    suspended_while: status("calm-{i}")
    cools: {{after: {10 + i % 50}m}}
    steps:
      - should: {{tell: {{script: say-{i}, within: 30s}}}}
      - must: {{tell: {{script: say-{i}, within: 60s, if_missed: {{notify: {{who: supervisor, within: 5m}}}}}}}}
""",
        "statuses": f"  calm-{i}: {{about: contact, until: {1 + i % 9}h}}\n",
        "rules": f"""\
  calm-{i}:
    when: {topic}
    if: has(event.level) && event.level == 0
    begin: calm-{i}
  note-{i}:
    when: {topic}
    if: has(event.level) && event.level >= 4 && contact.channel == "phone" && raised_{i} < {3 + i % 7}
    should: {{log: {{within: {10 + i % 80}s}}}}
  many-{i}:
    when: {{measure: raised_{i}, reaches: {3 + i % 7}}}
    unless: status("calm-{i}")
    should: {{offer_call: {{within: 2m}}}}
  long-{i}:
    when: {{measure: since_{i}, reaches: {11 + i % 7}m}}
    should: {{notify: {{who: supervisor, within: 5m}}}}
  top-{i}:
    when: {{ladder: climb-{i}, reaches: 2}}
    should: {{log: {{within: 2h}}}}
  early-{i}:
    when: {topic}
    if: has(event.level) && event.level < {1 + i % 5} && contact.elapsed < duration("{1 + i % 30}m")
    should: {{log: {{within: 3h}}}}
""",
    }


def policy(entries):
    """The twelve rules of the benchmark, and families of ten until there are so many entries."""
    sections = {}
    for i in range(max(0, entries - 10) // 10):
        for name, part in family(i).items():
            sections[name] = sections.get(name, "") + part
    if sections:
        sections["actions"] = "".join(f"  {name}: {{by: [agent]}}\n" for name in ("tell", "log", "offer_call"))
    text = ""
    for line in TWELVE.read_text().splitlines(keepends=True):
        text += line + sections.pop(line.removesuffix(":\n"), "")
    return text + "".join(f"\n{name}:\n{part}" for name, part in sections.items())


class Lines:
    """Events one after another, each a little later than the one before."""

    def __init__(self):
        self.count = 0

    def tell(self, second, kind, contact, customer, **data):
        self.count += 1
        moment = "%04d-%02d-%02dT%02d:%02d:%02dZ" % time.gmtime(START + int(second))[:6]
        event = {
            "id": f"e{self.count:09}", "time": moment, "type": kind, "contact": contact, "customer": customer,
            "agent": f"a{self.count % 97:02}", "channel": "phone", "data": data,
        }
        sys.stdout.write(json.dumps(event, separators=(",", ":")) + "\n")


def filler(count):
    """Remarks that concern no rule, in a hundred contacts that take turns."""
    lines = Lines()
    for turn in range(count):
        contact = turn % 100
        lines.tell(
            turn / 100, "utterance", f"c{contact:07}", f"k{contact:06}", speaker="customer", language="en",
            text="I have been waiting for an answer about my invoice",
        )


def contacts(count):
    """So many contacts begin, and then two hundred thousand rude words come, spread over all of them."""
    lines = Lines()
    for contact in range(count):
        lines.tell(contact * 3_600 / count, "contact.started", f"c{contact:08}", f"k{contact:08}", language="en")
    for turn in range(200_000):
        contact = turn * 7_919 % count
        lines.tell(
            3_600 + turn / 100, "conduct.observed", f"c{contact:08}", f"k{contact:08}", conduct=["rude"], severity=1,
            directed_at="agent",
        )


def window(count):
    """One contact in whose window of half an hour so many observations come to stand, and a hundred thousand more."""
    lines = Lines()
    for turn in range(count + 100_000):
        lines.tell(turn * 1_800 / count, "topic0.raised", "c1", "k1", level=2)


def main():
    what, count = sys.argv[1], int(sys.argv[2])
    if what == "policy":
        sys.stdout.write(policy(count))
    else:
        {"filler": filler, "contacts": contacts, "window": window}[what](count)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""oracle.py < events.jsonl > actions.jsonl: the twelve rules of README.md in the plainest words, to check all others by."""
import json
import sys
from datetime import datetime
from time import gmtime

DAY = 86_400
REQUIRED = {  # rule: (action, due after so many seconds)
    "R01": ("warn", 120),
    "R02": ("final_warning", 120),
    "R03": ("end_contact", 300),
    "R04": ("involve_supervisor", 0),
    "R05": ("end_contact", 60),
    "R06": ("report_security", 3_600),
    "R07": ("transfer_supervisor", 600),
    "R08": ("remind", 60),
    "R09": ("offer_break", 300),
    "R10": ("document_incident", DAY),
    "R11": ("restrict_customer", 90 * DAY),
    "R12": ("redirect_writing", 0),
}


class Contact:
    def __init__(self):
        self.count = 0
        self.must_end = False
        self.has_supervisor = False
        self.last_transfer = None
        self.warned_at = None


class Customer:
    def __init__(self):
        self.endings = []
        self.restricted_until = 0


def fires(event, now, contact, customer):
    """The rules that fire, by the state before the event; and the count of abuse after it."""
    kind, behaviour, severity = event["type"], event["behaviour"], event["severity"]
    speaks = kind == "utterance"
    is_abusive = speaks and (
        behaviour in ("profanity", "insult", "discrimination", "sexual") or (behaviour == "rude" and severity >= 2)
    )
    count = contact.count + (2 if behaviour in ("discrimination", "sexual") and severity >= 3 else 1)
    threatens = speaks and behaviour == "threat"
    ends = kind == "contact.ended" and contact.must_end
    restricted = customer.restricted_until > now
    is_open = not contact.must_end
    rules = {
        "R01": is_abusive and is_open and count == 1,
        "R02": is_abusive and is_open and count == 2,
        "R03": is_abusive and is_open and count >= 3,
        "R04": threatens and not contact.has_supervisor,
        "R05": threatens and is_open,
        "R06": threatens and severity >= 3,
        "R07": kind == "supervisor.requested"
        and (contact.last_transfer is None or now - contact.last_transfer >= 600),
        "R08": contact.warned_at is not None and now - contact.warned_at > 120 and not completes_warning(event),
        "R09": ends,
        "R10": ends,
        "R11": ends and len([t for t in customer.endings if t > now - 90 * DAY]) + 1 >= 3 and not restricted,
        "R12": kind == "contact.started" and event["channel"] == "phone" and restricted,
    }
    return [rule for rule, holds in rules.items() if holds], count if is_abusive and is_open else contact.count


def completes_warning(event):
    return event["type"] == "action.completed" and event.get("action") in ("warn", "final_warning")


def change(event, now, contact, customer, fired, count):
    """The state after the event."""
    contact.count = count
    if "R08" in fired or completes_warning(event):
        contact.warned_at = None
    if "R01" in fired or "R02" in fired:
        contact.warned_at = now
    if event["type"] == "contact.ended" and contact.must_end:
        customer.endings.append(now)
    if "R03" in fired or "R05" in fired:
        contact.must_end = True
    if "R04" in fired:
        contact.has_supervisor = True
    if "R07" in fired:
        contact.last_transfer = now
    if "R11" in fired:
        customer.restricted_until = now + 90 * DAY


def iso(moment):
    return "%04d-%02d-%02dT%02d:%02d:%02dZ" % gmtime(moment)[:6]


def actions(lines):
    """Every required action of some events, in order."""
    contacts, customers = {}, {}
    for line in lines:
        event = json.loads(line)
        now = int(datetime.fromisoformat(event["time"]).timestamp())
        contact = contacts.setdefault(event["contact"], Contact())
        customer = customers.setdefault(event["customer"], Customer())
        fired, count = fires(event, now, contact, customer)
        change(event, now, contact, customer, fired, count)
        if event["type"] == "contact.ended":
            del contacts[event["contact"]]
        for rule in fired:
            action, within = REQUIRED[rule]
            yield {
                "event": event["id"], "time": event["time"], "contact": event["contact"],
                "customer": event["customer"], "agent": event["agent"], "action": action, "rule": rule,
                "due": iso(now + within),
            }


if __name__ == "__main__":
    for action in actions(sys.stdin):
        sys.stdout.write(json.dumps(action, separators=(",", ":")) + "\n")

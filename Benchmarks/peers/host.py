"""A host for engines that keep no state of their own: it keeps the state, hands over twelve facts an event, and is told
which rules fired. Without an engine (`host.py EVENTS ACTIONS`) the rules are plain Python.
"""
import json
import sys
import time
from datetime import datetime

DAY = 86_400
REQUIRED = {
    "R01": ("warn", 120), "R02": ("final_warning", 120), "R03": ("end_contact", 300), "R04": ("involve_supervisor", 0),
    "R05": ("end_contact", 60), "R06": ("report_security", 3_600), "R07": ("transfer_supervisor", 600),
    "R08": ("remind", 60), "R09": ("offer_break", 300), "R10": ("document_incident", DAY),
    "R11": ("restrict_customer", 90 * DAY), "R12": ("redirect_writing", 0),
}
encode = json.JSONEncoder(separators=(",", ":")).encode


class Contact:
    __slots__ = ("count", "must_end", "has_supervisor", "transferred", "warned")

    def __init__(self):
        self.count, self.must_end, self.has_supervisor, self.transferred, self.warned = 0, False, False, -1, -1


class Customer:
    __slots__ = ("endings", "restricted_until")

    def __init__(self):
        self.endings, self.restricted_until = [], 0


class Host:
    def __init__(self):
        self.contacts, self.customers = {}, {}

    def facts(self, event):
        """The event's time, the state it is about, and what an engine is told."""
        now = int(datetime.fromisoformat(event["time"]).timestamp())
        contact = self.contacts.get(event["contact"])
        if contact is None:
            contact = self.contacts[event["contact"]] = Contact()
        customer = self.customers.get(event["customer"])
        if customer is None:
            customer = self.customers[event["customer"]] = Customer()
        if customer.endings:
            customer.endings = [moment for moment in customer.endings if moment > now - 90 * DAY]
        return now, contact, customer, {
            "type": event["type"], "behaviour": event["behaviour"], "severity": event["severity"],
            "channel": event["channel"], "action": event.get("action", ""), "count": contact.count,
            "mustEnd": contact.must_end, "hasSupervisor": contact.has_supervisor,
            "sinceTransfer": now - contact.transferred if contact.transferred >= 0 else 1_000_000_000,
            "warnedFor": now - contact.warned if contact.warned >= 0 else 0,
            "endings": len(customer.endings), "restricted": customer.restricted_until > now,
        }

    def change(self, event, now, contact, customer, fired):
        if "R08" in fired or (event["type"] == "action.completed" and event.get("action") in ("warn", "final_warning")):
            contact.warned = -1
        for rule in fired:
            if rule == "R01" or rule == "R02":
                contact.count, contact.warned = int(rule[2]), now
            elif rule == "R03" or rule == "R05":
                contact.must_end = True
            elif rule == "R04":
                contact.has_supervisor = True
            elif rule == "R07":
                contact.transferred = now
            elif rule == "R09":
                customer.endings.append(now)
            elif rule == "R11":
                customer.restricted_until = now + 90 * DAY
        if event["type"] == "contact.ended":
            del self.contacts[event["contact"]]


def by_hand(facts):
    kind, behaviour, severity, fired = facts["type"], facts["behaviour"], facts["severity"], []
    if kind == "utterance" and behaviour != "none":
        is_heavy = behaviour in ("discrimination", "sexual")
        if is_heavy or behaviour in ("profanity", "insult") or (behaviour == "rude" and severity >= 2):
            if not facts["mustEnd"]:
                fired.append("R0%d" % min(3, facts["count"] + (2 if is_heavy and severity >= 3 else 1)))
        elif behaviour == "threat":
            if not facts["hasSupervisor"]:
                fired.append("R04")
            if not facts["mustEnd"]:
                fired.append("R05")
            if severity >= 3:
                fired.append("R06")
    if kind == "supervisor.requested" and facts["sinceTransfer"] >= 600:
        fired.append("R07")
    if facts["warnedFor"] > 120:
        if not (kind == "action.completed" and facts["action"] in ("warn", "final_warning")):
            fired.append("R08")
    if kind == "contact.ended" and facts["mustEnd"]:
        fired += ["R09", "R10"]
        if facts["endings"] + 1 >= 3 and not facts["restricted"]:
            fired.append("R11")
    if kind == "contact.started" and facts["channel"] == "phone" and facts["restricted"]:
        fired.append("R12")
    return fired


def run(decide):
    """Reads the events of the command line and writes what is required, as `decide` says."""
    host = Host()
    with open(sys.argv[1]) as events, open(sys.argv[2], "w") as actions:
        for line in events:
            event = json.loads(line)
            now, contact, customer, facts = host.facts(event)
            fired = decide(facts)
            host.change(event, now, contact, customer, fired)
            for rule in fired:
                action, within = REQUIRED[rule]
                due = "%04d-%02d-%02dT%02d:%02d:%02dZ" % time.gmtime(now + within)[:6]
                actions.write(encode({
                    "event": event["id"], "time": event["time"], "contact": event["contact"],
                    "customer": event["customer"], "agent": event["agent"], "action": action, "rule": rule, "due": due,
                }) + "\n")


if __name__ == "__main__":
    run(by_hand)

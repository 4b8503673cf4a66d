"""durable_rete.py EVENTS ACTIONS: durable_rules (Rete in C); the facts of an event are one fact, asserted and taken back."""
from durable.engine import MessageNotHandledException
from durable.lang import assert_fact, m, retract_fact, ruleset, when_all

import host

fired = []


def noting(rule):
    return lambda context: fired.append(rule)


with ruleset("abuse"):
    speaks, is_open = m.type == "utterance", m.mustEnd == False
    is_heavy_kind = (m.behaviour == "discrimination") | (m.behaviour == "sexual")
    heavy = is_heavy_kind & (m.severity >= 3)
    light = ((m.behaviour == "profanity") | (m.behaviour == "insult") | ((m.behaviour == "rude") & (m.severity >= 2))
             | (is_heavy_kind & (m.severity < 3)))
    conditions = {
        "R01": speaks & is_open & (light & (m.count == 0)),
        "R02": speaks & is_open & ((light & (m.count == 1)) | (heavy & (m.count == 0))),
        "R03": speaks & is_open & ((light & (m.count >= 2)) | (heavy & (m.count >= 1))),
        "R04": speaks & (m.behaviour == "threat") & (m.hasSupervisor == False),
        "R05": speaks & (m.behaviour == "threat") & is_open,
        "R06": speaks & (m.behaviour == "threat") & (m.severity >= 3),
        "R07": (m.type == "supervisor.requested") & (m.sinceTransfer >= 600),
        "R08": (m.warnedFor > 120) & (m.action != "warn") & (m.action != "final_warning"),
        "R09": (m.type == "contact.ended") & (m.mustEnd == True),
        "R10": (m.type == "contact.ended") & (m.mustEnd == True),
        "R11": (m.type == "contact.ended") & (m.mustEnd == True) & (m.endings >= 2) & (m.restricted == False),
        "R12": (m.type == "contact.started") & (m.channel == "phone") & (m.restricted == True),
    }
    for rule, condition in conditions.items():
        when_all(condition)(noting(rule))

number = 0


def decide(facts):
    global number
    number += 1
    fired.clear()
    facts["id"] = number
    for step in (assert_fact, retract_fact):
        try:
            step("abuse", facts)
        except MessageNotHandledException:
            pass
    return sorted(fired)


host.run(decide)

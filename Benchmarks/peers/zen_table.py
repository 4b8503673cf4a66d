"""zen_table.py EVENTS ACTIONS: GoRules ZEN, one decision table that collects every row that holds.

Through a loader the evaluation stays in the calling thread, which is by far the quicker way.
"""
import json

import zen

import host

NAMES = {
    "abusive": 'type == "utterance" and (behaviour in ["profanity", "insult", "discrimination", "sexual"]'
    ' or (behaviour == "rude" and severity >= 2))',
    "threat": 'type == "utterance" and behaviour == "threat"',
    "score": 'count + (behaviour in ["discrimination", "sexual"] and severity >= 3 ? 2 : 1)',
    "answers": 'type == "action.completed" and action in ["warn", "final_warning"]',
}
ROWS = {
    "R01": dict(abusive="true", score="1", mustEnd="false"),
    "R02": dict(abusive="true", score="2", mustEnd="false"),
    "R03": dict(abusive="true", score=">= 3", mustEnd="false"),
    "R04": dict(threat="true", hasSupervisor="false"),
    "R05": dict(threat="true", mustEnd="false"),
    "R06": dict(threat="true", severity=">= 3"),
    "R07": dict(type='"supervisor.requested"', sinceTransfer=">= 600"),
    "R08": dict(warnedFor="> 120", answers="false"),
    "R09": dict(type='"contact.ended"', mustEnd="true"),
    "R10": dict(type='"contact.ended"', mustEnd="true"),
    "R11": dict(type='"contact.ended"', mustEnd="true", endings=">= 2", restricted="false"),
    "R12": dict(type='"contact.started"', channel='"phone"', restricted="true"),
}
COLUMNS = ["type", "abusive", "threat", "score", "severity", "mustEnd", "hasSupervisor", "sinceTransfer", "warnedFor",
           "answers", "endings", "restricted", "channel"]


def node(name, kind, content=None):
    return {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}, "content": content or {}}


def edge(source, target):
    return {"id": source + target, "type": "edge", "sourceId": source, "targetId": target}


table = {
    "hitPolicy": "collect", "passThrough": False,
    "inputs": [{"id": name, "name": name, "field": name, "type": "expression"} for name in COLUMNS],
    "outputs": [{"id": "rule", "name": "rule", "field": "rule", "type": "expression"}],
    "rules": [{"_id": rule, "rule": json.dumps(rule), **{name: cells.get(name, "") for name in COLUMNS}}
              for rule, cells in ROWS.items()],
}
expressions = {"passThrough": True, "expressions": [{"id": n, "key": n, "value": v} for n, v in NAMES.items()]}
graph = {
    "nodes": [node("in", "inputNode"), node("names", "expressionNode", expressions),
              node("table", "decisionTableNode", table), node("out", "outputNode")],
    "edges": [edge("in", "names"), edge("names", "table"), edge("table", "out")],
}
content = zen.ZenDecisionContent(json.dumps(graph))
evaluate = zen.ZenEngine({"loader": lambda key: content}).evaluate
host.run(lambda facts: [row["rule"] for row in evaluate("policy", facts)["result"]])

#!/usr/bin/env python3
"""translate.py < events.jsonl > events.ndjson: the workload in Holdline's event format, line for line."""
import json
import sys


def data(event):
    """The Holdline type and data of an event of the workload."""
    kind, behaviour = event["type"], event["behaviour"]
    if kind == "utterance" and behaviour == "none":
        return "utterance", {"speaker": "customer", "text": event["text"], "language": event["language"]}
    if kind == "utterance":
        return "conduct.observed", {
            "conduct": [behaviour], "severity": event["severity"], "directed_at": "agent", "source": "classifier",
            "quote": event["text"],
        }
    if kind == "action.completed":
        return "action.done", {"action": event["action"], "by": "agent", "said": ["behaviour", "consequence"]}
    if kind == "contact.started":
        return kind, {"language": event["language"]}
    return kind, {"by": "customer"}


for line in sys.stdin:
    event = json.loads(line)
    kind, fields = data(event)
    envelope = {"id": event["id"], "time": event["time"], "type": kind}
    envelope |= {name: event[name] for name in ("contact", "customer", "agent", "channel")}
    envelope["data"] = fields
    sys.stdout.write(json.dumps(envelope, ensure_ascii=False, separators=(",", ":")) + "\n")

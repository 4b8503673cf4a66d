"""Reads a file of JSON lines, {"schema": PATH, "instances": [...]}, and writes for each instance what is wrong with it.

One line of JSON a line read: a list of texts, empty where an instance is valid.
"""

import json
import sys

from jsonschema import Draft202012Validator

for line in open(sys.argv[1], encoding="utf-8"):
    task = json.loads(line)
    with open(task["schema"], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    answers = []
    for instance in task["instances"]:
        error = next(validator.iter_errors(instance), None)
        answers.append("" if error is None else f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    print(json.dumps(answers))

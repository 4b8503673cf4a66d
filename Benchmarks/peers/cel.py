"""cel.py EVENTS ACTIONS: Google's CEL runtime in C++, one checked expression that gives the list of rules that fire."""
from cel_expr_python import cel

import host

ABUSIVE = '(behaviour in ["profanity", "insult", "discrimination", "sexual"] || (behaviour == "rude" && severity >= 2))'
SCORE = '(count + (behaviour in ["discrimination", "sexual"] && severity >= 3 ? 2 : 1))'
SPEAKS, ENDS = 'kind == "utterance"', 'kind == "contact.ended" && mustEnd'
RULES = {
    "R01": f"{SPEAKS} && {ABUSIVE} && !mustEnd && {SCORE} == 1",
    "R02": f"{SPEAKS} && {ABUSIVE} && !mustEnd && {SCORE} == 2",
    "R03": f"{SPEAKS} && {ABUSIVE} && !mustEnd && {SCORE} >= 3",
    "R04": f'{SPEAKS} && behaviour == "threat" && !hasSupervisor',
    "R05": f'{SPEAKS} && behaviour == "threat" && !mustEnd',
    "R06": f'{SPEAKS} && behaviour == "threat" && severity >= 3',
    "R07": 'kind == "supervisor.requested" && sinceTransfer >= 600',
    "R08": 'warnedFor > 120 && !(kind == "action.completed" && action in ["warn", "final_warning"])',
    "R09": ENDS,
    "R10": ENDS,
    "R11": f"{ENDS} && endings + 1 >= 3 && !restricted",
    "R12": 'kind == "contact.started" && channel == "phone" && restricted',
}
TYPES = [(cel.Type.STRING, "kind behaviour channel action"), (cel.Type.BOOL, "mustEnd hasSupervisor restricted"),
         (cel.Type.INT, "severity count sinceTransfer warnedFor endings")]

environment = cel.NewEnv(variables={name: type for type, names in TYPES for name in names.split()})
evaluate = environment.compile(" + ".join(f'({rule} ? ["{name}"] : [])' for name, rule in RULES.items())).eval


def decide(facts):
    facts["kind"] = facts.pop("type")  # `type` is a function of the language
    return list(evaluate(data=facts).plain_value())


host.run(decide)

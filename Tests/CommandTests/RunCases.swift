/// `holdline run`.
let runCases: [CommandCase] = [
    one("names that the policy does not have are counted at the end", "run small.policy.yaml e.ndjson") {
        $0.files = strange
        $0.errors = [
            "note: 2 observations of `insult`, and this policy has no such conduct\n"
                + "note: 1 deed of `wran`, and this policy has no such action; did you mean `warn`?\n"
                + "note: 1 observation of something that is no short name, and this policy has no such conduct\n"
                + "note: 1 observation of `thraet`, and this policy has no such conduct; did you mean `threat`?\n"
                + "note: 1 observation of `trouble`, and this policy has no such conduct; it is a group: send what was "
                + "observed, such as `threat`\n"
                + "note: 1 record of `stalemate`, and this policy has no such fact\n"
                + "note: 1 event about `banned`, and this policy has no such status\n"
                + "done: 8 events, no line refused, 3 outcomes\n"
        ]
        $0.absent = ["pink parrot"]
    },
    one("where nobody wants a summary they are not told", "run small.policy.yaml e.ndjson --quiet") {
        $0.files = strange
        $0.absent = ["note:"]
    },
    one("names of the policy are not told", "run small.policy.yaml - --format text") {
        $0.files = strange
        $0.input = #"""
            {"id":"1","time":"2026-01-01T10:00:00Z","type":"conduct.observed","contact":"c","data":{"conduct":"threat"}}
            {"id":"2","time":"2026-01-01T10:00:05Z","type":"action.done","contact":"c","data":{"action":"hold"}}

            """#
        $0.errors = ["done: 2 events"]
        $0.absent = ["note:"]
    },
    one("an event with a name that the policy does not have is explained by it", "explain . e.ndjson --event 2") {
        $0.files = strange
        $0.output = [
            "Nothing came of it: no rule of small@", "• The policy has no conduct `thraet`; did you mean `threat`?\n",
        ]
    },
    one("words in the place of a name are not repeated", "explain . e.ndjson --event 4") {
        $0.files = strange
        $0.output = ["something that is no short name"]
        $0.absent = ["pink parrot"]
    },
    one("and so is a rule that it did not set off", "explain . e.ndjson --event 2 --rule threat") {
        $0.files = strange
        $0.output = ["it waits for `conduct.threat`", "• The policy has no conduct `thraet`; did you mean `threat`?\n"]
    },
    one("what may be words of a person is no name", "explain . e.ndjson --event 4 --format json") {
        $0.files = strange
        $0.output = [
            "{\"code\":\"unknown-name\",",
            "\"sentence\":\"The policy has no conduct by the name that the event gives.\"",
        ]
    },
]

private let strange = [
    "small.policy.yaml": soundPolicy + "groups: {trouble: [threat]}\n",
    "e.ndjson": #"""
    {"id":"1","time":"2026-01-01T10:00:00Z","type":"conduct.observed","contact":"c","data":{"conduct":["insult","trouble"]}}
    {"id":"2","time":"2026-01-01T10:00:01Z","type":"conduct.observed","contact":"c","data":{"conduct":"thraet"}}
    {"id":"3","time":"2026-01-01T10:00:02Z","type":"conduct.observed","contact":"c","data":{"conduct":"insult"}}
    {"id":"4","time":"2026-01-01T10:00:03Z","type":"conduct.observed","contact":"c","data":{"conduct":"you pink parrot"}}
    {"id":"5","time":"2026-01-01T10:00:04Z","type":"action.done","contact":"c","data":{"action":"wran"}}
    {"id":"6","time":"2026-01-01T10:00:05Z","type":"fact.recorded","contact":"c","data":{"name":"stalemate","value":true}}
    {"id":"7","time":"2026-01-01T10:00:06Z","type":"status.decided","contact":"c","data":{"status":"banned","decision":"imposed"}}
    {"id":"8","time":"2026-01-01T10:00:07Z","type":"conduct.observed","contact":"c","data":{"conduct":"threat"}}

    """#,
]

/// `holdline explain`.
let explainCases: [CommandCase] = [
    one(
        "a duty is explained by what set it off and what its conditions read",
        "explain desk desk/events.ndjson --event e-4"
    ) {
        $0.before = ["init desk"]
        $0.output = [
            "because\n  `insult` was observed, the second time that the ladder `abuse` counts, step 1 (to warn the\n",
            "PASS  if: event.directed_at != \"situation\"   [event.directed_at = \"agent\"]\n",
        ]
    },
    one("a rule that did nothing says what it waits for", "explain desk desk/events.ndjson --event e-4 --rule threat") {
        $0.before = ["init desk"]
        $0.output = ["The rule `threat` was not set off: it waits for `conduct.threat`"]
    },
    one("an audit log explains as its events do", "explain --audit cases.sqlite --event e-7 --format json") {
        $0.before = ["init desk", "run desk desk/events.ndjson --audit cases.sqlite --quiet"]
        $0.output = [
            "\"code\":\"verdict\",\"rule\":\"ladders.abuse.3\",\"norm\":\"c-1/3\",\"sentence\":\"Judged permitted: "
        ]
    },
    one("an event that had no effect is explained, too", "explain desk desk/events.ndjson --event e-1") {
        $0.before = ["init desk"]
        $0.output = ["Nothing came of it: no rule of desk@"]
    },
    one("an unknown rule gets a suggestion", "explain desk desk/events.ndjson --event e-1 --rule treat") {
        $0.before = ["init desk"]
        $0.status = 3
        $0.errors = ["error: the policy has no rule, ladder or status `treat`", "did you mean `threat`?"]
    },
    one("an unknown event gets a suggestion", "explain desk desk/events.ndjson --event e-44") {
        $0.before = ["init desk"]
        $0.status = 3
        $0.errors = ["no event and nothing that fell due has the id `e-44`", "did you mean `e-4`?"]
    },
    one("a policy and an audit log do not go together", "explain desk x.ndjson --audit y --event e") {
        $0.status = 3
        $0.errors = ["name a policy and events, or --audit, not both"]
    },
]

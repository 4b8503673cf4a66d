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
    one("what people said is not shown", "explain words.policy.yaml words.ndjson --event 1") {
        $0.files = words
        $0.output = ["because the customer spoke.", "[event.text = not shown]"]
        $0.absent = ["pink parrot"]
    },
    one("nor in JSON", "explain words.policy.yaml words.ndjson --event 2 --format json") {
        $0.files = words
        $0.output = ["{\"name\":\"event.quote\",\"value\":null,\"hidden\":true}"]
        $0.absent = ["pink parrot"]
    },
    one("nor where it held a rule back", "explain words.policy.yaml words.ndjson --event 3 --rule refund") {
        $0.files = words
        $0.output = ["The rule `refund` did not do anything: `if` does not hold"]
        $0.absent = ["pink parrot"]
    },
    one("unless one asks for it", "explain words.policy.yaml words.ndjson --event 1 --show-text") {
        $0.files = words
        $0.output = ["[event.text = \"a refund for the pink parrot\"]"]
    },
    one("a ladder that cooled is told where it stands", "explain cooled.policy.yaml cooled.ndjson --event 5") {
        $0.files = cooled
        $0.output = [
            "Judged premature: step 3 of the ladder `abuse` would allow it, and the ladder stands at step 1 (to"
        ]
    },
    one("a duty that went away tells the condition", "explain cooled.policy.yaml cooled.ndjson --event c#2") {
        $0.files = cooled
        $0.output = [
            "did not hold when its time came: `calm`\n  is recorded.",
            "FAIL  unless: fact(\"calm\")   [fact(\"calm\") = true]",
        ]
    },
    one("a rule set off after the end is told", "explain cooled.policy.yaml cooled.ndjson --event 10") {
        $0.files = cooled
        $0.output = ["The rule `ended` asks to put the customer on hold, and nothing comes of it: the call has ended."]
        $0.absent = ["no rule of"]
    },
    one(
        "an event that was held back is not called one that set nothing off",
        "explain words.policy.yaml words.ndjson --event 3"
    ) {
        $0.files = words
        $0.output = ["The rule `refund` did not do anything: `if` does not hold"]
        $0.absent = ["no rule of"]
    },
]

private let words = [
    "words.policy.yaml": #"""
    holdline: 1
    policy: words
    languages: [en]
    conduct: [insult]
    rules:
      refund: {when: utterance, if: 'has(event.text) && event.text.contains("refund")', should: hold}
      quoted: {when: conduct.insult, if: 'has(event.quote) && event.quote.size() > 3', should: {warn: {within: 1m}}}

    """#,
    "words.ndjson": #"""
    {"id":"1","time":"2026-01-01T10:00:00Z","type":"utterance","contact":"c","data":{"speaker":"customer","text":"a refund for the pink parrot"}}
    {"id":"2","time":"2026-01-01T10:01:00Z","type":"conduct.observed","contact":"c","data":{"conduct":"insult","quote":"pink parrot"}}
    {"id":"3","time":"2026-01-01T10:02:00Z","type":"utterance","contact":"c","data":{"speaker":"customer","text":"pink parrot"}}

    """#,
]

private let cooled = [
    "cooled.policy.yaml": #"""
    holdline: 1
    policy: cooled
    languages: [en]
    conduct: [insult]
    facts: {calm: {type: bool}}
    ladders:
      abuse:
        when: conduct.insult
        cools: {after: 20m}
        steps: [{must: {warn: {within: 30s}}}, {must: {warn: {within: 40s}}}, {may: end_contact}]
    rules:
      listen: {when: supervisor.requested, must: {preserve_recording: {within: 90s, unless: 'fact("calm")'}}}
      ended: {when: contact.ended, should: hold}

    """#,
    "cooled.ndjson": #"""
    {"id":"1","time":"2026-01-01T10:00:00Z","type":"conduct.observed","contact":"c","channel":"phone","data":{"conduct":"insult"}}
    {"id":"2","time":"2026-01-01T10:00:10Z","type":"action.done","contact":"c","data":{"action":"warn","by":"agent"}}
    {"id":"3","time":"2026-01-01T10:01:00Z","type":"conduct.observed","contact":"c","data":{"conduct":"insult"}}
    {"id":"4","time":"2026-01-01T10:01:10Z","type":"action.done","contact":"c","data":{"action":"warn","by":"agent"}}
    {"id":"5","time":"2026-01-01T10:22:30Z","type":"action.done","contact":"c","data":{"action":"end_contact","by":"agent"}}
    {"id":"6","time":"2026-01-01T10:23:00Z","type":"supervisor.requested","contact":"c","data":{}}
    {"id":"7","time":"2026-01-01T10:23:30Z","type":"fact.recorded","contact":"c","data":{"name":"calm","value":true}}
    {"id":"8","time":"2026-01-01T10:26:00Z","type":"utterance","contact":"c","data":{"speaker":"agent"}}
    {"id":"9","time":"2026-01-01T10:28:00Z","type":"contact.ended","contact":"c","data":{"by":"customer"}}
    {"id":"10","time":"2026-01-01T10:29:00Z","type":"contact.ended","contact":"c","data":{"by":"customer"}}

    """#,
]

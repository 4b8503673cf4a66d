extension Grammar {
    private static let guardKeys = [
        Key("if", condition, "if: 'contact.channel == \"phone\"'"),
        Key("unless", condition, "unless: 'fact(\"emergency\")'"),
    ]
    private static let normKeys = [
        Key("must", acts, "must: {warn: {within: 30s}}"),
        Key("should", acts, "should: {offer_break: {minutes: 10}}"),
        Key("may", acts, "may: end_contact"),
        Key("must_not", acts, "must_not: end_contact"),
    ]
    private static let sourceKeys = [
        Key("overrides", .oneOrMore(.scalar(.reference)), "overrides: [statuses.protected]"),
        Key("cites", .oneOrMore(text), "cites: Safety handbook 4.2"),
    ]
    private static let channels = Key("channels", words, "channels: [phone, chat]")
    private static let when = Shape.oneOrMore(trigger)

    static let measure = Block(
        "measure", leastOneOf: ["count", "elapsed"],
        [
            Key("count", when, "count: contact.ended"),
            Key("elapsed", when, "elapsed: contact.started"),
        ] + guardKeys + [
            Key("per", home, "per: customer"),
            Key("in_last", .scalar(.term(.window)), "in_last: 365d"),
            Key("runs_while", condition, "runs_while: 'fact(\"stalemate\")'"),
        ])

    static let ladder = Block(
        "ladder",
        [Key("when", when, "when: [conduct.insult]", isRequired: true)] + guardKeys + [
            channels,
            Key("per", .scalar(.choice(["contact", "customer"])), "per: customer"),
            Key("in_last", .scalar(.term(.window)), "in_last: 30d"),
            Key("suspended_while", condition, "suspended_while: 'status(\"protected\")'"),
            Key("climbs", .scalar(.choice(Ladder.Climbs.allCases.map(\.rawValue))), "climbs: always"),
            Key("cools", .block(.cools), "cools: {after: 20m}"),
            Key("steps", .list(.block(.step), least: 1), "steps: [{must: warn}, {may: end_contact}]", isRequired: true),
        ] + sourceKeys)

    static let cools = Block("cooling", [Key("after", .scalar(.term(.length)), "after: 20m", isRequired: true)])

    static let step = Block(
        "step", leastOneOf: Modality.allCases.map(\.rawValue),
        [Key("times", .scalar(.number(1...1_000)), "times: 3")] + normKeys)

    static let rule = Block(
        "rule", leastOneOf: Modality.allCases.map(\.rawValue) + ["begin", "end"],
        [Key("when", when, "when: conduct.threat", isRequired: true)] + ruleKeys)

    static let activeRule = Block(
        "rule", leastOneOf: Modality.allCases.map(\.rawValue) + ["begin", "end"],
        [Key("when", when, "when: contact.started")] + ruleKeys)

    private static let ruleKeys =
        guardKeys + [channels] + normKeys + [
            Key(
                "begin", .either([id, .list(id), .entries(.id, .optional(.block(.begin)))]),
                "begin: {protected: {until: contact.ended}}"),
            Key("end", ids, "end: protected"),
        ] + sourceKeys

    static let begin = Block("beginning", [Key("until", until, "until: contact.ended")])

    static let status = Block(
        "status",
        [
            Key("about", home, "about: customer", isRequired: true),
            whileActive,
            Key("until", until, "until: 90d"),
            Key("fields", .either([id, .list(id), .entries(.id, valueType)]), "fields: {reason: text}"),
            Key("overrides", .oneOrMore(.scalar(.reference)), "overrides: [rules.threat]"),
        ] + statusLife)

    static let whileActive = Key(
        "while_active", .oneOrMore(.block(.activeRule)), "while_active: {must_not: end_contact}")

    // MARK: Triggers

    static let trigger = Shape.either([.scalar(.trigger), triggerMap])
    static let until = Shape.either([.scalar(.until), triggerMap])
    private static let triggerMap = Shape.variants([.measureTrigger, .statusTrigger, .ladderTrigger, .dutyTrigger])

    static let measureTrigger = Block(
        "trigger",
        [
            Key("measure", .scalar(.variable), "measure: endings", isRequired: true),
            Key("reaches", .scalar(.reached), "reaches: 3", isRequired: true),
        ])
    static let statusTrigger = Block(
        "trigger",
        [
            Key("status", id, "status: protected", isRequired: true),
            Key(
                "becomes", .scalar(.choice(StatusPhase.allCases.map(\.rawValue))), "becomes: active",
                isRequired: true),
        ])
    static let ladderTrigger = Block(
        "trigger",
        [
            Key("ladder", id, "ladder: abuse", isRequired: true),
            Key("reaches", .scalar(.number(1...1_000)), "reaches: 2", isRequired: true),
        ])
    static let dutyTrigger = Block(
        "trigger",
        [
            Key("duty", id, "duty: involve_supervisor", isRequired: true),
            Key(
                "becomes", .scalar(.choice(NormState.allCases.filter { $0 != .open }.map(\.rawValue))),
                "becomes: missed", isRequired: true),
        ])
}

extension Grammar {
    private static let guardKeys = [
        Key("if", condition, "if: 'contact.channel == \"phone\"'", "Only where this condition holds."),
        Key("unless", condition, "unless: 'fact(\"emergency\")'", "Not where this condition holds."),
    ]
    private static let normKeys = [
        Key("must", acts, "must: {warn: {within: 30s}}", "Owed: somebody has to do it in time."),
        Key("should", acts, "should: {offer_break: {minutes: 10}}", "Advised: owed, and leaving it out is no breach."),
        Key("may", acts, "may: end_contact", "Allowed."),
        Key("must_not", acts, "must_not: end_contact", "Forbidden."),
    ]
    private static let sourceKeys = [
        Key(
            "overrides", .oneOrMore(.scalar(.reference)), "overrides: [statuses.protected]",
            "Rules, ladders or statuses that this one beats."),
        Key("cites", .oneOrMore(text), "cites: Safety handbook 4.2", "The sources it rests on."),
    ]
    private static let channels = Key(
        "channels", words, "channels: [phone, chat]", "Only on these channels; left out, on all.")
    private static let when = Shape.oneOrMore(trigger)

    static let measure = Block(
        "measure", leastOneOf: ["count", "elapsed"],
        [
            Key("count", when, "count: contact.ended", "The events it counts."),
            Key("elapsed", when, "elapsed: contact.started", "The event since which time runs."),
        ] + guardKeys + [
            Key("per", home, "per: customer", "Kept for each contact, customer or agent."),
            Key(
                "in_last", .scalar(.term(.window)), "in_last: 365d",
                "Only the events of this stretch of time count; `ever` if that is meant."),
            Key(
                "runs_while", condition, "runs_while: 'fact(\"stalemate\")'",
                "The clock stands still while this condition does not hold."),
        ])

    static let ladder = Block(
        "ladder",
        [Key("when", when, "when: [conduct.insult]", "What makes it climb.", isRequired: true)] + guardKeys + [
            channels,
            Key(
                "per", .scalar(.choice(["contact", "customer"])), "per: customer",
                "Kept for each contact or for each customer."),
            Key("in_last", .scalar(.term(.window)), "in_last: 30d", "Each climb is forgotten after this time."),
            Key(
                "suspended_while", condition, "suspended_while: 'status(\"protected\")'",
                "While this condition holds the ladder stands still; its position is kept."),
            Key(
                "climbs", .scalar(.choice(Ladder.Climbs.allCases.map(\.rawValue))), "climbs: always",
                "`when_done`: no step before the act of the last one was done. `always`: with every observation."),
            Key("cools", .block(.cools), "cools: {after: 20m}", "One step down after each quiet stretch."),
            Key(
                "steps", .list(.block(.step), least: 1), "steps: [{must: warn}, {may: end_contact}]",
                "The steps, first to last; on the last one it stays.", isRequired: true),
        ] + sourceKeys)

    static let cools = Block(
        "cooling", [Key("after", .scalar(.term(.length)), "after: 20m", "How long it must be quiet.", isRequired: true)]
    )

    static let step = Block(
        "step", leastOneOf: Modality.allCases.map(\.rawValue),
        [Key("times", .scalar(.number(1...1_000)), "times: 3", "How many observations this step asks for.")] + normKeys)

    static let rule = Block(
        "rule", leastOneOf: Modality.allCases.map(\.rawValue) + ["begin", "end"],
        [Key("when", when, "when: conduct.threat", "What sets the rule off.", isRequired: true)] + ruleKeys)

    static let activeRule = Block(
        "rule", leastOneOf: Modality.allCases.map(\.rawValue) + ["begin", "end"],
        [
            Key(
                "when", when, "when: contact.started",
                "What sets the rule off while the status is active; left out, it stands all the while.")
        ] + ruleKeys)

    private static let ruleKeys =
        guardKeys + [channels] + normKeys + [
            Key(
                "begin", .either([id, .list(id), .entries(.id, .optional(.block(.begin)))]),
                "begin: {protected: {until: contact.ended}}", "Statuses that begin."),
            Key("end", ids, "end: protected", "Statuses that end."),
        ] + sourceKeys

    static let begin = Block("beginning", [Key("until", until, "until: contact.ended", "What ends the status.")])

    static let status = Block(
        "status",
        [
            Key("about", home, "about: customer", "Whose condition it is.", isRequired: true),
            whileActive,
            Key("until", until, "until: 90d", "What ends it, unless its beginning says otherwise."),
            Key(
                "fields", .either([id, .list(id), .entries(.id, valueType)]), "fields: {reason: text}",
                "What a decision on it must carry."),
            Key(
                "overrides", .oneOrMore(.scalar(.reference)), "overrides: [rules.threat]",
                "Rules, ladders or statuses that its rules beat."),
        ] + statusLife)

    static let whileActive = Key(
        "while_active", .oneOrMore(.block(.activeRule)), "while_active: {must_not: end_contact}",
        "Rules in force while the status is active; one without `when` stands all the while.")

    // MARK: Triggers

    static let trigger = Shape.either([.scalar(.trigger), triggerMap])
    static let until = Shape.either([.scalar(.until), triggerMap])
    private static let triggerMap = Shape.variants([.measureTrigger, .statusTrigger, .ladderTrigger, .dutyTrigger])

    static let measureTrigger = Block(
        "trigger",
        [
            Key("measure", .scalar(.variable), "measure: endings", "A count or a clock by name.", isRequired: true),
            Key(
                "reaches", .scalar(.reached), "reaches: 3",
                "The value it comes to: a number for a count, a length of time for a clock, or a setting.",
                isRequired: true),
        ])
    static let statusTrigger = Block(
        "trigger",
        [
            Key("status", id, "status: protected", "A status by name.", isRequired: true),
            Key(
                "becomes", .scalar(.choice(StatusPhase.allCases.map(\.rawValue))), "becomes: active",
                "Whether it begins (`active`) or ends (`ended`).",
                isRequired: true),
        ])
    static let ladderTrigger = Block(
        "trigger",
        [
            Key("ladder", id, "ladder: abuse", "A ladder by name.", isRequired: true),
            Key(
                "reaches", .scalar(.number(1...1_000)), "reaches: 2", "The step it climbs to, from 1.", isRequired: true
            ),
        ])
    static let dutyTrigger = Block(
        "trigger",
        [
            Key("duty", actionName, "duty: involve_supervisor", "The action that was owed.", isRequired: true),
            Key(
                "becomes", .scalar(.choice(NormState.allCases.filter { $0 != .open }.map(\.rawValue))),
                "becomes: missed", "How that duty closed.", isRequired: true),
        ])
}

extension Grammar {
    /// One act, a map of acts, or a list of both.
    static let acts = Shape.oneOrMore(.either([id, .entries(.id, .optional(.block(.act)), least: 1)]))

    static let act = Block(
        "act",
        [
            Key("by", ids, "by: [agent]"),
            Key("to", word, "to: writing_team"),
            Key("who", word, "who: manager"),
            Key("script", ids, "script: warning"),
            Key("within", .scalar(.term(.deadline)), "within: 30s"),
            Key("after", id, "after: warn"),
            Key("if", condition, "if: 'contact.channel == \"phone\"'"),
            Key("unless", condition, "unless: 'status(\"protected\")'"),
            Key("until", until, "until: contact.ended"),
            Key("during", home, "during: customer"),
            Key("excused_by", words, "excused_by: [unreachable]"),
            Key("if_missed", acts, "if_missed: {notify: {who: manager, within: 1m}}"),
            Key("confirm", .block(.confirm), "confirm: {every: 10m, until: contact.ended}"),
            Key("mode", .scalar(.choice(InvolvementMode.allCases.map(\.rawValue))), "mode: take_over"),
            Key("status", id, "status: restricted"),
            Key("option", id, "option: writing_only"),
            Key("minutes", .scalar(.number(1...1_440)), "minutes: 10"),
            Key("form", word, "form: letter"),
            Key("must_say", ids, "must_say: [reason]"),
            Key("fields", ids, "fields: [reason]"),
        ])

    static let confirm = Block(
        "confirmation",
        [
            Key("every", .scalar(.term(.length)), "every: 10m", isRequired: true),
            Key("until", trigger, "until: contact.ended"),
        ])
}

extension Grammar {
    /// One act, a map of acts, or a list of both.
    static let acts = Shape.oneOrMore(.either([actionName, .entries(.action, .optional(.block(.act)), least: 1)]))

    static let act = Block(
        "act",
        [
            Key("by", ids, "by: [agent]", "Who does it: a role or several. Left out, it is whoever the action is for."),
            Key("to", word, "to: writing_team", "Where to, or to whom."),
            Key("who", word, "who: manager", "To whom; the same as `to`."),
            Key(
                "script", ids, "script: warning", "The words to say: the name of a script, or several that take turns."),
            Key(
                "within", .scalar(.term(.deadline)), "within: 30s",
                "The deadline, such as `30s` or `2h`. `unstated` says that the source is silent on purpose."
            ),
            Key("after", actionName, "after: warn", "Not before this action was done."),
            Key("if", condition, "if: 'contact.channel == \"phone\"'", "Counts only while this condition holds."),
            Key("unless", condition, "unless: 'status(\"protected\")'", "Does not count while this condition holds."),
            Key(
                "until", until, "until: contact.ended",
                "What ends it: a length of time, an event such as `contact.ended`, or a trigger."),
            Key(
                "during", home, "during: customer", "Whose end ends it: that of the contact, the customer or the agent."
            ),
            Key("excused_by", words, "excused_by: [unreachable]", "Reasons for not doing it that the policy accepts."),
            Key(
                "if_missed", acts, "if_missed: {notify: {who: manager, within: 1m}}",
                "What is owed when the deadline passed or the act was declined."),
            Key(
                "confirm", .block(.confirm), "confirm: {every: 10m, until: contact.ended}",
                "Once done, it is owed again every so often until it took effect."),
            Key(
                "mode", .scalar(.choice(InvolvementMode.allCases.map(\.rawValue))), "mode: take_over",
                "How a supervisor takes part."),
            Key("status", id, "status: restricted", "The status that is to be decided on."),
            Key("option", id, "option: writing_only", "The option of that status."),
            Key("minutes", .scalar(.number(1...1_440)), "minutes: 10", "How many minutes, as for a break."),
            Key("form", word, "form: letter", "The form of a notice, such as `letter`."),
            Key("must_say", ids, "must_say: [reason]", "What the deed must have said to count."),
            Key("fields", ids, "fields: [reason]", "What the deed must carry to count."),
        ])

    static let confirm = Block(
        "confirmation",
        [
            Key("every", .scalar(.term(.length)), "every: 10m", "How often it is owed again.", isRequired: true),
            Key("until", trigger, "until: contact.ended", "The event that says it took effect."),
        ])
}

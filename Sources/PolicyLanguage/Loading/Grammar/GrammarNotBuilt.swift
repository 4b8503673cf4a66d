/// What this version reads and does not evaluate; its keys are known all the same.
extension Grammar {
    private static let calendarTerm = Shape.scalar(.term(.length))

    /// The keys of a status that make up its life.
    static let statusLife = [
        Key(
            "options", .entries(.id, .block(.option)), "options: {writing_only: {while_active: {may: redirect}}}",
            "Forms of the status, the mildest first; a decision names one.",
            isBuilt: false),
        Key("decided_by", .block(.decision), "decided_by: {each: [manager]}", "Who decides on it.", isBuilt: false),
        Key(
            "lasts", .either([.scalar(.lasting), .block(.lasts)]), "lasts: {at_most: 6 months}",
            "How long it lasts, or `indefinite`.", isBuilt: false),
        Key(
            "review", .oneOrMore(.block(.review)), "review: {every: 3 months, by: manager}",
            "How often it is reviewed, and by whom.", isBuilt: false),
        Key(
            "notice", .oneOrMore(.block(.notice)), "notice: {form: letter, by: manager}", "How the customer is told.",
            isBuilt: false),
        Key(
            "appeal", .block(.appeal), "appeal: {within: 20 working days}", "How the customer can appeal.",
            isBuilt: false),
        Key("vary", .block(.vary), "vary: {by: manager, once: true}", "Who may change it meanwhile.", isBuilt: false),
        Key(
            "active_from", .scalar(.choice(["decision", "notice"])), "active_from: notice",
            "Whether it holds from the decision or from its notice.", isBuilt: false),
    ]

    static let calendar = Block(
        "calendar",
        [
            Key(
                "working_days", .list(.scalar(.choice(weekdays))), "working_days: [mon, tue]",
                "The days of the week that count."),
            Key("hours", .scalar(.hours), "hours: 09:00-16:00", "Opening hours."),
            Key("holidays", .list(.scalar(.date)), "holidays: [2026-12-25]", "Days that do not count."),
        ])
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    static let option = Block("option", [whileActive])

    static let decision = Block(
        "decision", leastOneOf: ["each", "joint"],
        [
            Key("each", ids, "each: [manager]", "Any of these roles decides."),
            Key("joint", .scalar(.number(1...100)), "joint: 2", "How many of them decide together."),
            Key("not", ids, "not: [reporter]", "Who may not decide, such as the one who reported it."),
        ])

    static let lasts = Block(
        "duration", leastOneOf: ["at_most", "at_least", "interim"],
        [
            Key("at_most", calendarTerm, "at_most: 6 months", "The longest it can last."),
            Key("at_least", calendarTerm, "at_least: 3 months", "The shortest it can last."),
            Key("interim", calendarTerm, "interim: 14 days", "How long it holds before it is decided."),
        ])

    static let review = Block(
        "review",
        [
            Key("every", calendarTerm, "every: 3 months", "How often it is reviewed.", isRequired: true),
            Key("by", ids, "by: manager", "Who reviews it."),
        ])

    static let notice = Block(
        "notice",
        [
            Key("form", word, "form: letter", "The form of the notice, such as `letter`."),
            Key("by", ids, "by: manager", "Who gives it."),
            Key("within", .scalar(.term(.deadline)), "within: 5 working days", "By when it is given."),
            Key("must_say", ids, "must_say: [reason, duration]", "What it must say."),
            Key("excused_by", words, "excused_by: [unreachable]", "Reasons for not giving it that the policy accepts."),
        ])

    static let appeal = Block(
        "appeal",
        [
            Key("within", .scalar(.term(.deadline)), "within: 20 working days", "How long the customer has to appeal."),
            Key("counted_from", id, "counted_from: notice_received", "From what that time counts."),
            Key(
                "decided_by", .block(.decision), "decided_by: {each: [director], not: [decider]}",
                "Who decides the appeal."),
            Key(
                "answer_within", .scalar(.term(.deadline)), "answer_within: 10 working days", "By when it is answered."),
        ])

    static let vary = Block(
        "variation",
        [
            Key("by", ids, "by: manager", "Who may change it."),
            Key("once", flag, "once: true", "Whether only once."),
        ])

    static let guarantee = Block(
        "guarantee", leastOneOf: ["never", "every"],
        [
            Key("never", .block(.state), "never: {allowed: end_contact}", "What must never be the case."),
            Key("before", .block(.state), "before: {done: warn}", "Unless this was the case earlier."),
            Key("unless", .block(.state), "unless: {conduct: threat}", "Unless this is the case."),
            Key("every", .block(.state), "every: {conduct: threat}", "What must be followed by something."),
            Key("leads_to", .block(.state), "leads_to: {must: involve_supervisor}", "What must follow."),
            Key("within", .scalar(.term(.deadline)), "within: 30s", "By when it must follow."),
            Key(
                "assuming", .scalar(.choice(["duties_kept"])), "assuming: duties_kept",
                "What the guarantee takes for granted."),
        ])

    static let state = Block(
        "state", leastOneOf: ["allowed", "done", "must", "conduct", "status", "all"],
        [
            Key("allowed", id, "allowed: end_contact", "This action is allowed."),
            Key("done", id, "done: warn", "This action was done."),
            Key("must", id, "must: involve_supervisor", "This action is owed."),
            Key("conduct", id, "conduct: threat", "This kind of conduct was observed."),
            Key("status", id, "status: protected", "This status is active."),
            Key(
                "all", .list(.block(.state), least: 1), "all: [{status: protected}, {allowed: end_contact}]",
                "All of these hold at once."),
        ])
}

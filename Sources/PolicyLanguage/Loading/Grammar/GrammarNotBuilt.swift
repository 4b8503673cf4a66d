/// What this version reads and does not evaluate; its keys are known all the same.
extension Grammar {
    private static let calendarTerm = Shape.scalar(.term(.length))

    /// The keys of a status that make up its life.
    static let statusLife = [
        Key(
            "options", .entries(.id, .block(.option)), "options: {writing_only: {while_active: {may: redirect}}}",
            isBuilt: false),
        Key("decided_by", .block(.decision), "decided_by: {each: [manager]}", isBuilt: false),
        Key(
            "lasts", .either([.scalar(.lasting), .block(.lasts)]), "lasts: {at_most: 6 months}", isBuilt: false),
        Key("review", .oneOrMore(.block(.review)), "review: {every: 3 months, by: manager}", isBuilt: false),
        Key("notice", .oneOrMore(.block(.notice)), "notice: {form: letter, by: manager}", isBuilt: false),
        Key("appeal", .block(.appeal), "appeal: {within: 20 working days}", isBuilt: false),
        Key("vary", .block(.vary), "vary: {by: manager, once: true}", isBuilt: false),
        Key("active_from", .scalar(.choice(["decision", "notice"])), "active_from: notice", isBuilt: false),
    ]

    static let calendar = Block(
        "calendar",
        [
            Key("working_days", .list(.scalar(.choice(weekdays))), "working_days: [mon, tue]"),
            Key("hours", .scalar(.hours), "hours: 09:00-16:00"),
            Key("holidays", .list(.scalar(.date)), "holidays: [2026-12-25]"),
        ])
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    static let option = Block("option", [whileActive])

    static let decision = Block(
        "decision", leastOneOf: ["each", "joint"],
        [
            Key("each", ids, "each: [manager]"),
            Key("joint", .scalar(.number(1...100)), "joint: 2"),
            Key("not", ids, "not: [reporter]"),
        ])

    static let lasts = Block(
        "duration", leastOneOf: ["at_most", "at_least", "interim"],
        [
            Key("at_most", calendarTerm, "at_most: 6 months"),
            Key("at_least", calendarTerm, "at_least: 3 months"),
            Key("interim", calendarTerm, "interim: 14 days"),
        ])

    static let review = Block(
        "review",
        [
            Key("every", calendarTerm, "every: 3 months", isRequired: true),
            Key("by", ids, "by: manager"),
        ])

    static let notice = Block(
        "notice",
        [
            Key("form", word, "form: letter"),
            Key("by", ids, "by: manager"),
            Key("within", .scalar(.term(.deadline)), "within: 5 working days"),
            Key("must_say", ids, "must_say: [reason, duration]"),
            Key("excused_by", words, "excused_by: [unreachable]"),
        ])

    static let appeal = Block(
        "appeal",
        [
            Key("within", .scalar(.term(.deadline)), "within: 20 working days"),
            Key("counted_from", id, "counted_from: notice_received"),
            Key("decided_by", .block(.decision), "decided_by: {each: [director], not: [decider]}"),
            Key("answer_within", .scalar(.term(.deadline)), "answer_within: 10 working days"),
        ])

    static let vary = Block(
        "variation",
        [
            Key("by", ids, "by: manager"),
            Key("once", flag, "once: true"),
        ])

    static let guarantee = Block(
        "guarantee", leastOneOf: ["never", "every"],
        [
            Key("never", .block(.state), "never: {allowed: end_contact}"),
            Key("before", .block(.state), "before: {done: warn}"),
            Key("unless", .block(.state), "unless: {conduct: threat}"),
            Key("every", .block(.state), "every: {conduct: threat}"),
            Key("leads_to", .block(.state), "leads_to: {must: involve_supervisor}"),
            Key("within", .scalar(.term(.deadline)), "within: 30s"),
            Key("assuming", .scalar(.choice(["duties_kept"])), "assuming: duties_kept"),
        ])

    static let state = Block(
        "state", leastOneOf: ["allowed", "done", "must", "conduct", "status", "all"],
        [
            Key("allowed", id, "allowed: end_contact"),
            Key("done", id, "done: warn"),
            Key("must", id, "must: involve_supervisor"),
            Key("conduct", id, "conduct: threat"),
            Key("status", id, "status: protected"),
            Key("all", .list(.block(.state), least: 1), "all: [{status: protected}, {allowed: end_contact}]"),
        ])
}

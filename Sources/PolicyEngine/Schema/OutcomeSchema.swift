import JSONSchema
import PolicyLanguage

/// The JSON Schema of an outcome, as `OutcomeWriter` writes it.
public enum OutcomeSchema {
    /// Draft 2020-12; the same bytes every time.
    public static var schema: Schema {
        Schema.document(
            id: "urn:holdline:schema:1:outcome", title: "Holdline outcome",
            description:
                "What one event, or one moment at which something fell due, had for consequences; one to a line.",
            .object(members, required: ["event", "time", "policy"]), definitions: items + [("time", time)])
    }

    private static let members: [(String, Schema)] = [
        ("event", text("The event's id, or LANE#n for what fell due in a lane.")),
        ("time", moment("When it took effect.")),
        ("contact", text("The conversation.")),
        ("customer", text("The customer.")),
        ("agent", text("The agent.")),
        ("policy", text("The policy by its id and the first digits of its digest.")),
        ("late", Schema.constant(.bool(true)).described("The event came after its lane's clock had moved past it.")),
        ("issued", list("issued", "Norms that began to stand.")),
        ("closed", list("closed", "Norms that stopped standing, and how.")),
        ("paused", list("paused", "Norms that are open and do not stand for now.")),
        ("resumed", list("resumed", "Paused norms that stand again.")),
        ("verdicts", list("verdict", "What the policy says of what was done.")),
        ("changes", list("change", "Ladders that moved, statuses that began or ended.")),
        ("coached", list("coached", "Phrases to avoid that an agent said.")),
        ("conflicts", list("conflict", "A duty and a prohibition on one act; the prohibition holds.")),
        ("faults", list("fault", "Conditions that failed, and what was recorded without effect.")),
    ]

    private static let items: [(String, Schema)] = [
        (
            "issued",
            .object(
                [
                    ("norm", text("Its id, LANE/n.")),
                    ("modality", word(Modality.self, "How strongly it is meant.")),
                    ("action", text("What is to be done.")),
                    ("by", Schema.list(of: .string(), least: 1).described("The roles that can do it.")),
                    ("due", moment("The deadline.")),
                    ("until", moment("When it ends by itself.")),
                    ("arguments", arguments.described("What the act carries, as its author wrote it.")),
                    ("script", Schema.reference("script").described("The words to say.")),
                    ("rule", text("Where it comes from, such as `rules.threat`.")),
                ], required: ["norm", "modality", "action", "rule"])
        ),
        (
            "script",
            .object(
                [("id", text("Its name.")), ("language", text("The language chosen.")), ("text", text("The words."))],
                required: ["id", "language", "text"])
        ),
        (
            "closed",
            .object(
                [
                    ("norm", text("Its id.")), ("action", text("What was owed, allowed or forbidden.")),
                    ("state", word(NormState.self, "How it closed.", without: [.open])),
                ], required: ["norm", "action", "state"])
        ),
        (
            "paused",
            .object(
                [
                    ("norm", text("Its id.")), ("action", text("What is owed, allowed or forbidden.")),
                    (
                        "prohibition",
                        orNull("The norm that stands against it; null where a condition of its own does not hold.")
                    ),
                ], required: ["norm", "action", "prohibition"])
        ),
        (
            "resumed",
            .object(
                [("norm", text("Its id.")), ("action", text("What is owed, allowed or forbidden."))],
                required: ["norm", "action"])
        ),
        (
            "verdict",
            .object(
                [
                    ("action", text("What was done.")),
                    ("verdict", word(Judgement.self, "What the policy says of it.")),
                    ("norm", orNull("The norm that was answered or that stood in the way.")),
                    ("rule", orNull("Where that norm comes from.")),
                ], required: ["action", "verdict", "norm", "rule"])
        ),
        ("change", .anyOf([.reference("ladderChange"), .reference("statusChange")])),
        (
            "ladderChange",
            .object(
                [
                    ("ladder", text("Its name.")), ("from", position("The position before.")),
                    ("to", position("The position now.")),
                ], required: ["ladder", "from", "to"])
        ),
        (
            "statusChange",
            .object(
                [
                    ("status", text("Its name.")),
                    ("from", phase.described("The phase before; null where it never began.")),
                    ("to", word(StatusPhase.self, "The phase now.")),
                ], required: ["status", "from", "to"])
        ),
        (
            "coached",
            .object(
                [("phrase", text("The phrase.")), ("language", text("Its language."))],
                required: ["phrase", "language"])
        ),
        (
            "conflict",
            .object(
                [
                    ("action", text("What is both owed and forbidden.")), ("duty", text("Where the duty comes from.")),
                    ("prohibition", text("Where the prohibition comes from.")),
                ], required: ["action", "duty", "prohibition"])
        ),
        (
            "fault",
            .object(
                [
                    ("rule", text("Where it happened.")), ("code", text("What kind of fault, stable.")),
                    ("message", text("What happened, for people.")),
                ], required: ["rule", "code", "message"])
        ),
    ]

    // MARK: Values

    private static func text(_ summary: String) -> Schema { Schema.string().described(summary) }
    private static func moment(_ summary: String) -> Schema { Schema.reference("time").described(summary) }
    private static func orNull(_ summary: String) -> Schema { Schema.types(["string", "null"]).described(summary) }
    private static func list(_ name: String, _ summary: String) -> Schema {
        Schema.list(of: .reference(name), least: 1).described(summary)
    }
    private static func position(_ summary: String) -> Schema {
        Schema.types(["integer"]).with("minimum", .int(0)).described(summary)
    }
    private static func word<Word: RawRepresentable<String> & CaseIterable & Equatable>(
        _ type: Word.Type, _ summary: String, without: [Word] = []
    ) -> Schema {
        Schema.oneOf(words: Word.allCases.filter { !without.contains($0) }.map(\.rawValue)).described(summary)
    }
    private static let phase = Schema([
        ("enum", .array(StatusPhase.allCases.map { .string($0.rawValue) } + [.null]))
    ])
    private static let arguments = Schema([
        ("type", .string("object")), ("minProperties", .int(1)),
        ("additionalProperties", Schema.anyOf([.types(["string", "integer"]), .list(of: .string())]).json),
    ])
    /// Always UTC with milliseconds.
    private static let time = Schema.string(
        pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$")
}

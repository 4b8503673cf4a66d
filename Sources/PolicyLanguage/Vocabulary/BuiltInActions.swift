/// What the language itself says of an action; a policy's `actions:` narrows it.
public struct BuiltInAction: Sendable {
    public let name: String
    public let by: [String]
    public let closed: Bool
    public let irreversible: Bool
    public let during: Home

    private init(
        _ name: String, by: [String], closed: Bool = false, irreversible: Bool = false, during: Home = .contact
    ) {
        self.name = name
        self.by = by
        self.closed = closed
        self.irreversible = irreversible
        self.during = during
    }

    /// Every built-in action, by role as in §8 of the language.
    public static let all: [BuiltInAction] = [
        BuiltInAction("say", by: ["agent"]),
        BuiltInAction("warn", by: ["agent"]),
        BuiltInAction("announce", by: ["agent"]),
        BuiltInAction("end_contact", by: ["agent"], closed: true, irreversible: true),
        BuiltInAction("transfer", by: ["agent"]),
        BuiltInAction("hold", by: ["agent"]),
        BuiltInAction("redirect", by: ["agent"]),
        BuiltInAction("call_back", by: ["agent"], during: .customer),
        BuiltInAction("answer", by: ["agent"], during: .customer),
        BuiltInAction("record", by: ["agent"], during: .customer),
        BuiltInAction("ask_feedback", by: ["agent"]),
        BuiltInAction("involve_supervisor", by: ["agent", "supervisor", "system"]),
        BuiltInAction("notify", by: ["agent", "supervisor", "system"], during: .customer),
        BuiltInAction("offer_break", by: ["supervisor"], during: .agent),
        BuiltInAction("decide", by: ["manager"], during: .customer),
        BuiltInAction("notice", by: ["manager"], during: .customer),
        BuiltInAction("report", by: ["manager"], during: .customer),
        BuiltInAction("preserve_recording", by: ["system"], during: .customer),
        BuiltInAction("route_to", by: ["system"]),
    ]

    public static func named(_ name: String) -> BuiltInAction? { all.first { $0.name == name } }

    /// The roles of a policy that names none of its own.
    public static let roles = ["agent", "supervisor", "manager", "director", "system"]
}

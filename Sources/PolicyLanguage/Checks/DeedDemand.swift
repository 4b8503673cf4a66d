import SourceText

/// What a deed of an action needs to be one, as a condition on `action.done` asks for it.
struct DeedDemand {
    /// Who may do it; nil where everybody may.
    let who: String?
    /// Whether it is kept from somebody who might do it: where agents may and the policy names no roles of its own, the
    /// others of the usual ones are on nobody's mind.
    let isKept: Bool
    /// What has to be said and filled in with it, whoever asks for it.
    let said: String?
    let fields: String?

    init(_ action: String, _ view: PolicyView) {
        self.init(action, view.declaration(of: action), view.policy.roles.map(\.value))
    }

    /// `own` are the roles that the policy names.
    init(_ action: String, _ declared: ActionDeclaration?, _ own: [String]) {
        let roles = DeedDemand.roles(of: action, declared)
        let listed = own.isEmpty ? BuiltInAction.roles : own
        isKept = !own.isEmpty || !(roles?.contains("agent") ?? true)
        who = roles.flatMap { roles in
            if listed.allSatisfy(roles.contains) { return nil }
            return roles.count == 1 ? "event.by == \"\(roles[0])\"" : "event.by in [\(DeedDemand.texts(roles))]"
        }
        said = DeedDemand.asked("event.said", declared?.mustSay.map { "\"\($0.value)\" in event.said" } ?? [])
        fields = DeedDemand.asked("event.fields", declared?.fields.map { "has(event.fields.\($0.value))" } ?? [])
    }

    /// All of it, beside the action.
    var all: [String] { [who, said, fields].compactMap(\.self) }

    /// Nil where a deed of the language's own is left to whoever does it, as what agents do is.
    private static func roles(of action: String, _ declared: ActionDeclaration?) -> [String]? {
        if let by = declared?.by { return by.map(\.value) }
        guard let roles = BuiltInAction.named(action)?.by, !roles.contains("agent") else { return nil }
        return roles
    }

    private static func asked(_ name: String, _ parts: [String]) -> String? {
        parts.isEmpty ? nil : (["has(\(name))"] + parts).joined(separator: " && ")
    }

    private static func texts(_ names: [String]) -> String {
        names.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}

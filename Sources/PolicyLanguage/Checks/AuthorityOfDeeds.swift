import SourceText

/// Rules that follow a deed which only some roles may do, and do not ask who did it: a deed by the wrong role sets them off, too.
struct AuthorityOfDeeds {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.sources.compactMap { source in
            guard !source.when.isEmpty, source.when.allSatisfy({ $0.isEvent(.actionDone) }),
                let condition = source.guard.condition, !view.reads(source.guard).contains("event.by"),
                let action = action(in: condition, view), let roles = roles(of: action, view)
            else { return nil }
            let asks =
                roles.count == 1
                ? "event.by == \"\(roles[0])\""
                : "event.by in [\(roles.map { "\"\($0)\"" }.joined(separator: ", "))]"
            return .warning(
                "by-anybody", condition.text.span,
                "\(quoted(source.id)) follows \(quoted(action)) whoever did it, also who may not",
                "ask who did it: `… && \(asks)`")
        }
    }

    /// The one action that a condition asks for.
    private static func action(in condition: Condition, _ view: PolicyView) -> String? {
        for requirement in view.requirements(condition, holds: true) where requirement.holds {
            let parts = requirement.text.split(separator: "\"", omittingEmptySubsequences: false)
            if parts.count == 3, parts[0] == "event.action==", parts[2].isEmpty { return String(parts[1]) }
        }
        return nil
    }

    /// The roles to which an action is kept; nil where agents do it, too, as they do what nobody says.
    private static func roles(of action: String, _ view: PolicyView) -> [String]? {
        let declared = view.policy.actions.first { $0.name.value == action }?.by?.map(\.value)
        guard let roles = declared ?? BuiltInAction.named(action)?.by, !roles.contains("agent") else { return nil }
        return roles
    }
}

import SourceText

/// How many names of a kind a policy can have: the engine keeps them as bits of 64.
enum NameLimits {
    static let conduct = 60
    static let roles = 60
    static let actions = 40

    /// More names than the engine has room for.
    static func find(in view: PolicyView) -> [Diagnostic] {
        let own = view.policy.actions.map(\.name).filter { BuiltInAction.named($0.value) == nil }
        return [
            excess(view.policy.conduct.map(\.name), conduct, "classes of conduct", "treat alike classes as one"),
            excess(view.policy.roles, roles, "roles", "leave out those that no norm names"),
            excess(own, actions, "actions of its own", "treat alike actions as one, and tell them apart by `fields:`"),
        ].compactMap(\.self)
    }

    private static func excess(
        _ names: [Located<String>], _ most: Int, _ noun: String, _ help: String
    ) -> Diagnostic? {
        guard names.count > most else { return nil }
        return .error(
            "too-many", names[most].span, "a policy has at most \(most) \(noun), and this one has \(names.count)", help)
    }
}

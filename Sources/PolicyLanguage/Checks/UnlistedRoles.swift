import SourceText

/// Acts that fall to a role which the policy's own list of roles leaves out: nobody in the company would do them.
struct UnlistedRoles {
    static func find(in view: PolicyView) -> [Diagnostic] {
        guard let first = view.policy.roles.first else { return [] }
        let hasAgent = view.roles.contains("agent")
        // Without it every act of an agent is unlisted, and a deed reported as usual is one by the wrong role.
        let agent: Diagnostic? =
            hasAgent
            ? nil
            : .warning(
                "unlisted-role", first.span,
                "`roles` does not list `agent`, which is what events call whoever talks with the customer",
                help(view))
        return (agent.map { [$0] } ?? []) + unlisted(in: view, hasAgent)
    }

    private static func unlisted(in view: PolicyView, _ hasAgent: Bool) -> [Diagnostic] {
        var told: Set<String> = []
        return view.acts.compactMap { _, placed in
            let act = placed.act
            // A role that the author wrote and did not list is an unknown name, and told as that.
            guard act.by.isEmpty, placed.modality != .mustNot else { return nil }
            let roles = view.roles(of: act)
            if !hasAgent, roles.contains("agent") { return nil }
            guard view.roles.allSatisfy({ !roles.contains($0) }), told.insert(act.action.value).inserted else {
                return nil
            }
            let action = act.action.value
            return .warning(
                "unlisted-role", act.action.span,
                "\(quoted(action)) falls to \(enumerated(roles, "or")), which `roles` does not list",
                "say who does it with `actions: {\(action): {by: [\(view.roles[0])]}}`, or add \(quoted(roles[0])) to `roles`"
            )
        }
    }

    /// The roles with `agent` in the place of the one that was meant by it, as it seems.
    private static func help(_ view: PolicyView) -> String {
        guard let meant = view.roles.first(where: { alike.contains($0) }) ?? busiest(view) else {
            return
                "add it: `roles: [\((["agent"] + view.roles).joined(separator: ", "))]`, and say with `by:` what agents do"
        }
        let roles = ["agent"] + view.roles.filter { $0 != meant && !alike.contains($0) }
        return "if that is \(quoted(meant)), write `agent` for it, here and in every `by`: "
            + "`roles: [\(roles.joined(separator: ", "))]`"
    }

    /// The role that most actions fall to first, unless it leads others.
    private static func busiest(_ view: PolicyView) -> String? {
        let first =
            view.policy.actions.compactMap { $0.by?.first?.value }
            + view.acts.compactMap { $0.placed.act.by.first?.value }
        let counts = Dictionary(first.map { ($0, 1) }, uniquingKeysWith: +)
        return view.roles.filter { !leading.contains($0) && counts[$0] != nil }.max {
            counts[$0, default: 0] < counts[$1, default: 0]
        }
    }

    private static let leading: Set = ["supervisor", "manager", "system", "director", "legal", "security", "police"]

    /// What companies call whoever talks with the customer.
    private static let alike: Set = [
        "staff", "employee", "worker", "operator", "representative", "rep", "advisor", "adviser", "consultant", "clerk",
        "handler", "officer", "official", "volunteer", "counsellor", "call_taker", "call_handler", "service_agent",
        "support_agent", "user", "colleague",
    ]
}

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
                "write `agent` for that role, here and wherever it is named: "
                    + "`roles: [\(withAgent(view.roles).joined(separator: ", "))]`")
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

    /// The roles with `agent` in the place of the one that was meant by it.
    private static func withAgent(_ roles: [String]) -> [String] {
        ["agent"] + roles.filter { !alike.contains($0) }
    }

    /// What companies call whoever talks with the customer.
    private static let alike: Set = [
        "staff", "employee", "worker", "operator", "representative", "rep", "advisor", "adviser", "consultant", "clerk",
        "handler", "call_taker", "call_handler", "service_agent", "support_agent", "user", "colleague",
    ]
}

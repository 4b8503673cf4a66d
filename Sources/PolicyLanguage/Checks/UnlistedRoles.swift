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
            let missing = roles.filter { !view.roles.contains($0) }
            // The system answers for itself, listed or not, where a person is there to do it as well.
            let isNobodys = missing.count == roles.count
            guard isNobodys || missing.contains(where: { $0 != "system" }),
                told.insert(act.action.value).inserted
            else { return nil }
            return isNobodys ? nobodys(act.action, roles, view) : partly(act.action, roles, missing, view)
        }
    }

    private static func nobodys(_ action: Located<String>, _ roles: [String], _ view: PolicyView) -> Diagnostic {
        let leads = !Set(roles).isDisjoint(with: ["manager", "supervisor", "director"])
        let doer = (leads ? leader(view) : nil) ?? view.roles[0]
        return .warning(
            "unlisted-role", action.span,
            "\(quoted(action.value)) falls to \(enumerated(roles, "or")), which `roles` does not list",
            "say who does it with `actions: {\(action.value): {by: [\(doer)]}}`, or add \(quoted(roles[0])) to `roles`"
        )
    }

    /// Some of those who owe it by the language's own word are roles of the policy, and those who stand in the place
    /// of the others are not among them.
    private static func partly(
        _ action: Located<String>, _ roles: [String], _ missing: [String], _ view: PolicyView
    ) -> Diagnostic {
        let missing = missing.filter { $0 != "system" }
        let by = ["agent", leader(view), "system"].compactMap(\.self).filter(view.roles.contains)
        return .warning(
            "unlisted-role", action.span,
            "\(quoted(action.value)) falls to \(enumerated(roles, "or")), and `roles` does not list \(enumerated(missing))",
            "say who does it with `actions: {\(action.value): {by: [\(by.joined(separator: ", "))]}}`, "
                + "or add \(quoted(missing[0])) to `roles`")
    }

    /// Who leads the agents, in the policy's own words.
    private static func leader(_ view: PolicyView) -> String? {
        let words = ["lead", "supervisor", "manager", "senior", "head", "chief", "duty", "shift", "decision"]
        return words.lazy.compactMap { word in view.roles.first { $0.contains(word) } }.first
            ?? view.roles.first { leading.contains($0) && !["system", "legal", "security", "police"].contains($0) }
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

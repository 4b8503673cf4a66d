import SourceText

/// Acts that fall to a role which the policy's own list of roles leaves out: nobody in the company would do them.
struct UnlistedRoles {
    static func find(in view: PolicyView) -> [Diagnostic] {
        if view.policy.roles.isEmpty { return [] }
        var told: Set<String> = []
        return view.acts.compactMap { _, placed in
            let act = placed.act
            // A role that the author wrote and did not list is an unknown name, and told as that.
            guard act.by.isEmpty, placed.modality != .mustNot else { return nil }
            let roles = view.roles(of: act)
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
}

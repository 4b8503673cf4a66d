import SourceText

/// Whom a notice of something is for: named, known, and not the one who has missed it.
struct Recipients {
    private let view: PolicyView

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = Recipients(view: view)
        var found: [Diagnostic] = []
        for (_, placed) in view.acts where placed.modality.isDuty {
            found += check.misspelt(placed.act)
            for consequence in placed.act.ifMissed { found += check.toItself(consequence, placed.act) }
        }
        return found
    }

    private func misspelt(_ act: Act) -> [Diagnostic] {
        guard act.action.value == "notify" else { return [] }
        guard let who = act.to else {
            return [
                .warning(
                    "tells-nobody", act.action.span, "`notify` names nobody who is to be told",
                    act.span == act.action.span
                        ? "write `{notify: {who: \(other(than: []))}}`"
                        : "add `who: \(other(than: []))`; to tell the customer something is `say`")
            ]
        }
        if view.roles.contains(who.value) { return [] }
        let meant = nearest(who.value, in: view.roles)
        let part = who.value.lowercased().split { " _-".contains($0) }.map(String.init).first(
            where: view.roles.contains)
        let all = view.roles + [Recipients.name(who.value)]
        let listed = "list it: `roles: [\(all.joined(separator: ", "))]`"
        let customers: Set = [
            "customer", "caller", "client", "patient", "visitor", "tenant", "citizen", "user", "guest",
        ]
        let help =
            if customers.contains(who.value) {
                "`notify` is for people of the company; to tell the customer something is `say: {script: my_words}`, or "
                    + "`notice: {form: letter}`"
            } else if let meant {
                "did you mean \(quoted(meant))?"
            } else if let part {
                "did you mean \(quoted(part))? If it is a role of its own, \(listed)"
            } else {
                "write one of \(enumerated(view.roles, "or")); or, if somebody of that name is told, \(listed)"
            }
        return [
            .warning(
                "unknown-recipient", who.span, "no role of the policy is called \(quoted(who.value))", help)
        ]
    }

    /// A text as the name of a role.
    private static func name(_ text: String) -> String {
        String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    /// A miss that is told to nobody but the one role that missed it.
    private func toItself(_ consequence: Act, _ missed: Act) -> [Diagnostic] {
        let doing = view.roles(of: missed)
        guard consequence.action.value == "notify", let who = consequence.to, doing == [who.value],
            missed.ifMissed.count == 1
        else { return [] }
        return [
            .warning(
                "tells-itself", who.span,
                "when \(quoted(missed.action.value)) is missed, only \(quoted(who.value)) is told, who missed it",
                "write `who: \(other(than: view.knowing(of: missed)))`")
        ]
    }

    private func other(than others: [String]) -> String {
        let outside: Set = ["agent", "system", "police", "security", "customer", "bot", "colleague"]
        let above = view.roles.reversed().filter { !outside.contains($0) } + view.roles.filter(outside.contains)
        return view.role(of: ["supervisor", "manager", "director"] + above, otherThan: others)?.name ?? "…"
    }
}

import SourceText

/// Prohibitions that are lifted, of what is closed already and nowhere allowed: the act is forbidden all the same.
///
/// One that is never lifted says a second time what holds anyway, as a policy that others extend may well do.
struct IdleProhibitions {
    static func find(in view: PolicyView) -> [Diagnostic] {
        let wanted = Set(view.acts.filter { $0.placed.modality != .mustNot }.map(\.placed.act.action.value))
        var told: Set<String> = []
        return view.acts.compactMap { _, placed in
            let act = placed.act
            let action = act.action.value
            guard placed.modality == .mustNot, !act.guard.isEmpty || act.until != nil, view.isClosed(action),
                !wanted.contains(action),
                told.insert(action).inserted
            else { return nil }
            let isOwn = view.isClosedHere(action)
            let closed = isOwn ? "closed by `actions`" : "closed by itself"
            let lifted =
                act.guard.isEmpty ? "once this `must_not` is over" : "where its condition lifts this `must_not`"
            return .warning(
                "idle-prohibition", act.action.span,
                "\(quoted(action)) is \(closed) and nothing in this policy allows it: \(lifted), it is forbidden all the same",
                help(act, isOwn: isOwn))
        }
    }

    private static func help(_ act: Act, isOwn: Bool) -> String {
        let action = act.action.value
        let allow =
            permission(act).map { "write \(quoted($0)) in its place" } ?? "give a `may: \(action)` somewhere"
        let open =
            isOwn ? "take `closed: true` out of `actions`" : "say `actions: {\(action): {closed: false}}`"
        return "\(allow), or \(open) if it is open unless forbidden"
    }

    /// The permission that says what a prohibition with `unless` was meant to say.
    private static func permission(_ act: Act) -> String? {
        guard act.guard.condition == nil, let text = act.guard.exception?.text.value, text.count <= 60,
            !text.contains(where: { "'`\n".contains($0) })
        else { return nil }
        return "may: {\(act.action.value): {if: '\(text)'}}"
    }
}

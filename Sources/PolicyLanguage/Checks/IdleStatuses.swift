import SourceText

/// Statuses that begin, and from which nothing follows.
struct IdleStatuses {
    /// Only the file asked for is looked at: children may give a parent's status its meaning.
    static func find(in view: PolicyView, _ mentions: Mentions) -> [Diagnostic] {
        var waited: Set<String> = []
        for case .status(let name, _) in view.triggers.map(\.kind) { waited.insert(name.value) }
        let begun = Set(view.sources.flatMap { $0.rule?.begins ?? [] }.map(\.status.value))
        return view.policy.statuses.compactMap { status in
            let name = status.name.value
            guard status.whileActive.isEmpty, status.options.isEmpty, begun.contains(name), !waited.contains(name),
                !mentions.contains(name), status.name.span.file == view.policy.span.file
            else { return nil }
            return .warning(
                "idle-status", status.name.span, "nothing follows from the status \(quoted(name))",
                "add `while_active:` with what stands then, or read it with \(quoted("status(\"\(name)\")")) "
                    + "in a condition")
        }
    }
}

import SourceText

/// Norms that the end of a contact brings and that live with that contact: they close in the moment they come.
struct OwedAfterTheEnd {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.acts.compactMap { source, placed in
            guard source.ladder == nil, !placed.isStanding, !placed.isConsequence,
                view.home(of: placed, in: source) == .contact, !source.when.isEmpty,
                source.when.allSatisfy({ isTheEnd($0, view) })
            else { return nil }
            let action = placed.act.action.value
            let ends = placed.modality.isDuty ? "can never be done" : "never stands"
            return .warning(
                "owed-after-the-end", placed.act.action.span,
                "\(quoted(action)) \(ends): it comes with the end of the contact, and lives no longer than the contact",
                placed.modality.isDuty
                    ? "write `during: customer` or `during: agent` in \(quoted(action)), or set \(quoted(source.id)) off earlier"
                    : "set \(quoted(source.id)) off earlier, or take \(quoted(action)) out")
        }
    }

    private static func isTheEnd(_ trigger: Trigger, _ view: PolicyView) -> Bool {
        if trigger.isEvent(.contactEnded) { return true }
        guard case .measure(let name, _) = trigger.kind, let measure = view.measures[name.value] else { return false }
        return measure.kind == .count && !measure.of.isEmpty && measure.of.allSatisfy { $0.isEvent(.contactEnded) }
    }
}

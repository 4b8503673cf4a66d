import SourceText

/// Acts that outlive the contact and ask, all the while, for a status that does not.
struct OutlivesStatus {
    static func find(in view: PolicyView) -> [Diagnostic] {
        let ofContact = view.policy.statuses.filter { $0.about == .contact }.map(\.name.value)
        return view.acts.compactMap { source, placed in
            guard !placed.isStanding, view.home(of: placed, in: source) != .contact else { return nil }
            for (key, condition) in [("if", placed.act.guard.condition), ("unless", placed.act.guard.exception)] {
                let reads = view.reads(condition)
                guard let condition, let status = ofContact.first(where: { reads.contains("status(\"\($0)\")") }) else {
                    continue
                }
                return .warning(
                    "outlives-status", condition.text.span,
                    "\(quoted(placed.act.action.value)) outlives the contact, and the status \(quoted(status)) ends with it: its "
                        + "\(quoted(key)) reads false from then on",
                    "if it is owed in this contact alone write `during: contact` in it; else ask for what was seen, such as `contact.conduct(\"\(conduct(view))\") > 0`, or ask once, beside the `when` of "
                        + quoted(source.id))
            }
            return nil
        }
    }

    private static func conduct(_ view: PolicyView) -> String { view.policy.conduct.first?.name.value ?? "danger" }
}

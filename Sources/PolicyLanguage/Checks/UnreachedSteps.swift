import SourceText

/// Steps of ladders that nothing can bring about.
struct UnreachedSteps {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.policy.ladders.compactMap { ladder in
            once(ladder) ?? afterTheEnd(ladder) ?? suspended(ladder, view)
        }
    }

    /// A contact begins once and ends once, so a ladder kept for it counts one of each at most.
    private static func once(_ ladder: Ladder) -> Diagnostic? {
        guard ladder.per == .contact, !ladder.when.isEmpty else { return nil }
        let single: [BuiltInEvent] = [.contactStarted, .contactEnded]
        guard ladder.when.allSatisfy({ trigger in single.contains { trigger.isEvent($0) } }) else { return nil }
        let most = Set(ladder.when.map(\.key)).count
        var asked = 0
        for (index, step) in ladder.steps.enumerated() {
            asked += step.times
            if asked <= most { continue }
            return finding(
                ladder, index, "what it counts happens \(most == 1 ? "once" : "twice") in a contact",
                "add `per: customer` and `in_last: 365d` to the ladder, or take the step out")
        }
        return nil
    }

    /// A duty to end the contact has to be done before the next step, and then the contact is over.
    private static func afterTheEnd(_ ladder: Ladder) -> Diagnostic? {
        guard ladder.per == .contact, ladder.climbs == .whenDone else { return nil }
        for (index, step) in ladder.steps.enumerated().dropLast() {
            let duties = step.norms.must + step.norms.should
            guard let end = duties.first(where: { $0.action.value == "end_contact" && $0.guard.isEmpty }) else {
                continue
            }
            return finding(
                ladder, index + 1, "the step before it ends the contact",
                "make `end_contact` the last step, or allow it with `may`",
                related: [Diagnostic.Related(span: end.action.span, message: "it is to be ended here")])
        }
        return nil
    }

    private static func suspended(_ ladder: Ladder, _ view: PolicyView) -> Diagnostic? {
        guard let condition = ladder.suspendedWhile, let typed = view.typed(condition),
            let whole = typed.subconditions.first?.range,
            typed.warnings.contains(where: { $0.code == "always-true" && $0.range == whole })
        else { return nil }
        return finding(
            ladder, 0, "the ladder is always suspended", "mend `suspended_while`, or take it out",
            related: [Diagnostic.Related(span: condition.text.span, message: "it always holds")])
    }

    private static func finding(
        _ ladder: Ladder, _ index: Int, _ reason: String, _ help: String, related: [Diagnostic.Related] = []
    ) -> Diagnostic {
        let span = ladder.steps[index].span
        return .warning(
            "unreached-step", SourceSpan(file: span.file, from: span.start, to: span.start),
            "step \(index + 1) of \(quoted("ladders.\(ladder.name.value)")) is never reached: \(reason)", help,
            related: related)
    }
}

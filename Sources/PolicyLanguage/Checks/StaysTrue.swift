import SourceText

/// Rules that fire again on every later contact, because what they ask of the customer stays true.
struct StaysTrue {
    private let view: PolicyView
    private let counts: [String: Measure]

    static func find(in view: PolicyView) -> [Diagnostic] {
        let counts = view.policy.measures.filter { $0.per == .customer && $0.kind == .count }
        let check = StaysTrue(
            view: view, counts: Dictionary(counts.map { ($0.name.value, $0) }) { first, _ in first })
        return view.sources.compactMap { check.finding($0) }
    }

    private func finding(_ source: NormSource) -> Diagnostic? {
        guard source.ladder == nil, source.isSetOffByEvents, let condition = source.guard.condition,
            source.acts.contains(where: { isForTheCustomer($0, source) })
        else { return nil }
        let requirements = view.requirements(condition, holds: true)
        if requirements.contains(where: \.isOfEvent) { return nil }
        for requirement in requirements {
            guard let comparison = requirement.comparison, [">", ">="].contains(comparison.sign),
                let measure = counts[comparison.subject], comesRound(source, measure),
                let number = Int64(comparison.value), number < Int64.max
            else { continue }
            let name = comparison.subject
            let reached = comparison.sign == ">" ? number + 1 : number
            let trigger = "when: {measure: \(name), reaches: \(reached)}"
            return .warning(
                "stays-true", condition.text.span,
                "\(quoted(source.id)) fires again on every later contact while \(quoted(name)) stays as high",
                "use \(quoted(trigger)), which happens once; meant so? write "
                    + "`# holdline: allow stays-true because …` on the line above")
        }
        return nil
    }

    /// Duties that outlive the contact are owed once for the customer, not once a contact.
    private func isForTheCustomer(_ placed: PlacedAct, _ source: NormSource) -> Bool {
        placed.modality.isDuty && !placed.isConsequence && view.home(of: placed, in: source) == .customer
    }

    /// Whether a rule is looked at once a contact, or each time the measure moves.
    private func comesRound(_ source: NormSource, _ measure: Measure) -> Bool {
        let moves = Set(measure.of.map(\.key))
        return source.when.contains { trigger in
            trigger.isEvent(.contactStarted) || trigger.isEvent(.contactEnded) || moves.contains(trigger.key)
        }
    }
}

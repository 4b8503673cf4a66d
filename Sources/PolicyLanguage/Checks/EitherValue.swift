import SourceText

/// What a fact sets off that may be true or false, without asking which it is.
struct EitherValue {
    private let view: PolicyView
    /// Facts that are true or false.
    private let truths: Set<String>

    static func find(in view: PolicyView) -> [Diagnostic] {
        let truths = view.policy.facts.filter { $0.type == .bool }.map(\.name.value)
        let check = EitherValue(view: view, truths: Set(truths))
        return view.policy.measures.compactMap { check.finding($0) } + view.sources.compactMap { check.finding($0) }
    }

    private func finding(_ source: NormSource) -> Diagnostic? {
        guard let (fact, condition) = asked(source.when, source.guard) else { return nil }
        let isBegun = !(source.rule?.begins ?? []).isEmpty || !(source.rule?.ends ?? []).isEmpty
        // An act may ask for itself, all the while.
        let asks = !source.acts.isEmpty && source.acts.allSatisfy { $0.isConsequence || reads(fact, $0.act.guard) }
        if asks, !isBegun, source.ladder == nil { return nil }
        return finding(condition, "\(quoted(source.id)) is set off", fact)
    }

    private func finding(_ measure: Measure) -> Diagnostic? {
        guard let (fact, condition) = asked(measure.of, measure.guard),
            !view.reads(measure.runsWhile).contains("fact(\"\(fact)\")")
        else { return nil }
        let name = quoted(measure.name.value)
        return finding(condition, measure.kind == .elapsed ? "\(name) begins again" : "\(name) counts", fact)
    }

    private func finding(_ condition: Condition, _ what: String, _ fact: String) -> Diagnostic {
        .warning(
            "either-value", condition.text.span,
            "\(what) as well when \(quoted(fact)) is recorded as false",
            "ask for its value: `event.name == \"\(fact)\" && fact(\"\(fact)\")`")
    }

    /// The fact that something waits for by its name alone.
    private func asked(_ triggers: [Trigger], _ guard: Guard) -> (String, Condition)? {
        guard !triggers.isEmpty, triggers.allSatisfy({ $0.isEvent(.factRecorded) }), let condition = `guard`.condition
        else { return nil }
        let named = view.requirements(condition, holds: true).lazy.compactMap { requirement -> String? in
            guard let comparison = requirement.comparison, comparison.subject == "event.name", comparison.sign == "=="
            else { return nil }
            return String(comparison.value.dropFirst().dropLast())
        }.first
        guard let fact = named, truths.contains(fact), !reads(fact, `guard`) else { return nil }
        return (fact, condition)
    }

    private func reads(_ fact: String, _ guard: Guard) -> Bool {
        let reads = view.reads(`guard`)
        return reads.contains("fact(\"\(fact)\")") || reads.contains("event.value")
    }
}

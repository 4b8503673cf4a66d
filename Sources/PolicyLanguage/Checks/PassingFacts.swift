import SourceText

/// Facts that come and go, and what does not go with them: clocks that every fact restarts, permissions that stand on.
struct PassingFacts {
    private let view: PolicyView

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = PassingFacts(view: view)
        return view.policy.measures.compactMap { check.anyFact($0) }
            + view.sources.compactMap { check.anyFact($0) }
            + view.acts.compactMap { check.standsOn($0.source, $0.placed) }
    }

    // MARK: Measures

    /// A measure over facts that asks whether one is true, and not whether that one was recorded.
    private func anyFact(_ measure: Measure) -> Diagnostic? {
        guard measure.of.contains(where: { $0.isEvent(.factRecorded) }), let condition = measure.guard.condition,
            !view.reads(measure.guard).contains(where: { $0.hasPrefix("event.") }),
            let fact = facts(condition).first
        else { return nil }
        let name = quoted(measure.name.value)
        let stops =
            measure.kind == .elapsed && measure.runsWhile == nil
            ? "; and what stops the clock again is `runs_while: 'fact(\"\(fact)\")'`" : ""
        return .warning(
            "any-fact", condition.text.span,
            measure.kind == .elapsed
                ? "\(name) starts again with every fact that is recorded while \(quoted(fact)) is true"
                : "\(name) counts every fact that is recorded while \(quoted(fact)) is true",
            "ask which one was recorded: `event.name == \"\(fact)\" && …`\(stops)")
    }

    // MARK: Rules

    /// What is set off by facts and asks of one whether it is true, and nothing else: not of several, which may come
    /// in any order.
    private func anyFact(_ source: NormSource) -> Diagnostic? {
        guard !source.when.isEmpty, source.when.allSatisfy({ $0.isEvent(.factRecorded) }),
            let condition = source.guard.condition, view.requirements(condition, holds: true).count == 1,
            let fact = facts(condition).first
        else { return nil }
        return .warning(
            "any-fact", condition.text.span,
            "\(quoted(source.id)) is set off by every fact that is recorded while \(quoted(fact)) is true",
            "ask which one was recorded: `event.name == \"\(fact)\" && …`")
    }

    // MARK: Permissions

    /// What a clock allows while a fact is true, and goes on allowing afterwards.
    private func standsOn(_ source: NormSource, _ placed: PlacedAct) -> Diagnostic? {
        let act = placed.act
        guard let rule = source.rule, placed.modality == .may, !placed.isStanding, act.until == nil else { return nil }
        let clocks = rule.when.compactMap { trigger -> Measure? in
            guard case .measure(let name, _) = trigger.kind else { return nil }
            return view.measures[name.value].flatMap { $0.kind == .elapsed ? $0 : nil }
        }
        guard !clocks.isEmpty else { return nil }
        let rests = facts(rule.guard.condition) + clocks.flatMap { facts($0.runsWhile) }
        guard let fact = rests.first(where: isTruth),
            !view.reads(act.guard).contains(where: { $0.hasPrefix("fact(") })
        else { return nil }
        return .warning(
            "stands-on", act.action.span,
            "\(quoted(act.action.value)) goes on standing when \(quoted(fact)) is no longer true",
            "write the condition into the act as well, where it is asked all the while: "
                + "`may: {\(act.action.value): {if: 'fact(\"\(fact)\")'}}`")
    }

    // MARK: Facts

    /// The facts that have to be true for a condition to hold.
    private func facts(_ condition: Condition?) -> [String] {
        view.requirements(condition, holds: true).compactMap { requirement in
            let parts = requirement.text.split(separator: "\"", omittingEmptySubsequences: false)
            guard requirement.holds, parts.count == 3, parts[0] == "fact(", parts[2] == ")" else { return nil }
            return String(parts[1])
        }
    }

    private func isTruth(_ name: String) -> Bool {
        view.policy.facts.contains { $0.name.value == name && $0.type == .bool }
    }
}

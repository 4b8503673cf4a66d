import SourceText

/// Acts that cannot be taken back and that one observation of a machine can bring about.
struct SingleScore {
    private let view: PolicyView

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = SingleScore(view: view)
        return view.acts.compactMap { source, placed in
            guard placed.modality != .mustNot, !placed.isConsequence, view.isIrreversible(placed.act.action.value),
                placed.act.after == nil, !check.asksMore(placed.act.guard),
                check.restsOnOne(source, step: placed.step)
            else { return nil }
            return .warning(
                "single-score", placed.act.action.span,
                "a single observation by a machine can bring about \(quoted(placed.act.action.value)), "
                    + "which cannot be taken back",
                check.help(source))
        }
    }

    /// What to ask more of: the place where the observation is looked at.
    private func help(_ source: NormSource) -> String {
        let more = "add `if: 'event.source in [\"agent\", \"supervisor\"]'` to "
        if source.ladder != nil {
            return more + "\(quoted(source.id)), or ask for a second observation with `times: 2`"
        }
        switch source.when.first(where: isOne)?.kind {
        case .measure(let name, _): return more + "the measure \(quoted(name.value)), or write `reaches: 2`"
        case .ladder(let name, _): return more + "\(quoted("ladders.\(name.value)")), or write `times: 2` in its step"
        default: return more + "\(quoted(source.id)), or set it off with a measure that `reaches: 2`"
        }
    }

    private func restsOnOne(_ source: NormSource, step: Int?) -> Bool {
        if asksMore(source.guard) { return false }
        if let ladder = source.ladder, let step {
            let asked = ladder.steps.prefix(step).reduce(0) { $0 + $1.times }
            return asked < 2 && source.when.contains { $0.isConduct }
        }
        return source.when.contains { isOne($0) }
    }

    /// Whether one observation is enough for a trigger.
    private func isOne(_ trigger: Trigger) -> Bool {
        switch trigger.kind {
        case .event, .conduct: return trigger.isConduct
        case .measure(let name, let reached):
            guard let measure = view.measures[name.value] else { return false }
            return measure.kind == .count && reached.value < 2 && measure.of.contains { $0.isConduct }
                && !asksMore(measure.guard)
        case .ladder(let name, let step):
            guard let ladder = view.ladders[name.value] else { return false }
            return restsOnOne(NormSource(ladder), step: step.value)
        case .status, .duty: return false
        }
    }

    /// Whether a guard asks who or how sure the source is, or for something beyond the observation.
    private func asksMore(_ guard: Guard) -> Bool {
        let reads = view.reads(`guard`)
        if reads.contains("event.source") || reads.contains("event.confidence") { return true }
        // What must not be so is no second witness.
        let denied = Set(view.requirements(`guard`.condition, holds: true).filter { !$0.holds }.map(\.text))
        return view.reads(`guard`.condition).contains { name in
            view.measures[name] != nil && !denied.contains(name)
                || ["fact(", "status(", "ladder(", "contact.conduct("].contains { name.hasPrefix($0) }
                    && !denied.contains(name)
        }
    }
}

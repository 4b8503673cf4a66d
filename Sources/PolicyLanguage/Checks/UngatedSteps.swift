import SourceText

/// Ladders that climb to something irreversible whether or not what stands before it was done: a step that only allows
/// an act asks for nothing, so nothing is waited for.
struct UngatedSteps {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.policy.ladders.flatMap { ladder in
            ladder.steps.indices.dropLast().compactMap { finding($0, of: ladder, in: view) }
        }
    }

    private static func finding(_ index: Int, of ladder: Ladder, in view: PolicyView) -> Diagnostic? {
        let acts = ladder.steps[index].norms.all.filter { $0.modality != .mustNot }
        guard ladder.climbs == .whenDone, let allowed = acts.first?.act, acts.allSatisfy({ $0.modality == .may }),
            !acts.contains(where: { view.isIrreversible($0.act.action.value) })
        else { return nil }
        let number = index + 1
        let first = allowed.action.value
        func told(_ what: String, _ other: String) -> Diagnostic {
            .warning(
                "ungated-step", allowed.action.span,
                "step \(number) only allows \(quoted(first)), so \(what) comes next whether or not it was done",
                "write `must` or `should` in place of `may`, for the ladder waits for what it asks for\(other)")
        }
        func grave(_ step: Ladder.Step) -> Act? {
            step.norms.all.first {
                $0.modality != .mustNot && view.isIrreversible($0.act.action.value) && $0.act.after == nil
            }?.act
        }
        if let then = grave(ladder.steps[index + 1])?.action.value {
            return told(
                quoted(then),
                "; with `{\(then): {after: \(first)}}` in step \(number + 1) the ladder climbs all the same, and \(quoted(first)) may come as late as that"
            )
        }
        return ladder.steps.dropFirst(index + 2).contains { grave($0) != nil } ? told("step \(number + 1)", "") : nil
    }
}

import SourceText

/// Ladders that climb to something irreversible whether or not what stands before it was done: a step that only allows
/// an act asks for nothing, so nothing is waited for.
struct UngatedSteps {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.policy.ladders.flatMap { ladder in
            zip(ladder.steps, ladder.steps.dropFirst()).enumerated().compactMap { index, steps in
                step(index + 1, steps.0, steps.1, of: ladder, in: view)
            }
        }
    }

    private static func step(
        _ number: Int, _ step: Ladder.Step, _ next: Ladder.Step, of ladder: Ladder, in view: PolicyView
    ) -> Diagnostic? {
        let acts = step.norms.all.filter { $0.modality != .mustNot }
        guard ladder.climbs == .whenDone, let allowed = acts.first?.act, acts.allSatisfy({ $0.modality == .may }),
            !acts.contains(where: { view.isIrreversible($0.act.action.value) }),
            let grave = next.norms.all.first(where: {
                $0.modality != .mustNot && view.isIrreversible($0.act.action.value) && $0.act.after == nil
            })?.act
        else { return nil }
        let (first, then) = (allowed.action.value, grave.action.value)
        return .warning(
            "ungated-step", allowed.action.span,
            "step \(number) only allows \(quoted(first)), so \(quoted(then)) comes next whether or not it was done",
            "write `must` or `should` in place of `may`, or `{\(then): {after: \(first)}}` in step \(number + 1)")
    }
}

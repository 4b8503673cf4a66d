import PolicyLanguage

/// Stage 1, for `action.declined`: what somebody would not do, or could not.
extension Step {
    /// Closes the duties that were declined, as excused where the reason is one of `excused_by`.
    func judgeRefusal(_ event: EventAtHand) {
        guard let name = event.text("action"), let action = program.actionIndex[name] else { return }
        var refusal = Deed(action: action, name: name, role: event.text("by") ?? "agent", time: event.time)
        refusal.norm = event.text("norm")
        guard isJudgedHere(refusal) else { return }
        var open = visible(action).filter { !$0.isMissed }
        if let named = named(by: refusal), !named.isMissed { open = [named] }
        for norm in open {
            let effect = program.effects[Int(norm.effect)]
            guard effect.action == action, effect.modality.isDuty, roleFits(refusal, effect) else { continue }
            if let reason = event.text("reason"), effect.excusedBy.contains(reason) {
                verdict(refusal, .excused, norm.id, effect.rule)
                close(norm: norm.creation, as: .excused)
            } else {
                close(norm: norm.creation, as: .declined)
            }
        }
    }
}

import PolicyLanguage

/// Stage 7: duties that a prohibition beats, and conflicts.
extension Step {
    func maskDuties(in handle: Int32) {
        guard program.hasProhibitions, !lane.norms.isEmpty else { return }
        let prohibitions = lane.norms.filter {
            !$0.isMissed && program.effects[Int($0.effect)].modality == .mustNot && ownGuardHolds($0)
        }
        if prohibitions.isEmpty { return }
        let duties = lane.norms.filter {
            !$0.isMissed && ($0.scope == Scope.lane || $0.scope == handle)
                && program.effects[Int($0.effect)].modality.isDuty && ownGuardHolds($0)
        }
        for duty in duties {
            let beaten = prohibitions.filter { masks($0, duty) }
            if beaten.isEmpty { continue }
            let effect = program.effects[Int(duty.effect)]
            for prohibition in beaten where effect.modality == .must { noteConflict(duty, effect, prohibition) }
            close(norm: duty.creation, as: .superseded)
        }
    }

    /// Whether a prohibition that stands is stronger than a norm of the same act and home.
    func masks(_ prohibition: Norm, _ norm: Norm) -> Bool {
        let effect = program.effects[Int(norm.effect)]
        let other = program.effects[Int(prohibition.effect)]
        guard effect.action == other.action, prohibition.scope == norm.scope || prohibition.scope == Scope.lane,
            !program.overrides[effect.source].contains(other.source)
        else { return false }
        if let a = effect.to, let b = other.to, a != b { return false }
        if let a = effect.status, let b = other.status, a != b { return false }
        return effect.roles.isSubset(of: other.roles)
    }

    private func noteConflict(_ duty: Norm, _ effect: Effect, _ prohibition: Norm) {
        let other = program.effects[Int(prohibition.effect)]
        if program.overrides[other.source].contains(effect.source) { return }
        let conflict = Outcome.Conflict(
            action: program.actions[effect.action].name, duty: duty.id, prohibition: prohibition.id)
        if !outcome.conflicts.contains(conflict) { outcome.conflicts.append(conflict) }
    }
}

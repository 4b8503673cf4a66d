import PolicyLanguage

/// Norms as they end.
extension Step {
    /// Closes a norm in a state; a missed duty stays remembered, in place of an earlier one of the same act and home.
    func close(normAt index: Int, as state: NormState) {
        var norm = lane.norms[index]
        let effect = program.effects[Int(norm.effect)]
        // What answered it was told with the verdict.
        if program.isTracing, state != .fulfilled, state != .late { traceStanding(of: norm) }
        outcome.closed.append(
            Outcome.Closed(norm: norm.id, action: program.actions[effect.action].name, state: state))
        noteLast(norm, state == .fulfilled || state == .late ? .done : .undone)
        lane.norms.remove(at: index)
        if state == .missed {
            remember(missed: &norm)
        }
        if effect.modality.isDuty {
            brought.append(
                .duty(
                    action: effect.action, state, effect: Int(norm.effect), norm: norm.creation,
                    context: norm.context))
        }
    }

    /// Of each act and home only the latest missed norm is remembered.
    private func remember(missed norm: inout Norm) {
        let (effect, scope) = (norm.effect, norm.scope)
        let others = lane.norms.filter { $0.isMissed && $0.effect == effect && $0.scope == scope }
        let creation = norm.creation
        if others.contains(where: { $0.creation > creation }) { return }
        lane.norms.removeAll { $0.isMissed && $0.effect == effect && $0.scope == scope }
        norm.isMissed = true
        let place = lane.norms.firstIndex { $0.creation > creation } ?? lane.norms.endIndex
        lane.norms.insert(norm, at: place)
    }

    /// Where the ladder of a step's duty remembers how that duty stands; nil for other norms.
    private func ladderMemory(of norm: Norm) -> (home: Home, slot: Int, duty: Int, handle: Int32)? {
        guard case .duty(let ladder, _, let duty) = program.effects[Int(norm.effect)].basis else { return nil }
        let table = program.ladders[ladder]
        // A ladder per customer stayed behind where the contact came from; the one here did not ask for it.
        if norm.isMoved, table.home == .customer { return nil }
        return (table.home, table.slot, duty, norm.context)
    }

    /// Tells the ladder how a duty of one of its steps stands.
    func noteLast(_ norm: Norm, _ last: LadderState.Last) {
        guard let place = ladderMemory(of: norm) else { return }
        lane.change(place.home, place.handle) { vars in
            guard vars.ladders[place.slot].last.indices.contains(place.duty) else { return }
            vars.ladders[place.slot].last[place.duty] = last
        }
    }

    func close(norm creation: Int32, as state: NormState) {
        if let index = lane.position(ofNorm: creation) { close(normAt: index, as: state) }
    }

    /// Closes norms whose `until` this element is.
    func endNorms(by element: Element) {
        let handle = context(of: element)
        let open = lane.norms.filter {
            !$0.isMissed && $0.creation <= elementStart && ($0.scope == Scope.lane || $0.scope == handle)
        }
        for norm in open {
            let effect = program.effects[Int(norm.effect)]
            if let until = effect.untilPattern, matches(until, element) {
                close(norm: norm.creation, as: effect.modality.isDuty ? .released : .expired)
            } else if let until = effect.confirmUntil, matches(until, element) {
                confirm(norm)
            }
        }
        for index in toConfirm.indices {
            if let until = program.effects[Int(toConfirm[index].effect)].confirmUntil, matches(until, element) {
                toConfirm[index].isConfirmed = true
            }
        }
        guard program.effects.contains(where: { $0.confirmUntil != nil }) else { return }
        for index in lane.norms.indices where lane.norms[index].isMissed && lane.norms[index].creation <= elementStart {
            let norm = lane.norms[index]
            if norm.scope != Scope.lane && norm.scope != handle { continue }
            if let until = program.effects[Int(norm.effect)].confirmUntil, matches(until, element) {
                lane.norms[index].isConfirmed = true
            }
        }
    }

    /// The event that a confirmation waits for has come.
    private func confirm(_ norm: Norm) {
        guard let index = lane.position(ofNorm: norm.creation) else { return }
        if norm.isConfirmation {
            close(normAt: index, as: .released)
        } else {
            lane.norms[index].isConfirmed = true
        }
    }

    /// Something fell due.
    func fallDue(_ item: DueItem) {
        switch item.kind {
        case .deadline: passDeadline(item.subject)
        case .normUntil:
            guard let index = lane.position(ofNorm: item.subject), !lane.norms[index].isMissed else { return }
            let modality = program.effects[Int(lane.norms[index].effect)].modality
            close(normAt: index, as: modality.isDuty ? .released : .expired)
        case .clock: reachClock(item)
        case .cooling: cool(item)
        case .aging: age(item)
        case .factUntil:
            let table = program.facts[Int(item.subject)]
            lane.change(table.home, item.scope) { vars in
                guard vars.facts[table.slot].generation == item.generation else { return }
                vars.facts[table.slot].value = nil
            }
            if program.continuous.facts[Int(item.subject)] { lane.unsettle(table.home, item.scope) }
        case .statusUntil:
            let table = program.statuses[Int(item.subject)]
            if lane.look(table.home, item.scope, { $0.statuses[table.slot].generation }) == item.generation {
                endStatus(Int(item.subject), in: item.scope)
            }
        }
    }

    private func passDeadline(_ creation: Int32) {
        guard let index = lane.position(ofNorm: creation), !lane.norms[index].isMissed else { return }
        close(normAt: index, as: ownGuardHolds(lane.norms[index]) ? .missed : .released)
    }
}

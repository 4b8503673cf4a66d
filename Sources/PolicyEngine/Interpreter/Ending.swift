import PolicyLanguage

/// What happens when a contact ends, after its step.
extension Step {
    func endContact(_ event: EventAtHand) {
        guard let index = lane.position(ofHandle: context) else { return }
        let wasOpen = lane.contacts[index].ended == nil
        brought.empty()
        if wasOpen {
            lane.contacts[index].ended = now
            lane.nextForgetting = min(lane.nextForgetting, now + LaneLimits.lateness + 1)
            stopClocks(at: index)
            closeNorms(endedByOthers: event.text("by") == "customer" || event.text("reason") == "dropped")
            standingChanged = true
        }
        endStatuses(by: .event, afterStep: true)
        if wasOpen {
            for slot in lane.contacts[index].vars.statuses.active {
                endStatus(program.status(.contact, slot: slot), in: context)
            }
        }
        queue = brought
        queue.sort(in: program)
        follow()
        if standingChanged { syncStandingNorms() }
    }

    private func stopClocks(at index: Int) {
        for slot in lane.contacts[index].vars.measures.slots {
            let shown = lane.contacts[index].vars.measures[slot].elapsed(at: now)
            lane.contacts[index].vars.measures[slot].accumulated = shown
            lane.contacts[index].vars.measures[slot].runningSince = nil
            lane.contacts[index].vars.measures[slot].generation += 1
        }
    }

    private func closeNorms(endedByOthers: Bool) {
        let living = lane.norms.filter { $0.scope == context && !$0.isMissed }
        for norm in living {
            let isOwed = program.effects[Int(norm.effect)].modality.isDuty && norm.due != nil
            let isExcused = endedByOthers || !ownGuardHolds(norm)
            close(norm: norm.creation, as: !isOwed ? .expired : isExcused ? .released : .missed)
        }
    }
}

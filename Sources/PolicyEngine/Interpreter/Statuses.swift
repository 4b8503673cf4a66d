import PolicyLanguage

/// Statuses: beginning, ending, and the norms that stand by them and by ladders' positions.
extension Step {
    /// Begins a status in one of the program's ways.
    func beginStatus(_ index: Int, in handle: Int32) {
        let begin = program.begins[index]
        let table = program.statuses[begin.status]
        if table.home == .agent, lane.kind != .agent {
            tellAgent(.begin(index), in: handle)
            return
        }
        if table.home == .contact, handle == Scope.lane || isEnded(handle) { return }
        guard let before = lane.look(table.home, handle, { $0.statuses[table.slot] }), before.phase != .active else {
            return
        }
        lane.change(table.home, handle) { vars in
            vars.statuses[table.slot] = StatusState(
                phase: .active, generation: before.generation + 1, begin: Int32(index))
        }
        if let elapsed = begin.untilElapsed {
            let (due, overflow) = now.addingReportingOverflow(elapsed)
            if !overflow {
                lane.timers.insert(
                    DueItem(
                        time: due, kind: .statusUntil, creation: lane.nextCreation(), subject: Int32(begin.status),
                        scope: table.home == .contact ? handle : Scope.lane, generation: before.generation + 1))
            }
        }
        begun.append(begin.status)
        statusChanged(begin.status, from: before.phase, to: .active, handle)
    }

    func endStatus(_ status: Int, in handle: Int32) {
        let table = program.statuses[status]
        if table.home == .agent, lane.kind != .agent {
            tellAgent(.end(status: status), in: handle)
            return
        }
        guard isActive(status, handle) else { return }
        lane.change(table.home, handle) { vars in
            vars.statuses[table.slot].phase = .ended
            vars.statuses[table.slot].generation += 1
            vars.statuses[table.slot].begin = -1
        }
        statusChanged(status, from: .active, to: .ended, handle)
    }

    private func statusChanged(_ status: Int, from: StatusPhase?, to: StatusPhase, _ handle: Int32) {
        let table = program.statuses[status]
        outcome.changes.append(.status(table.name, from: from, to: to))
        standingChanged = true
        if program.continuous.statuses[status] { lane.unsettle(table.home, handle) }
        brought.append(.status(status, to, context: table.home == .contact ? handle : Scope.lane))
    }

    private func tellAgent(_ content: Message.Content, in handle: Int32) {
        let contact = lane.position(ofHandle: handle).map { lane.contacts[$0] }
        if let agent = event?.agent ?? contact?.agent { send(content, to: agent, in: handle) }
    }

    /// `status.decided` and `status.ended`.
    func applyDecision(_ event: EventAtHand, _ kind: BuiltInEvent) {
        // The lane in which it was judged tells the agent's what came of it.
        guard !isHeard, let name = event.text("status"), let status = program.statusIndex[name] else { return }
        if kind == .statusEnded {
            endStatus(status, in: context)
            return
        }
        let table = program.statuses[status]
        switch event.text("decision") {
        case "imposed": beginStatus(table.begin, in: context)
        case "reversed": endStatus(status, in: context)
        default: break
        }
    }

    /// The decision was judged in a way that leaves it without effect.
    var isOverruled: Bool {
        let verdicts = outcome.verdicts.filter { $0.action == "decide" }.map(\.verdict)
        if verdicts.contains(where: { [.forbidden, .wrongRole, .incomplete].contains($0) }) { return true }
        // One made before what it had to wait for counts only where something else asks for it or allows it.
        return verdicts.contains(.premature)
            && !verdicts.contains { [.fulfilled, .late, .permitted].contains($0) }
    }

    /// Ends statuses whose `until` this element is; those until `contact.ended` wait for the end of the step.
    func endStatuses(by element: Element, afterStep: Bool = false) {
        guard program.hasUntilPatterns else { return }
        let handle = context(of: element)
        for index in activeStatuses(in: handle) {
            let table = program.statuses[index]
            guard let state = lane.look(table.home, handle, { $0.statuses[table.slot] }), state.phase == .active,
                program.begins.indices.contains(Int(state.begin)),
                let pattern = program.begins[Int(state.begin)].untilPattern, matches(pattern, element)
            else { continue }
            var waits = false
            if case .event(.builtIn(.contactEnded)) = pattern { waits = true }
            if waits == afterStep, !begun.contains(index) { endStatus(index, in: handle) }
        }
    }

    /// The statuses of a contact and of its customer or agent that are active, ascending.
    private func activeStatuses(in handle: Int32) -> [Int] {
        let home: Home = lane.kind == .agent ? .agent : .customer
        var found = lane.vars.statuses.active.map { program.status(home, slot: $0) }
        if let contact = lane.position(ofHandle: handle) {
            found += lane.contacts[contact].vars.statuses.active.map { program.status(.contact, slot: $0) }
        }
        if found.count > 1 { found.sort() }
        return found
    }

    /// Begins and ends the norms that stand by a ladder's position or by a status, in order of effect.
    func syncStandingNorms() {
        standingChanged = false
        lane.hasJoined = false
        for index in program.standingEffects { sync(index) }
    }

    private func sync(_ index: Int) {
        let effect = program.effects[index]
        let instances: [Int32]
        switch effect.home {
        case .contact: instances = lane.contacts.filter { $0.ended == nil }.map(\.handle)
        case .customer: instances = lane.kind == .agent ? [] : [Scope.lane]
        case .agent: instances = lane.kind == .agent ? [Scope.lane] : []
        }
        releaseStranded(index)
        for place in instances {
            let stands = stands(effect, place)
            guard let stood = lane.look(effect.home, place, { $0.raised.contains(Int32(index)) }), stood != stands
            else {
                continue
            }
            lane.change(effect.home, place) { vars in
                if stands { vars.raised.append(Int32(index)) } else { vars.raised.removeAll { $0 == Int32(index) } }
            }
            if stands {
                issue(index, at: place, in: place == Scope.lane ? context : place)
            } else if let norm = lane.norms.first(where: {
                $0.effect == Int32(index) && $0.scope == place && !$0.isMissed
            }) {
                close(norm: norm.creation, as: .released)
            }
        }
    }

    /// What it stood by was left behind.
    private func releaseStranded(_ index: Int) {
        let stranded = lane.norms.filter { $0.effect == Int32(index) && $0.isStranded && !$0.isMissed }
        for norm in stranded { close(norm: norm.creation, as: .released) }
    }

    /// Whether a contact's channel is among some; none named means all.
    func isOn(_ channels: [String], _ handle: Int32) -> Bool {
        if channels.isEmpty { return true }
        guard let index = lane.position(ofHandle: handle), let channel = lane.contacts[index].channel else {
            return false
        }
        return channels.contains(channel)
    }

    private func stands(_ effect: Effect, _ instance: Int32) -> Bool {
        switch effect.basis {
        case .position(let ladder, let step):
            let table = program.ladders[ladder]
            return lane.look(table.home, instance) { vars in
                Int(vars.ladders[table.slot].position) >= step && !vars.ladders[table.slot].suspended
            } ?? false
        case .status(let status):
            return isActive(status, instance) && (instance == Scope.lane || isOn(effect.channels, instance))
        case .rule, .duty: return false
        }
    }
}

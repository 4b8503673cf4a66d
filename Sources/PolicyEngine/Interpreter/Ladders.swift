import PolicyLanguage

/// Ladders: climbing, repeating, suspension, cooling and ageing.
extension Step {
    /// Whether the ladder is one of this lane, its contact open.
    func isHere(_ index: Int, _ handle: Int32) -> Bool {
        let table = program.ladders[index]
        if lane.kind == .agent || table.home == .agent { return false }
        return table.home != .contact || (handle != Scope.lane && !isEnded(handle))
    }

    func isSuspended(_ index: Int, _ handle: Int32) -> Bool {
        let table = program.ladders[index]
        return lane.look(table.home, handle) { $0.ladders[table.slot].suspended } ?? false
    }

    private func state(_ table: LadderTable, _ handle: Int32) -> LadderState {
        lane.look(table.home, handle) { $0.ladders[table.slot] } ?? LadderState()
    }

    private func change(_ table: LadderTable, _ handle: Int32, _ body: (inout LadderState) -> Void) {
        lane.change(table.home, handle) { vars in body(&vars.ladders[table.slot]) }
        if program.continuous.readsLadders { lane.unsettle(table.home, handle) }
    }

    /// An observation that counts.
    func observe(_ index: Int, _ handle: Int32) {
        let table = program.ladders[index]
        change(table, handle) { state in
            if state.last.isEmpty { state.last = Array(repeating: .never, count: table.dutyCount) }
        }
        restartQuiet(index, table, handle)
        let position = Int(state(table, handle).position)
        if position > 0, !isDone(table, step: position, handle) {
            issueDuties(of: table.steps[position - 1], handle, exceptDone: !table.always)
        } else if position < table.steps.count {
            let counter = state(table, handle).counter + 1
            change(table, handle) { $0.counter = counter }
            if Int(counter) >= table.steps[position].times { climb(index, table, handle) }
        }
    }

    /// Whether the last step's acts were done, or the ladder does not ask.
    private func isDone(_ table: LadderTable, step: Int, _ handle: Int32) -> Bool {
        if table.always { return step < table.steps.count }
        let last = state(table, handle).last
        return table.steps[step - 1].duties.allSatisfy { effect in
            // What an agent owes is known in the agent's lane only.
            guard case .duty(_, _, let slot) = program.effects[effect].basis, program.effects[effect].home != .agent
            else { return true }
            return last.indices.contains(slot) && last[slot] == .done
        }
    }

    private func climb(_ index: Int, _ table: LadderTable, _ handle: Int32) {
        let from = Int(state(table, handle).position)
        let now = self.now
        change(table, handle) { state in
            state.position += 1
            state.counter = 0
            if table.window != nil { state.climbs.append(now) }
        }
        if let window = table.window { armAging(index, table, handle, at: now, window) }
        if from == 0 { restartQuiet(index, table, handle) }
        outcome.changes.append(.ladder(table.name, from: from, to: from + 1))
        standingChanged = true
        issueDuties(of: table.steps[from], handle, exceptDone: false)
        brought.append(
            .ladder(index, step: from + 1, context: table.home == .contact ? handle : Scope.lane))
    }

    private func issueDuties(of step: LadderTable.Step, _ handle: Int32, exceptDone: Bool) {
        for effect in step.duties {
            if exceptDone, case .duty(let ladder, _, let slot) = program.effects[effect].basis {
                let last = state(program.ladders[ladder], handle).last
                if last.indices.contains(slot), last[slot] == .done || last[slot] == .open { continue }
            }
            issue(effect, in: handle)
        }
    }

    // MARK: Quiet time

    /// Quiet time begins anew with an observation that counted.
    private func restartQuiet(_ index: Int, _ table: LadderTable, _ handle: Int32) {
        let now = self.now
        change(table, handle) { state in
            state.quietSince = now
            state.quietBefore = 0
            state.generation += 1
        }
        armCooling(index, table, handle)
    }

    private func armCooling(_ index: Int, _ table: LadderTable, _ handle: Int32) {
        guard let cools = table.coolsAfter else { return }
        let state = state(table, handle)
        guard let since = state.quietSince else { return }
        let (due, overflow) = since.addingReportingOverflow(max(0, cools - state.quietBefore))
        if overflow { return }
        lane.timers.insert(
            DueItem(
                time: due, kind: .cooling, creation: lane.nextCreation(), subject: Int32(index),
                scope: table.home == .contact ? handle : Scope.lane, generation: state.generation))
    }

    /// A full quiet stretch has passed: one step down, or at the bottom all is forgotten.
    func cool(_ item: DueItem) {
        let table = program.ladders[Int(item.subject)]
        guard lane.look(table.home, item.scope, { $0.ladders[table.slot].generation }) == item.generation,
            !isEnded(item.scope)
        else { return }
        let now = self.now
        change(table, item.scope) { state in
            state.quietSince = now
            state.quietBefore = 0
            state.generation += 1
        }
        stepDown(Int(item.subject), table, item.scope)
        if state(table, item.scope).position > 0 { armCooling(Int(item.subject), table, item.scope) }
    }

    /// The oldest climb has left the window.
    func age(_ item: DueItem) {
        let table = program.ladders[Int(item.subject)]
        guard let state = lane.look(table.home, item.scope, { $0.ladders[table.slot] }), state.generation >= 0,
            !state.climbs.isEmpty, let window = table.window,
            state.climbs[0] <= now - window
        else { return }
        change(table, item.scope) { $0.climbs.removeFirst() }
        stepDown(Int(item.subject), table, item.scope)
    }

    private func armAging(_ index: Int, _ table: LadderTable, _ handle: Int32, at time: Int64, _ window: Int64) {
        let (due, overflow) = time.addingReportingOverflow(window)
        if overflow { return }
        guard lane.look(table.home, handle, { _ in true }) != nil else { return }
        lane.timers.insert(
            DueItem(
                time: due, kind: .aging, creation: lane.nextCreation(), subject: Int32(index),
                scope: table.home == .contact ? handle : Scope.lane, generation: 0))
    }

    private func stepDown(_ index: Int, _ table: LadderTable, _ handle: Int32) {
        let from = Int(state(table, handle).position)
        if from > 0 {
            change(table, handle) { $0.position -= 1 }
            outcome.changes.append(.ladder(table.name, from: from, to: from - 1))
            standingChanged = true
            releaseDuties(index, handle) { $0 >= from }
        }
        guard from <= 1 else { return }
        change(table, handle) { state in
            state.counter = 0
            state.quietSince = nil
            state.generation += 1
            state.last = []
        }
    }

    /// Releases the open duties of some of the ladder's steps.
    private func releaseDuties(_ index: Int, _ handle: Int32, where isReleased: (Int) -> Bool) {
        let home = program.ladders[index].home
        let open = lane.norms.filter { norm in
            guard !norm.isMissed, case .duty(let ladder, let step, _) = program.effects[Int(norm.effect)].basis else {
                return false
            }
            return ladder == index && isReleased(step) && (home != .contact || norm.context == handle)
        }
        for norm in open { close(norm: norm.creation, as: .released) }
    }

    // MARK: Suspension

    func lookAtSuspension(_ index: Int, _ table: LadderTable, _ handle: Int32) {
        guard let state = lane.look(table.home, handle, { $0.ladders[table.slot] }) else { return }
        let suspended = isTrue(table.suspendedWhile, in: handle, at: table.site, as: .suspendedWhile)
        if suspended == state.suspended { return }
        hasMoved = true
        let now = self.now
        standingChanged = true
        if suspended {
            change(table, handle) { state in
                state.suspended = true
                state.generation += 1
                if let since = state.quietSince { state.quietBefore += now - since }
                state.quietSince = nil
            }
            releaseDuties(index, handle) { _ in true }
        } else {
            change(table, handle) { state in
                state.suspended = false
                if state.position > 0 || state.counter > 0 { state.quietSince = now }
                state.generation += 1
            }
            armCooling(index, table, handle)
        }
    }
}

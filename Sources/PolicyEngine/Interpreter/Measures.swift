import CEL
import PolicyLanguage

/// Counts and clocks.
extension Step {
    func moveMeasures(by type: EventType) {
        let concerned = program.listeners[type]
        let indices = lane.kind == .agent ? concerned.agentMeasures : concerned.measures
        if indices.isEmpty { return }
        // Every guard is asked before any measure moves.
        moving.empty()
        for index in indices where moves(index) { moving.append(index) }
        for index in moving {
            markMoved(Int32(program.entries.count + index))
            switch program.measures[index].kind {
            case .count: count(index)
            case .elapsed: restart(index)
            }
        }
    }

    private func moves(_ index: Int) -> Bool {
        let table = program.measures[index]
        guard table.patterns.contains(where: { matches($0, .event) }) else { return false }
        if table.home == .contact, context == Scope.lane || isEnded(context) { return false }
        if wasMoved(Int32(program.entries.count + index)) { return false }
        return holds(table.own, in: context, at: table.site)
    }

    private func count(_ index: Int) {
        let table = program.measures[index]
        let now = self.now
        var (before, after): (Int64, Int64) = (0, 0)
        lane.change(table.home, context) { vars in
            (before, after) = vars.measures[table.slot].add(at: now, window: table.window)
        }
        for value in table.reaches where before < value && value <= after {
            brought.append(.measure(index, reached: value, context: table.home == .contact ? context : Scope.lane))
        }
    }

    private func restart(_ index: Int) {
        let table = program.measures[index]
        let runs =
            table.runsWhile < 0 || isTrue(table.runsWhile, in: context, at: table.site, as: .runsWhile)
        let now = self.now
        lane.change(table.home, context) { vars in
            vars.measures[table.slot].started = true
            vars.measures[table.slot].accumulated = 0
            vars.measures[table.slot].reached = 0
            vars.measures[table.slot].generation += 1
            vars.measures[table.slot].runningSince = runs ? now : nil
        }
        if runs { armClock(index, context) }
    }

    /// Sets the timer for the next constant that a running clock comes to.
    private func armClock(_ index: Int, _ handle: Int32, creation: Int32? = nil) {
        let table = program.measures[index]
        guard let state = lane.look(table.home, handle, { $0.measures[table.slot] }), let since = state.runningSince,
            Int(state.reached) < table.reaches.count
        else { return }
        let (due, overflow) = since.addingReportingOverflow(
            max(0, table.reaches[Int(state.reached)] - state.accumulated))
        if overflow { return }
        lane.timers.insert(
            DueItem(
                time: due, kind: .clock, creation: creation ?? lane.nextCreation(), subject: Int32(index),
                scope: table.home == .contact ? handle : Scope.lane, generation: state.generation,
                extra: state.reached))
    }

    /// A running clock came to a constant.
    func reachClock(_ item: DueItem) {
        let index = Int(item.subject)
        let table = program.measures[index]
        guard let state = lane.look(table.home, item.scope, { $0.measures[table.slot] }),
            state.generation == item.generation, state.runningSince != nil, state.reached == item.extra
        else { return }
        lane.change(table.home, item.scope) { vars in vars.measures[table.slot].reached += 1 }
        brought.append(.measure(index, reached: table.reaches[Int(item.extra)], context: item.scope))
        armClock(index, item.scope, creation: item.creation)
    }

    /// Looks at `runs_while` and `suspended_while` of what the step has in context, where they may come out otherwise.
    func lookAtConditions(in handle: Int32) {
        if program.continuous.all.isEmpty { return }
        let subjects =
            lane.settle(handle, beginsSettled: program.continuous.beginsSettled) && !program.isTracing
            ? program.continuous.restless : program.continuous.all
        for index in subjects.measures {
            let table = program.measures[index]
            if table.home == .contact, handle == Scope.lane || isEnded(handle) { continue }
            lookAtClock(index, table, handle)
        }
        for index in subjects.ladders {
            if lane.kind == .agent { continue }
            let table = program.ladders[index]
            if table.home == .contact, handle == Scope.lane || isEnded(handle) { continue }
            lookAtSuspension(index, table, handle)
        }
    }

    private func lookAtClock(_ index: Int, _ table: MeasureTable, _ handle: Int32) {
        guard let state = lane.look(table.home, handle, { $0.measures[table.slot] }), state.started else { return }
        let runs = isTrue(table.runsWhile, in: handle, at: table.site, as: .runsWhile)
        if runs == (state.runningSince != nil) { return }
        hasMoved = true
        let now = self.now
        lane.change(table.home, handle) { vars in
            let elapsed = vars.measures[table.slot].elapsed(at: now)
            vars.measures[table.slot].accumulated = elapsed
            vars.measures[table.slot].runningSince = runs ? now : nil
            vars.measures[table.slot].generation += 1
        }
        if runs { armClock(index, handle) }
    }
}

import CEL
import PolicyLanguage

/// Notes of what a step looks at, for programs that keep them.
extension Step {
    /// Where a condition stands.
    struct Site {
        var id: String
        var role: ConditionLook.Role
        var action: Int?
    }

    func trace(_ look: Trace.Look) {
        outcome.trace.looks.append(look)
    }

    func trace(
        _ condition: Int32, in handle: Int32, withEvent: Bool, at site: Site, _ result: Result<Bool, CELRuntimeError>
    ) {
        let compiled = program.conditions[Int(condition)]
        let reads = withView(in: handle, withEvent: withEvent) { view, _ in
            compiled.slotsRead.map { ConditionLook.Read(slot: $0, value: view.value(at: $0)) }
        }
        let seen: ConditionLook.Result
        switch result {
        case .success(let truth): seen = .holds(truth)
        case .failure(let error): seen = .failed(code: error.code)
        }
        trace(
            .condition(
                ConditionLook(
                    site: site.id, action: site.action.map { program.actions[$0].name }, role: site.role,
                    text: compiled.text, result: seen, reads: reads)))
    }

    func trace(_ entry: Entry, _ element: Element, _ result: EntryLook.Result) {
        trace(.entry(EntryLook(entry: entry.id, cause: cause(element), result: result)))
    }

    private func cause(_ element: Element) -> EntryLook.Cause {
        switch element {
        case .event, .due: .event
        case .duty(let action, let state, _, _, _): .duty(program.actions[action].name, state)
        case .ladder(let index, let step, _): .ladder(program.ladders[index].name, step: step)
        case .measure(let index, let reached, _): .measure(program.measures[index].name, reached: reached)
        case .status(let index, let phase, _): .status(program.statuses[index].name, phase)
        }
    }

    /// Looks at the own guards of all that is open.
    func traceStanding() {
        for norm in lane.norms where !norm.isMissed { traceStanding(of: norm) }
    }

    /// Looks at the own guards of a norm.
    func traceStanding(of norm: Norm) {
        let effect = program.effects[Int(norm.effect)]
        let handle = norm.scope == Scope.lane ? (context == Scope.lane ? norm.context : context) : norm.scope
        traceStanding(effect.outer, in: handle, effect.rule, nil)
        traceStanding(effect.own, in: handle, effect.rule, effect.action)
    }

    func traceUnissued(_ effect: Effect, _ obstacle: Trace.Obstacle) {
        trace(.unissued(rule: effect.rule, action: program.actions[effect.action].name, obstacle))
    }

    private func traceStanding(_ guarded: CompiledGuard, in handle: Int32, _ id: String, _ action: Int?) {
        for (condition, role) in [(guarded.condition, ConditionLook.Role.if), (guarded.exception, .unless)]
        where condition >= 0 {
            let compiled = program.conditions[Int(condition)]
            let result = withView(in: handle, withEvent: false) { view, scratch in
                compiled.evaluateBool(view, &scratch)
            }
            trace(condition, in: handle, withEvent: false, at: Site(id: id, role: role, action: action), result)
        }
    }
}

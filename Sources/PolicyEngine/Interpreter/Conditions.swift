import CEL
import PolicyLanguage

/// What conditions read, and whether guards hold.
extension Step {
    /// Whether a guard holds; a condition that fails is false and leaves a fault.
    func holds(_ guarded: CompiledGuard, in handle: Int32, at rule: String, of action: Int? = nil) -> Bool {
        if guarded.condition >= 0, !isTrue(guarded.condition, in: handle, at: rule, as: .if, of: action) {
            return false
        }
        if guarded.exception >= 0, isTrue(guarded.exception, in: handle, at: rule, as: .unless, of: action) {
            return false
        }
        return true
    }

    /// Whether a condition is true; a failure is a fault at the rule.
    func isTrue(
        _ condition: Int32, in handle: Int32, at rule: String, as role: ConditionLook.Role, of action: Int? = nil
    ) -> Bool {
        let compiled = program.conditions[Int(condition)]
        let result = withView(in: handle, withEvent: true) { view, scratch in
            compiled.evaluateBool(view, &scratch)
        }
        if program.isTracing {
            trace(condition, in: handle, withEvent: true, at: Site(id: rule, role: role, action: action), result)
        }
        switch result {
        case .success(let truth): return truth
        case .failure(let error):
            if error.code == "no-such-field", let fact = unknownFact(condition, in: handle) {
                fault(at: rule, code: "unknown-fact", "the fact `\(fact)` is not known")
            } else if error.code == "no-such-field", action != nil, isWithoutContact(handle) {
                // What an act asks of the contact is asked where there is one.
            } else {
                fault(at: rule, code: error.code, error.message)
            }
            return false
        }
    }

    /// Whether a condition is looked at in a customer's lane with no contact in context.
    private func isWithoutContact(_ handle: Int32) -> Bool { handle == Scope.lane && lane.kind != .agent }

    /// A fact that a condition reads and that nobody has recorded.
    private func unknownFact(_ condition: Int32, in handle: Int32) -> String? {
        withView(in: handle) { view, _ in unknownFact(condition, handle, view) }
    }

    private func unknownFact(_ condition: Int32, _ handle: Int32, _ view: LaneView) -> String? {
        for slot in program.conditions[Int(condition)].slotsRead {
            if case .fact(let index) = program.readings[slot], view.value(at: slot) == nil,
                lane.look(program.facts[index].home, handle, { _ in true }) != nil
            {
                return program.facts[index].name
            }
        }
        return nil
    }

    /// Whether a norm's own guards hold now. They know no event; one that fails does not hold.
    func ownGuardHolds(_ norm: Norm) -> Bool {
        let effect = program.effects[Int(norm.effect)]
        if effect.own.isEmpty && effect.outer.isEmpty && effect.channels.isEmpty { return true }
        let handle = norm.scope == Scope.lane ? (context == Scope.lane ? norm.context : context) : norm.scope
        return isOn(effect.channels, handle)
            && withView(in: handle) { view, scratch in
                holds(effect.outer, view, &scratch) && holds(effect.own, view, &scratch)
            }
    }

    private func holds(_ guarded: CompiledGuard, _ view: LaneView, _ scratch: inout CELMachine) -> Bool {
        if guarded.condition >= 0, !isTrue(guarded.condition, view, &scratch) { return false }
        return guarded.exception < 0 || !isTrue(guarded.exception, view, &scratch)
    }

    private func isTrue(_ condition: Int32, _ view: LaneView, _ scratch: inout CELMachine) -> Bool {
        (try? program.conditions[Int(condition)].evaluateBool(view, &scratch).get()) ?? false
    }

    /// The same, with a fault where it fails.
    func ownGuardTells(_ norm: Norm, _ effect: Effect) -> Bool {
        let kept = event
        event = nil
        defer { event = kept }
        let handle = norm.scope == Scope.lane ? (context == Scope.lane ? norm.context : context) : norm.scope
        return holds(effect.own, in: handle, at: effect.rule, of: effect.action)
    }
}

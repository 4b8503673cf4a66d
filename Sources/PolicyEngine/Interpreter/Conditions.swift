import CEL
import PolicyLanguage

/// What conditions read, and whether guards hold.
extension Step {
    /// Whether a guard holds; a condition that fails is false and leaves a fault.
    mutating func holds(_ guarded: CompiledGuard, in handle: Int32, at rule: String) -> Bool {
        if guarded.condition >= 0, !isTrue(guarded.condition, in: handle, at: rule) { return false }
        if guarded.exception >= 0, isTrue(guarded.exception, in: handle, at: rule) { return false }
        return true
    }

    /// Whether a condition is true; a failure is a fault at the rule.
    mutating func isTrue(_ condition: Int32, in handle: Int32, at rule: String) -> Bool {
        var scratch = CELMachine()
        swap(&scratch, &self.scratch)
        let result = program.conditions[Int(condition)].evaluateBool(view(in: handle, withEvent: true), &scratch)
        swap(&scratch, &self.scratch)
        switch result {
        case .success(let truth): return truth
        case .failure(let error):
            if error.code == "no-such-field", let fact = unknownFact(condition, in: handle) {
                fault(at: rule, code: "unknown-fact", "the fact `\(fact)` is not known")
            } else {
                fault(at: rule, code: error.code, error.message)
            }
            return false
        }
    }

    /// A fact that a condition reads and that nobody has recorded.
    private func unknownFact(_ condition: Int32, in handle: Int32) -> String? {
        let view = view(in: handle, withEvent: true)
        for slot in program.conditions[Int(condition)].slotsRead {
            if case .fact(let index) = program.readings[slot], view.value(at: slot) == nil,
                lane.vars(of: program.facts[index].home, handle) != nil
            {
                return program.facts[index].name
            }
        }
        return nil
    }

    /// Whether a norm's own guards hold now. They know no event; one that fails does not hold.
    func ownGuardHolds(_ norm: Norm) -> Bool {
        let effect = program.effects[Int(norm.effect)]
        if effect.own.isEmpty && effect.outer.isEmpty { return true }
        let handle = norm.scope == Scope.lane ? (context == Scope.lane ? norm.context : context) : norm.scope
        let view = view(in: handle, withEvent: false)
        var scratch = CELMachine()
        func isTrue(_ condition: Int32) -> Bool {
            (try? program.conditions[Int(condition)].evaluateBool(view, &scratch).get()) ?? false
        }
        for guarded in [effect.outer, effect.own] {
            if guarded.condition >= 0, !isTrue(guarded.condition) { return false }
            if guarded.exception >= 0, isTrue(guarded.exception) { return false }
        }
        return true
    }

    /// The same, with a fault where it fails.
    mutating func ownGuardTells(_ norm: Norm, _ effect: Effect) -> Bool {
        let kept = event
        event = nil
        defer { event = kept }
        let handle = norm.scope == Scope.lane ? (context == Scope.lane ? norm.context : context) : norm.scope
        return holds(effect.own, in: handle, at: effect.rule)
    }

    func view(in handle: Int32, withEvent: Bool) -> LaneView {
        LaneView(
            program: program, lane: lane, contact: lane.position(ofHandle: handle), event: withEvent ? event : nil,
            conduct: conduct, now: now)
    }
}

/// The values of a lane as conditions read them.
struct LaneView: CELBindings {
    let program: Program
    let lane: Lane
    /// Position of the contact in context.
    let contact: Int?
    let event: Event?
    let conduct: CELValue?
    let now: Int64

    func value(at slot: Int) -> CELValue? {
        switch program.readings[slot] {
        case .event(let field):
            if field == "conduct", let conduct { return conduct }
            return event?[field]
        case .contact(let field): return contact.flatMap { value(of: field, of: lane.contacts[$0]) }
        case .conduct(let index): return contact.map { .int(Int64(lane.contacts[$0].conductCounts[index])) }
        case .customerID: return lane.kind == .customer ? .string(lane.name) : nil
        case .agentID:
            if lane.kind == .agent { return .string(lane.name) }
            return (event?.agent ?? contact.flatMap { lane.contacts[$0].agent }).map { .string($0) }
        case .measure(let index): return measure(program.measures[index])
        case .setting(let index): return program.settings[index]
        case .fact(let index): return fact(program.facts[index])
        case .status(let index):
            let table = program.statuses[index]
            return vars(of: table.home).map { .bool($0.statuses[table.slot].phase == .active) }
        case .ladder(let index):
            let table = program.ladders[index]
            return vars(of: table.home).map { .int(Int64($0.ladders[table.slot].position)) }
        }
    }

    private func value(of field: Reading.ContactField, of contact: ContactState) -> CELValue? {
        switch field {
        case .id: .string(contact.id)
        case .channel: contact.channel.map { .string($0) }
        case .language: .string(contact.language ?? program.languages[0])
        case .started: CELTimestamp(milliseconds: contact.started).map { .timestamp($0) }
        case .elapsed:
            CELDuration(milliseconds: min(now, contact.ended ?? now) - contact.started).map { .duration($0) }
        case .newMatter: .bool(contact.newMatter)
        case .tags: .list(contact.tags.map { .string($0) })
        }
    }

    private func measure(_ table: MeasureTable) -> CELValue? {
        guard let vars = vars(of: table.home) else { return nil }
        let state = vars.measures[table.slot]
        switch table.kind {
        case .count: return .int(state.count(at: now, window: table.window))
        case .elapsed: return CELDuration(milliseconds: state.elapsed(at: now)).map { .duration($0) }
        }
    }

    private func fact(_ table: FactTable) -> CELValue? {
        guard let vars = vars(of: table.home) else { return nil }
        if let value = vars.facts[table.slot].value { return value }
        return table.type == .bool ? .bool(false) : nil
    }

    /// The variables of a home, nil where it is not in this lane or no contact is in context.
    private func vars(of home: Home) -> Vars? {
        switch home {
        case .contact: contact.map { lane.contacts[$0].vars }
        case .customer: lane.kind == .agent ? nil : lane.vars
        case .agent: lane.kind == .agent ? lane.vars : nil
        }
    }
}

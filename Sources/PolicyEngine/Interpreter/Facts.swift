import CEL
import PolicyLanguage

/// Stage 2 of an event: contact fields, conduct, facts, measures, statuses by decision.
extension Step {
    func updateVars() {
        guard let type = event?.type else { return }
        if case .builtIn(let kind) = type {
            switch kind {
            case .conductObserved: countConduct()
            case .factRecorded: if let event { recordFact(event) }
            case .statusDecided, .statusEnded: if let event { applyDecision(event, kind) }
            case .retracted:
                fault(at: "events.retracted", code: "not-evaluated", "`retracted` is recorded and not evaluated yet")
            default: break
            }
        }
        moveMeasures(by: type)
    }

    private func countConduct() {
        guard let index = lane.position(ofHandle: context), lane.contacts[index].ended == nil else { return }
        for (read, mask) in program.conductReads.enumerated() where classes.intersects(mask) {
            if utterance != nil, namedBefore.intersects(mask) { continue }
            if lane.contacts[index].conductCounts.isEmpty {
                lane.contacts[index].conductCounts = Array(repeating: 0, count: program.conductReads.count)
            }
            lane.contacts[index].conductCounts[read] += 1
        }
    }

    private func recordFact(_ event: EventAtHand) {
        guard let name = event.text("name"), let index = program.factIndex[name], let value = event["value"] else {
            return
        }
        let table = program.facts[index]
        if (table.home == .agent) != (lane.kind == .agent) { return }
        guard let typed = table.type.admit(value) else { return }
        var until: Int64?
        if case .timestamp(let end)? = event["until"], end.milliseconds > now { until = end.milliseconds }
        var generation: Int32?
        lane.change(table.home, context) { vars in
            vars.facts[table.slot].value = typed
            vars.facts[table.slot].generation += 1
            generation = vars.facts[table.slot].generation
        }
        if program.continuous.facts[index] { lane.unsettle(table.home, context) }
        guard let until, let generation else { return }
        lane.timers.insert(
            DueItem(
                time: until, kind: .factUntil, creation: lane.nextCreation(), subject: Int32(index),
                scope: table.home == .contact ? context : Scope.lane, generation: generation))
    }

    /// The event is on record and nothing comes of it: a fact that is not taken, a decision that does not count.
    ///
    /// A fact leaves a fault in the lane where it would live.
    func isVoid() -> Bool {
        guard let event, case .builtIn(let kind) = event.type else { return false }
        switch kind {
        case .factRecorded:
            guard let name = event.text("name"), let index = program.factIndex[name],
                let refusal = refusal(of: event, program.facts[index])
            else { return false }
            if (program.facts[index].home == .agent) == (lane.kind == .agent) {
                fault(at: "facts.\(name)", code: refusal.code, refusal.message)
            }
            return true
        case .statusDecided: return !isHeard && isOverruled
        default: return false
        }
    }

    /// Why a fact is not taken; nil where it is.
    private func refusal(of event: EventAtHand, _ table: FactTable) -> (code: String, message: String)? {
        if let by = event.text("by"), !table.anyRole, !table.roles.contains(program.roleIndex[by] ?? -1) {
            return ("fact-role", "`\(table.name)` is not this role's to record; it is left as it was")
        }
        if let value = event["value"], table.type.admit(value) == nil {
            return ("fact-type", "`\(table.name)` wants a value of type \(table.type.rawValue)")
        }
        return nil
    }

    func isEnded(_ handle: Int32) -> Bool {
        lane.position(ofHandle: handle).map { lane.contacts[$0].ended != nil } ?? false
    }
}

extension ValueType {
    /// The value as one of this type; nil if it is none. Times and durations are given as text.
    func admit(_ value: CELValue) -> CELValue? {
        switch (self, value) {
        case (.bool, .bool), (.int, .int), (.double, .double), (.text, .string), (.list, .list),
            (.duration, .duration), (.timestamp, .timestamp):
            value
        case (.double, .int(let number)): .double(Double(number))
        case (.duration, .string(let text)): CELDuration(text).map { .duration($0) }
        case (.timestamp, .string(let text)): CELTimestamp(text).map { .timestamp($0) }
        default: nil
        }
    }
}

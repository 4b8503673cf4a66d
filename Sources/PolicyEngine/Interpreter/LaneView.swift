import CEL
import PolicyLanguage

/// The values of a lane as conditions read them.
///
/// It only points at the step that is at work, and lives inside the call that made it (`Step.withView`).
struct LaneView: CELBindings {
    /// For what is seldom asked for.
    unowned(unsafe) let step: Step
    let slots: SlotSources.View
    let lane: UnsafePointer<Lane>
    let event: EventAtHand?
    /// Position of the contact in context.
    let contact: Int?
    let now: Int64

    func secondsEast(ofZone name: String, at second: Int64) -> Int? { TimeZones.secondsEast(ofZone: name, at: second) }

    func value(at slot: Int) -> CELValue? {
        switch slots.sources[slot] {
        case .event(let name): return event?[slots.names[name]]
        case .eventConduct: return event.flatMap { step.conduct ?? $0["conduct"] }
        case .contact(let field): return contact.flatMap { value(of: field, ofContactAt: $0) }
        case .conduct(let index): return contact.map { .int(Int64(lane.pointee.contacts[$0].conductCount(index))) }
        case .customerID: return lane.pointee.kind == .customer ? .string(lane.pointee.name) : nil
        case .agentID: return agent.map { .string($0) }
        case .total(let home, let slot): return read(home) { $0.measures.total(slot) }.map { .int($0) }
        case .count(let home, let slot, let window):
            return read(home) { $0.measures[slot].count(at: now, window: window) }.map { .int($0) }
        case .elapsed(let home, let slot):
            return read(home) { $0.measures[slot].elapsed(at: now) }
                .flatMap { CELDuration(milliseconds: $0) }.map { .duration($0) }
        case .setting(let index): return slots.settings[index]
        case .fact(let home, let slot, let isBool):
            guard let known = read(home, { $0.facts[slot].value }) else { return nil }
            return known ?? (isBool ? .bool(false) : nil)
        case .status(let home, let slot): return read(home) { $0.statuses[slot].phase == .active }.map { .bool($0) }
        case .ladder(let home, let slot): return read(home) { $0.ladders[slot].position }.map { .int(Int64($0)) }
        }
    }

    private var agent: String? {
        if lane.pointee.kind == .agent { return lane.pointee.name }
        if let agent = event?.agent { return agent }
        return contact.flatMap { lane.pointee.contacts[$0].agent }
    }

    private func value(of field: Reading.ContactField, ofContactAt index: Int) -> CELValue? {
        switch field {
        case .id: return .string(lane.pointee.contacts[index].id)
        case .channel: return lane.pointee.contacts[index].channel.map { .string($0) }
        case .language: return .string(lane.pointee.contacts[index].language ?? step.program.languages[0])
        case .started: return CELTimestamp(milliseconds: lane.pointee.contacts[index].started).map { .timestamp($0) }
        case .elapsed:
            let end = min(now, lane.pointee.contacts[index].ended ?? now)
            return CELDuration(milliseconds: end - lane.pointee.contacts[index].started).map { .duration($0) }
        case .newMatter: return .bool(lane.pointee.contacts[index].newMatter)
        case .tags: return .list(lane.pointee.contacts[index].tags.map { .string($0) })
        }
    }

    /// Something of the variables of a home; nil where it is not in this lane or no contact is in context.
    @inline(__always)
    private func read<Value>(_ home: Home, _ body: (borrowing Vars) -> Value) -> Value? {
        switch home {
        case .contact: contact.map { body(lane.pointee.contacts[$0].vars) }
        case .customer: lane.pointee.kind == .agent ? nil : body(lane.pointee.vars)
        case .agent: lane.pointee.kind == .agent ? body(lane.pointee.vars) : nil
        }
    }
}

extension Step {
    /// Lends a view of the lane, with the event in scope or without.
    @inline(__always)
    func withView<Result>(
        in handle: Int32, withEvent: Bool = false, _ body: (LaneView, inout CELMachine) -> Result
    ) -> Result {
        let view = LaneView(
            step: self, slots: program.slots.view, lane: lanePlace, event: withEvent ? event : nil,
            contact: lane.position(ofHandle: handle), now: now)
        return body(view, &scratch)
    }
}

import CEL
import PolicyLanguage

/// The values of a lane as conditions read them.
///
/// It points at the step's lane and event instead of copying them; it lives only inside the call that made it
/// (`Step.withView`), during which neither changes.
struct LaneView: CELBindings {
    let program: Program
    let lane: UnsafePointer<Lane>
    let event: UnsafePointer<Event?>
    /// Position of the contact in context.
    let contact: Int?
    let hasEvent: Bool
    let conduct: CELValue?
    let now: Int64

    func value(at slot: Int) -> CELValue? {
        switch program.readings[slot] {
        case .event(let field):
            guard hasEvent else { return nil }
            if let conduct, field == "conduct" { return conduct }
            return event.pointee?[field]
        case .contact(let field): return contact.flatMap { value(of: field, ofContactAt: $0) }
        case .conduct(let index): return contact.map { .int(Int64(lane.pointee.contacts[$0].conductCount(index))) }
        case .customerID: return lane.pointee.kind == .customer ? .string(lane.pointee.name) : nil
        case .agentID: return agent.map { .string($0) }
        case .measure(let index): return measure(program.measures[index])
        case .setting(let index): return program.settings[index]
        case .fact(let index): return fact(program.facts[index])
        case .status(let index):
            let table = program.statuses[index]
            return read(table.home, { $0.statuses[table.slot].phase == .active }).map { .bool($0) }
        case .ladder(let index):
            let table = program.ladders[index]
            return read(table.home, { $0.ladders[table.slot].position }).map { .int(Int64($0)) }
        }
    }

    private var agent: String? {
        if lane.pointee.kind == .agent { return lane.pointee.name }
        if hasEvent, let agent = event.pointee?.agent { return agent }
        return contact.flatMap { lane.pointee.contacts[$0].agent }
    }

    private func value(of field: Reading.ContactField, ofContactAt index: Int) -> CELValue? {
        switch field {
        case .id: return .string(lane.pointee.contacts[index].id)
        case .channel: return lane.pointee.contacts[index].channel.map { .string($0) }
        case .language: return .string(lane.pointee.contacts[index].language ?? program.languages[0])
        case .started: return CELTimestamp(milliseconds: lane.pointee.contacts[index].started).map { .timestamp($0) }
        case .elapsed:
            let end = min(now, lane.pointee.contacts[index].ended ?? now)
            return CELDuration(milliseconds: end - lane.pointee.contacts[index].started).map { .duration($0) }
        case .newMatter: return .bool(lane.pointee.contacts[index].newMatter)
        case .tags: return .list(lane.pointee.contacts[index].tags.map { .string($0) })
        }
    }

    private func measure(_ table: MeasureTable) -> CELValue? {
        switch table.kind {
        case .count:
            return read(table.home) { $0.measures[table.slot].count(at: now, window: table.window) }.map { .int($0) }
        case .elapsed:
            return read(table.home) { $0.measures[table.slot].elapsed(at: now) }
                .flatMap { CELDuration(milliseconds: $0) }.map { .duration($0) }
        }
    }

    private func fact(_ table: FactTable) -> CELValue? {
        guard let known = read(table.home, { $0.facts[table.slot].value }) else { return nil }
        return known ?? (table.type == .bool ? .bool(false) : nil)
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
    mutating func withView<Result>(
        in handle: Int32, withEvent: Bool, _ body: (LaneView, inout CELMachine) -> Result
    ) -> Result {
        let contact = lane.position(ofHandle: handle)
        var scratch = CELMachine()
        swap(&scratch, &self.scratch)
        defer { swap(&scratch, &self.scratch) }
        let (program, conduct, now) = (self.program, self.conduct, self.now)
        return withUnsafePointer(to: &lane) { lane in
            withUnsafePointer(to: &event) { event in
                body(
                    LaneView(
                        program: program, lane: lane, event: event, contact: contact, hasEvent: withEvent,
                        conduct: conduct, now: now), &scratch)
            }
        }
    }

    /// The same for a question that changes nothing.
    func withView<Result>(in handle: Int32, _ body: (LaneView, inout CELMachine) -> Result) -> Result {
        var scratch = CELMachine()
        return withUnsafePointer(to: lane) { lane in
            withUnsafePointer(to: event) { event in
                body(
                    LaneView(
                        program: program, lane: lane, event: event, contact: lane.pointee.position(ofHandle: handle),
                        hasEvent: false, conduct: nil, now: now), &scratch)
            }
        }
    }
}

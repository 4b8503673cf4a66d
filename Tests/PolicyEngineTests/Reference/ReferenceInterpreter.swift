import CEL
import PolicyEngine
import PolicyLanguage

/// What became of an event on its way in.
enum ReferenceReception: Equatable {
    case accepted
    case duplicate
    case refused(String)
}

/// An interpreter of policies as the page of exact meaning tells it: everything is looked up by name and counted
/// anew each time. It shares no code with the engine. Copies share their lanes.
struct ReferenceInterpreter {
    let book: Reference.Book
    var lanes: [Reference.LaneName: Reference.Lane] = [:]
    var pending: [Reference.Message] = []
    var sequences: [String: Int] = [:]
    var largest: Int64?
    var outcomes: [Outcome] = []

    init(_ policy: CheckedPolicy) {
        book = Reference.Book(policy)
    }

    /// Takes one event; the outcomes are what came of it, in the order in which it happened.
    mutating func handle(_ event: Event) -> (reception: ReferenceReception, outcomes: [Outcome]) {
        outcomes = []
        let reception = receive(event)
        return (reception, outcomes)
    }

    /// The log has come to a time; agents answer what they heard before it. What is refused moves nothing.
    mutating func advance(_ event: Event) {
        guard event.time > largest ?? .min else { return }
        largest = event.time
        answer(before: event.time)
    }

    /// Agents answer all that they have heard.
    mutating func flush() -> [Outcome] {
        outcomes = []
        answer(before: nil)
        return outcomes
    }

    /// The norms that stand for a contact: its own and its customer's.
    func standing(contact id: String) -> [(norm: String, modality: Modality, action: String, due: Int64?)] {
        guard let lane = lanes.values.first(where: { $0.contacts[id] != nil }), let contact = lane.contacts[id] else {
            return []
        }
        let context = Reference.Context(contact: contact, agent: contact.agent, customer: lane.customer, event: nil)
        let blank = Outcome(event: "", time: lane.now, contact: nil, customer: nil, agent: nil)
        let step = Reference.Step(lane, book, context, outcome: blank)
        return lane.norms.filter { norm in
            norm.isOpen && step.isInReach(norm, context) && step.guardHolds(norm, context)
                && (norm.effect.modality == .mustNot || step.maskers(of: norm, context).isEmpty)
        }.map { ($0.id, $0.effect.modality, $0.action, $0.due) }
    }

    // MARK: the way in

    mutating func receive(_ event: Event) -> ReferenceReception {
        if event.type == .builtIn(.timePassed) {
            advance(event)
            passTime(event)
            return .accepted
        }
        if event.contact == nil, event.customer == nil { return receiveForAgent(event) }
        let known = lanes.values.first { lane in
            event.contact.map { lane.contacts[$0] != nil && !lane.forgets($0, at: event.time) } ?? false
        }
        if let customer = event.customer, let other = known?.customer, other != customer {
            return .refused("other-customer")
        }
        let named = event.customer.flatMap { lanes[.customer($0)] }
        let concerned = [known, named].compactMap(\.self)
        for lane in concerned {
            if refusal(of: event, in: lane) == .refused("too-late") { return .refused("too-late") }
        }
        for lane in concerned {
            if let refusal = refusal(of: event, in: lane) { return refusal }
        }
        advance(event)
        if let id = event.contact {
            for lane in lanes.values where lane.forgets(id, at: event.time) { lane.forget(at: event.time) }
        }
        guard let lane = lane(for: event) else { return .refused("other-customer") }
        remember(event, in: lane)
        run(event, in: lane)
        return .accepted
    }

    func refusal(of event: Event, in lane: Reference.Lane) -> ReferenceReception? {
        if let clock = lane.clock, clock - event.time > Reference.day { return .refused("too-late") }
        guard let earlier = lane.repeats(event) else { return nil }
        return earlier.content == event.contentHash ? .duplicate : .refused("other-content")
    }

    func remember(_ event: Event, in lane: Reference.Lane) {
        lane.received.append(
            Reference.Lane.Received(
                source: event.source, id: event.id, time: event.time, content: event.contentHash))
    }

    mutating func lane(named name: Reference.LaneName) -> Reference.Lane {
        if let lane = lanes[name] { return lane }
        let lane = Reference.Lane(name)
        lanes[name] = lane
        return lane
    }

    /// The customer's lane for an event; nil where it names another customer than its contact's.
    mutating func lane(for event: Event) -> Reference.Lane? {
        if let id = event.contact, let current = lanes.values.first(where: { $0.contacts[id] != nil }) {
            guard let customer = event.customer, customer != current.customer else { return current }
            if current.customer != nil { return nil }
            return join(id, current, customer)
        }
        if let customer = event.customer { return lane(named: .customer(customer)) }
        return event.contact.map { lane(named: .contact($0)) }
    }

    /// Moves a contact from its own lane to its customer's.
    mutating func join(_ id: String, _ own: Reference.Lane, _ customer: String) -> Reference.Lane {
        let lane = lane(named: .customer(customer))
        let later = max(own.now, lane.clock ?? own.now)
        fallDue(lane, to: later)
        fallDue(own, to: later)
        lane.take(id, from: own)
        lanes[own.name] = nil
        return lane
    }

    // MARK: time

    /// All that falls due by a time, then the clock stands there.
    mutating func fallDue(_ lane: Reference.Lane, to time: Int64) {
        while let due = lane.nextDue(book, by: time) {
            lane.clock = max(lane.now, due.time)
            let contact = lane.contact(of: due)
            let agent = lane.name.isAgent ? lane.name.id : contact?.agent
            let context = Reference.Context(contact: contact, agent: agent, customer: lane.customer, event: nil)
            let id = "\(lane.name.id)#\(lane.dueRecords + 1)"
            let step = step(lane, context, id: id, late: false)
            step.run(.due(due))
            if finish(step, lane, id: id) { lane.dueRecords += 1 }
        }
        lane.clock = max(lane.clock ?? time, time)
    }

    mutating func passTime(_ event: Event) {
        let inOrder = lanes.keys.sorted(by: Reference.LaneName.inOrder)
        for name in inOrder where !name.isAgent { pass(lanes[name], event.time) }
        if let largest { answer(before: largest) }
        for name in lanes.keys.sorted(by: Reference.LaneName.inOrder) where name.isAgent {
            pass(lanes[name], event.time)
        }
    }

    mutating func pass(_ lane: Reference.Lane?, _ time: Int64) {
        guard let lane, lane.now - time <= Reference.day else { return }
        fallDue(lane, to: max(lane.now, time))
        lane.forget()
    }

    // MARK: steps

    func step(_ lane: Reference.Lane, _ context: Reference.Context, id: String, late: Bool) -> Reference.Step {
        var outcome = Outcome(
            event: id, time: lane.now, contact: context.contact?.id, customer: context.customer, agent: context.agent)
        outcome.late = late
        return Reference.Step(lane, book, context, outcome: outcome)
    }

    /// Keeps what is not empty, and what agents are to hear; whether the outcome was kept.
    mutating func finish(_ step: Reference.Step, _ lane: Reference.Lane, id: String) -> Bool {
        if let agent = step.origin.agent, !lane.name.isAgent {
            for kind in step.messages { send(kind, step, lane, agent, id) }
        }
        if step.outcome.isEmpty { return false }
        outcomes.append(step.outcome)
        return true
    }

    mutating func send(
        _ kind: Reference.Message.Kind, _ step: Reference.Step, _ lane: Reference.Lane, _ agent: String, _ id: String
    ) {
        sequences[lane.name.id, default: 0] += 1
        pending.append(
            Reference.Message(
                time: step.time, lane: lane.name.id, sequence: sequences[lane.name.id, default: 0], agent: agent,
                event: id, customer: lane.customer, contact: step.origin.contact?.copy(), isOwn: false, kind: kind))
    }

    mutating func run(_ event: Event, in lane: Reference.Lane) {
        let time = max(event.time, lane.clock ?? event.time)
        let isLate = lane.clock.map { event.time < $0 } ?? false
        fallDue(lane, to: time)
        lane.forget()
        var contact: Reference.Contact?
        if let id = event.contact {
            contact = lane.contacts[id] ?? Reference.Contact(id: id, started: time)
            lane.contacts[id] = contact
        }
        let left = remaining(of: event, contact)
        let context = Reference.Context(
            contact: contact, agent: event.agent ?? contact?.agent, customer: lane.customer, event: left)
        let step = step(lane, context, id: event.id, late: isLate)
        if let left { step.run(.event(left)) } else { step.tellPauses() }
        _ = finish(step, lane, id: event.id)
    }

    static func isByPerson(_ observation: Event) -> Bool {
        ["agent", "supervisor"].contains(observation.text("source") ?? "agent")
    }

    /// An observation without the classes already seen in its utterance; nil where none is left.
    func remaining(of event: Event, _ contact: Reference.Contact?) -> Event? {
        guard event.type == .builtIn(.conductObserved), let utterance = event.text("of"), let contact else {
            return event
        }
        let seen = contact.classes(observedOf: utterance, byPerson: Self.isByPerson(event))
        let left = event.texts("conduct").filter { !seen.contains($0) }
        if left.isEmpty { return nil }
        var rest = event
        for index in rest.data.indices where rest.data[index].name == "conduct" {
            rest.data[index].value = .list(left.map { .string($0) })
        }
        return rest
    }
}

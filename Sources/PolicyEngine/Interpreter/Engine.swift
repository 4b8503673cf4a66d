import PolicyLanguage

/// Whether an event was taken.
public enum Reception: Sendable, Equatable {
    case accepted
    /// The same event came before; nothing changed.
    case duplicate
    /// The event was not taken; nothing changed.
    case refused(EventRefusal)
}

/// Evaluates events against a program: `(program, state, event) -> (state, outcomes)` for any number of lanes.
///
/// A value: no clock, no I/O. The same events in the same order give the same outcomes; events of different lanes may be
/// interleaved in any way that keeps time.
public struct Engine: Sendable {
    public let program: Program
    var lanes: [Lane] = []
    /// Positions in `lanes`, by kind and name.
    private var customers: [LaneName: Int] = [:]
    private var loneContacts: [LaneName: Int] = [:]
    private var agents: [LaneName: Int] = [:]
    /// The lane in which a contact lives.
    private var contacts: [LaneName: Int] = [:]
    /// What agents have been told and have not answered yet.
    private var mail: [Message] = []
    /// The latest event time seen.
    private var frontier: Int64?

    public init(_ program: Program) { self.program = program }

    /// Takes one event; hands over the outcomes in order, those that are empty too.
    public mutating func handle(_ event: Event, _ emit: (Outcome) -> Void) -> Reception {
        if event.type == .builtIn(.timePassed) {
            passTime(to: event, emit)
            return .accepted
        }
        if let refusal = refusal(of: event) { return .refused(refusal) }
        if let seen = repetition(of: event) { return seen }
        advance(to: event.time, emit)
        let position = settle(event, emit)
        lanes[position].remember(event)
        if lanes[position].kind == .agent {
            post(event, at: position)
        } else {
            work(at: position) { step in
                step.take(event)
            } emit: {
                emit($0)
            }
        }
        return .accepted
    }

    /// What an agent's lane is told itself waits with what it hears from others, so that both come in order of time.
    private mutating func post(_ event: Event, at position: Int) {
        lanes[position].sent += 1
        mail.append(
            Message(
                time: max(event.time, lanes[position].clock ?? event.time), sender: lanes[position].name,
                sequence: lanes[position].sent, agent: lanes[position].name, cause: event.id, contact: nil,
                customer: nil, language: nil, content: .own(event)))
    }

    /// Agents answer all they have heard. Call when no more events come for now.
    public mutating func flush(_ emit: (Outcome) -> Void) { deliver(before: nil, emit) }

    // MARK: Reception

    private func refusal(of event: Event) -> EventRefusal? {
        if event.contact == nil && event.customer == nil && event.agent == nil {
            return EventRefusal(.noLane, "the event names no contact, customer or agent")
        }
        if let contact = event.contact, let customer = event.customer, let position = contacts[LaneName(contact)],
            lanes[position].kind == .customer, !sameBytes(lanes[position].name, customer),
            !isForgotten(contact, at: position, by: event.time)
        {
            return EventRefusal(.otherCustomer, "the contact belongs to another customer")
        }
        let clock = lanesConcerned(by: event).compactMap { lanes[$0].clock }.max()
        if let clock, event.time < clock - LaneLimits.lateness {
            return EventRefusal(.tooLate, "the event is more than 24 hours late")
        }
        return nil
    }

    private func isForgotten(_ contact: String, at position: Int, by time: Int64) -> Bool {
        let lane = lanes[position]
        guard let index = lane.position(ofContact: contact) else { return true }
        return lane.isForgotten(lane.contacts[index], at: max(time, lane.clock ?? time))
    }

    /// The lane an event belongs to, and the one that its contact is to leave.
    private func lanesConcerned(by event: Event) -> [Int] {
        if event.contact == nil && event.customer == nil {
            return [event.agent.flatMap { agents[LaneName($0)] }].compactMap { $0 }
        }
        let home = event.contact.flatMap { contact in
            contacts[LaneName(contact)].flatMap { isForgotten(contact, at: $0, by: event.time) ? nil : $0 }
        }
        return [home, event.customer.flatMap { customers[LaneName($0)] }].compactMap { $0 }
    }

    private func repetition(of event: Event) -> Reception? {
        let key = event.key
        for position in lanesConcerned(by: event) {
            guard let known = lanes[position].recent.last(where: { $0.key == key }) else { continue }
            let clock = max(event.time, lanes[position].clock ?? event.time)
            if known.time < clock - LaneLimits.lateness { continue }
            if known.content == event.contentHash { return .duplicate }
            return .refused(
                EventRefusal(.otherContent, "an event with this id came before with other content"))
        }
        return nil
    }

    // MARK: Lanes

    /// The position of the event's lane, made if it is new; moves the contact into its customer's lane.
    private mutating func settle(_ event: Event, _ emit: (Outcome) -> Void) -> Int {
        if let contact = event.contact, let known = contacts[LaneName(contact)],
            isForgotten(contact, at: known, by: event.time)
        {
            let gone = lanes[known].forgetContacts(at: max(event.time, lanes[known].clock ?? event.time))
            drop(gone, from: known)
            contacts[LaneName(contact)] = nil
        }
        guard event.contact != nil || event.customer != nil else { return agentLane(event.agent ?? "") }
        guard let customer = event.customer else {
            let contact = event.contact ?? ""
            if let position = contacts[LaneName(contact)] { return position }
            let position =
                loneContacts[LaneName(contact)]
                ?? add(Lane(name: contact, kind: .contact, vars: Vars(program.counts.customer)))
            loneContacts[LaneName(contact)] = position
            contacts[LaneName(contact)] = position
            return position
        }
        let position =
            customers[LaneName(customer)]
            ?? add(Lane(name: customer, kind: .customer, vars: Vars(program.counts.customer)))
        customers[LaneName(customer)] = position
        if let contact = event.contact {
            if let from = contacts[LaneName(contact)], from != position {
                move(contact, from: from, to: position, emit)
            }
            contacts[LaneName(contact)] = position
        }
        return position
    }

    private mutating func add(_ lane: Lane) -> Int {
        lanes.append(lane)
        return lanes.count - 1
    }

    mutating func agentLane(_ name: String) -> Int {
        if let position = agents[LaneName(name)] { return position }
        let position = add(Lane(name: name, kind: .agent, vars: Vars(program.counts.agent)))
        agents[LaneName(name)] = position
        return position
    }

    /// A contact whose customer becomes known joins the customer's lane at the later of both clocks.
    private mutating func move(_ contact: String, from: Int, to: Int, _ emit: (Outcome) -> Void) {
        if let clock = [lanes[from].clock, lanes[to].clock].compactMap({ $0 }).max() {
            for position in [to, from] {
                work(at: position) { step in
                    step.passTime(to: clock)
                } emit: {
                    emit($0)
                }
            }
        }
        let (leaving, joined) = lanes[from].moved(into: lanes[to])
        lanes[to] = joined
        lanes[from] = leaving
        loneContacts[LaneName(contact)] = nil
    }

    /// Takes the lane out, lets a step work on it, and puts it back.
    mutating func work(
        at position: Int, _ body: (inout LaneRun) -> Void, emit: (Outcome) -> Void
    ) {
        var run = LaneRun(program: program, lane: Lane(name: "", kind: .contact, vars: Vars(HomeCounts.Counts())))
        swap(&run.lane, &lanes[position])
        body(&run)
        swap(&run.lane, &lanes[position])
        mail += run.messages
        drop(run.forgotten, from: position)
        for outcome in run.outcomes { emit(outcome) }
    }

    /// Takes a lane restored from bytes.
    mutating func adopt(_ lane: Lane) throws(LaneStateError) {
        let known = [customers, loneContacts, agents][lane.kind == .customer ? 0 : lane.kind == .contact ? 1 : 2]
        guard known[LaneName(lane.name)] == nil, lane.contacts.allSatisfy({ contacts[LaneName($0.id)] == nil }) else {
            throw .damaged
        }
        let position = add(lane)
        switch lane.kind {
        case .customer: customers[LaneName(lane.name)] = position
        case .contact: loneContacts[LaneName(lane.name)] = position
        case .agent: agents[LaneName(lane.name)] = position
        }
        for contact in lane.contacts { contacts[LaneName(contact.id)] = position }
        if let clock = lane.clock, clock > frontier ?? .min { frontier = clock }
    }

    func contactPosition(_ name: String) -> Int? { contacts[LaneName(name)] }
    func customerPosition(_ name: String) -> Int? { customers[LaneName(name)] }
    func agentPosition(_ name: String) -> Int? { agents[LaneName(name)] }

    /// Contacts that a lane has forgotten are not looked up there any more.
    private mutating func drop(_ forgotten: [String], from position: Int) {
        for contact in forgotten
        where contacts[LaneName(contact)] == position && lanes[position].position(ofContact: contact) == nil {
            contacts[LaneName(contact)] = nil
        }
    }

    // MARK: Time and mail

    private mutating func advance(to time: Int64, _ emit: (Outcome) -> Void) {
        guard time > frontier ?? .min else { return }
        frontier = time
        deliver(before: time, emit)
    }

    /// Agents take what they have heard that is older than a time, in order of time, lane and sequence.
    private mutating func deliver(before time: Int64?, _ emit: (Outcome) -> Void) {
        if mail.isEmpty { return }
        var due = time.map { edge in mail.filter { $0.time < edge } } ?? mail
        if due.isEmpty { return }
        mail = time.map { edge in mail.filter { $0.time >= edge } } ?? []
        due.sort {
            if $0.time != $1.time { return $0.time < $1.time }
            if $0.isOwn != $1.isOwn { return $1.isOwn }
            if $0.sender != $1.sender { return utf8Less($0.sender, $1.sender) }
            return $0.sequence < $1.sequence
        }
        for message in due {
            work(at: agentLane(message.agent)) { step in
                step.hear(message)
            } emit: {
                emit($0)
            }
        }
    }

    private mutating func passTime(to event: Event, _ emit: (Outcome) -> Void) {
        advance(to: event.time, emit)
        for table in [merged(customers, loneContacts), merged(agents, [:])] {
            for position in table {
                work(at: position) { step in
                    step.passTime(to: event.time)
                } emit: {
                    emit($0)
                }
            }
            deliver(before: frontier, emit)
        }
    }

    private func merged(_ a: [LaneName: Int], _ b: [LaneName: Int]) -> [Int] {
        (Array(a) + Array(b)).sorted { utf8Less($0.key.text, $1.key.text) }.map(\.value)
    }
}

extension Event {
    /// A 64-bit key of source and id.
    var key: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in (source ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0x1ff) &* 0x100_0000_01b3
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}

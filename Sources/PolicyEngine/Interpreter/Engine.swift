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
    var directory = LaneDirectory()
    /// What agents have been told and have not answered yet.
    private var mail: [Message] = []
    /// The latest event time seen.
    private var frontier: Int64?
    /// Where lanes are worked on, one at a time.
    private var desk: LaneRun

    /// Hands over outcomes in which nothing happened, too; without them an event that concerns no rule costs next to nothing.
    public var tellsEmpty: Bool {
        get { desk.tellsEmpty }
        set {
            if !isKnownUniquelyReferenced(&desk) { desk = desk.anew() }
            desk.tellsEmpty = newValue
        }
    }

    public init(_ program: Program) {
        self.program = program
        desk = LaneRun(program: program)
    }

    /// Takes one event; hands over the outcomes in order.
    public mutating func handle(_ event: Event, _ emit: (Outcome) -> Void) -> Reception {
        withUnsafePointer(to: event) { handle(EventAtHand($0), emit) }
    }

    /// The same for an event that is read where it stands, without a copy.
    package mutating func handle(at place: UnsafePointer<Event>, _ emit: (Outcome) -> Void) -> Reception {
        handle(EventAtHand(place), emit)
    }

    private mutating func handle(_ event: EventAtHand, _ emit: (Outcome) -> Void) -> Reception {
        if event.type == .builtIn(.timePassed) {
            passTime(to: event, emit)
            return .accepted
        }
        guard event.contact != nil || event.customer != nil || event.agent != nil else {
            return .refused(EventRefusal(.noLane, "the event names no contact, customer or agent"))
        }
        let key = event.key
        let position: Int
        let usual = usualPlace(of: event)
        if let usual {
            if let reception = repetition(of: event, key, in: usual.home) { return reception }
            advance(to: event.time, emit)
            position = usual.home
        } else {
            let place = place(of: event)
            if let reception = objection(to: event, key, at: place) { return reception }
            advance(to: event.time, emit)
            position = settle(event, at: place, emit)
        }
        lanes[position].remember(event, key)
        if lanes[position].kind == .agent {
            post(event, at: position)
        } else if !program.passesBy(event) || !lanes[position].letsPass(event, program, contact: usual?.contact) {
            work(at: position) { $0.take(event, emit) }
        } else if tellsEmpty {
            work(at: position) { $0.tellPassed(event, emit) }
        }
        return .accepted
    }

    /// What an agent's lane is told itself waits with what it hears from others, so that both come in order of time.
    private mutating func post(_ event: EventAtHand, at position: Int) {
        lanes[position].sent += 1
        mail.append(
            Message(
                time: max(event.time, lanes[position].clock ?? event.time), sender: lanes[position].name,
                sequence: lanes[position].sent, agent: lanes[position].name, cause: event.id, contact: nil,
                customer: nil, language: nil, content: .own(event.whole)))
    }

    /// Agents answer all they have heard. Call when no more events come for now.
    public mutating func flush(_ emit: (Outcome) -> Void) { deliver(before: nil, emit) }

    // MARK: Work

    /// Lends a lane to the place of work, and takes what it left.
    mutating func work(at position: Int, _ body: (LaneRun) -> Void) {
        if !isKnownUniquelyReferenced(&desk) { desk = desk.anew() }
        let desk = self.desk
        lanes.withUnsafeMutableBufferPointer { lanes in
            if let first = lanes.baseAddress { desk.lend(first + position, body) }
        }
        if !desk.messages.isEmpty {
            mail += desk.messages
            desk.messages.empty()
        }
        if !desk.forgotten.isEmpty {
            drop(desk.forgotten, from: position)
            desk.forgotten.empty()
        }
    }

    // MARK: Time and mail

    private mutating func advance(to time: Int64, _ emit: (Outcome) -> Void) {
        guard time > frontier ?? .min else { return }
        frontier = time
        if !mail.isEmpty { deliver(before: time, emit) }
    }

    /// Time of a restored lane counts as seen.
    mutating func note(clock: Int64) { frontier = max(clock, frontier ?? clock) }

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
            work(at: agentLane(message.agent)) { $0.hear(message, emit) }
        }
    }

    private mutating func passTime(to event: EventAtHand, _ emit: (Outcome) -> Void) {
        advance(to: event.time, emit)
        for table in [sortedLanes { $0 != .agent }, sortedLanes { $0 == .agent }] {
            for position in table {
                work(at: position) { $0.passTime(to: event.time, emit) }
            }
            deliver(before: frontier, emit)
        }
    }

    /// Positions of all lanes of some kinds that somebody may still belong to, by name.
    private func sortedLanes(of isMeant: (Lane.Kind) -> Bool) -> [Int] {
        lanes.indices.filter { isMeant(lanes[$0].kind) && isKnown($0) }.sorted {
            if lanes[$0].name == lanes[$1].name { return lanes[$0].kind.rawValue < lanes[$1].kind.rawValue }
            return utf8Less(lanes[$0].name, lanes[$1].name)
        }
    }
}

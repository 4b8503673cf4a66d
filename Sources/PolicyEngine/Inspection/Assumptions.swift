import CEL
import PolicyLanguage

/// What a test takes as given before its first event.
public enum Assumption: Sendable, Equatable {
    case fact(String, CELValue)
    case status(String)
    /// So many observations, all at the time of the assumption.
    case count(String, Int64)
}

extension Engine {
    /// Puts an assumption into the state as if it had come about at a time; its consequences (norms of a status) follow.
    /// False for an unknown name, a wrong type, or a home that was not named.
    public mutating func assume(
        _ assumption: Assumption, contact: String?, customer: String?, agent: String?, channel: String?,
        language: String?, at time: Int64, _ emit: (Outcome) -> Void
    ) -> Bool {
        var event = Event(
            id: "given", time: time, type: .builtIn(program.unheard), contact: contact, customer: customer,
            agent: agent, channel: channel)
        if case .fact(let name, let value) = assumption {
            event.type = .builtIn(.factRecorded)
            event.data = [.init(name: "name", value: .string(name)), .init(name: "value", value: value)]
            guard let table = program.facts.first(where: { $0.name == name }), table.type.admit(value) != nil else {
                return false
            }
        }
        event.id = "given \(assumption)"
        if case .accepted = handle(event, emit) {} else { return false }
        flush(emit)
        if let agent {
            work(at: agentLane(agent)) { $0.passTime(to: time, emit) }
        }
        switch assumption {
        case .fact: return true
        case .status(let name): return assume(status: name, contact, customer, agent, emit)
        case .count(let name, let number): return assume(count: name, number, contact, customer, agent, time)
        }
    }

    private mutating func assume(
        status name: String, _ contact: String?, _ customer: String?, _ agent: String?, _ emit: (Outcome) -> Void
    ) -> Bool {
        guard let index = program.statusIndex[name],
            let position = position(of: program.statuses[index].home, contact, customer, agent)
        else { return false }
        let begin = program.statuses[index].begin
        work(at: position) { $0.begin(begin, contact: contact, emit) }
        return true
    }

    private mutating func assume(
        count name: String, _ number: Int64, _ contact: String?, _ customer: String?, _ agent: String?, _ time: Int64
    ) -> Bool {
        guard let table = program.measures.first(where: { $0.name == name }), table.kind == .count,
            number >= 0, number < 100_000,
            let position = position(of: table.home, contact, customer, agent)
        else { return false }
        for _ in 0..<number {
            if table.home == .contact {
                guard let index = contact.flatMap({ lanes[position].position(ofContact: $0) }) else { return false }
                lanes[position].contacts[index].vars.measures[table.slot].add(at: time, window: table.window)
            } else {
                lanes[position].vars.measures[table.slot].add(at: time, window: table.window)
            }
        }
        return true
    }

    private func position(of home: Home, _ contact: String?, _ customer: String?, _ agent: String?) -> Int? {
        switch home {
        case .contact, .customer:
            contact.flatMap { contactPosition($0) } ?? customer.flatMap { customerPosition($0) }
        case .agent: agent.flatMap { agentPosition($0) }
        }
    }
}

extension Program {
    /// An event that no rule waits for: it brings a contact and its people in, and nothing else.
    fileprivate var unheard: BuiltInEvent {
        let quiet: [BuiltInEvent] = [
            .statusReviewed, .statusVaried, .statusProposed, .supervisorRequested, .actionDeclined,
        ]
        return quiet.first { listeners[.builtIn($0)].isEmpty } ?? .statusReviewed
    }
}

extension LaneRun {
    /// Begins a status outside any event.
    func begin(_ begin: Int, contact: String?, _ emit: (Outcome) -> Void) {
        perform(inContact: contact, emit) { step in
            step.beginStatus(begin, in: step.context)
            step.settleAfterMessage()
        }
    }
}

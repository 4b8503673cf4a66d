import PolicyLanguage

/// A table from what happens to the entries and measures it concerns, so that the rest costs nothing.
struct Listeners: Sendable {
    /// Indices of the entries that wait for something, ascending, by stratum.
    struct Waiting: Sendable {
        private(set) var one: [Int] = []
        private(set) var two: [Int] = []

        var isEmpty: Bool { one.isEmpty && two.isEmpty }

        mutating func add(_ index: Int, _ entry: Entry) {
            if entry.isStratumOne { one.appendOnce(index) } else { two.appendOnce(index) }
        }
    }

    /// Indices of entries and measures, each ascending. Only the compiler changes them, before the program is shared; so
    /// `unchecked` is safe.
    final class Concerned: @unchecked Sendable {
        @exclusivity(unchecked) var entries = Waiting()
        @exclusivity(unchecked) var measures: [Int] = []
        /// Of `measures`, those about the agent, which move in the agent's lane.
        @exclusivity(unchecked) var agentMeasures: [Int] = []
        /// Of `entries`, those under a status about the agent, which run in the agent's lane.
        @exclusivity(unchecked) var agentEntries = Waiting()

        var isEmpty: Bool { entries.isEmpty && measures.isEmpty && agentMeasures.isEmpty }
    }

    private(set) var builtIn: [Concerned]
    private(set) var declared: [Concerned]
    private(set) var byMeasure: [Waiting]
    private(set) var byStatus: [Waiting]
    private(set) var byLadder: [Waiting]
    private(set) var byDuty: [Waiting]
    /// By type, built in first: events of it concern nothing in the policy, so they may pass by.
    private(set) var passing: [Bool] = []

    init(_ c: Compiler) {
        builtIn = BuiltInEvent.allCases.map { _ in Concerned() }
        declared = c.checked.policy.events.map { _ in Concerned() }
        byMeasure = Array(repeating: Waiting(), count: c.measures.count)
        byStatus = Array(repeating: Waiting(), count: c.statuses.count)
        byLadder = Array(repeating: Waiting(), count: c.ladders.count)
        byDuty = Array(repeating: Waiting(), count: c.actions.count)
        for (index, entry) in c.entries.enumerated() {
            let isOfAgent = entry.whileActive >= 0 && c.statuses[entry.whileActive].home == .agent
            for pattern in entry.patterns {
                listen(index, entry, to: pattern)
                if isOfAgent, let type = pattern.eventType { self[type].agentEntries.add(index, entry) }
            }
        }
        for (index, measure) in c.measures.enumerated() {
            for pattern in measure.patterns { count(index, measure.home, on: pattern) }
        }
        passing = Passing(c).types(builtIn, declared)
    }

    private mutating func listen(_ index: Int, _ entry: Entry, to pattern: Pattern) {
        switch pattern {
        case .event, .conduct:
            if let type = pattern.eventType { self[type].entries.add(index, entry) }
        case .measure(let measure, _): byMeasure[measure].add(index, entry)
        case .status(let status, _): byStatus[status].add(index, entry)
        case .ladder(let ladder, _): byLadder[ladder].add(index, entry)
        case .duty(let action, _): byDuty[action].add(index, entry)
        }
    }

    private func count(_ measure: Int, _ home: Home, on pattern: Pattern) {
        guard let type = pattern.eventType else { return }
        if home == .agent {
            self[type].agentMeasures.appendOnce(measure)
        } else {
            self[type].measures.appendOnce(measure)
        }
    }

    subscript(type: EventType) -> Concerned {
        switch type {
        case .builtIn(let event): builtIn[event.position]
        case .declared(let index): declared.indices.contains(index) ? declared[index] : Concerned()
        }
    }
}

extension Pattern {
    /// The type of the events that it matches; nil where it waits for something else.
    var eventType: EventType? {
        switch self {
        case .event(let type): type
        case .conduct: .builtIn(.conductObserved)
        case .measure, .status, .ladder, .duty: nil
        }
    }
}

extension BuiltInEvent {
    /// Position among all built-in events.
    var position: Int {
        switch self {
        case .contactStarted: 0
        case .contactEnded: 1
        case .supervisorJoined: 2
        case .contactTransferred: 3
        case .utterance: 4
        case .conductObserved: 5
        case .factRecorded: 6
        case .actionDone: 7
        case .actionDeclined: 8
        case .supervisorRequested: 9
        case .statusProposed: 10
        case .statusDecided: 11
        case .statusNotified: 12
        case .statusAppealed: 13
        case .statusVaried: 14
        case .statusReviewed: 15
        case .statusEnded: 16
        case .retracted: 17
        case .timePassed: 18
        }
    }
}

extension Array where Element == Int {
    mutating func appendOnce(_ value: Int) {
        if last != value { append(value) }
    }
}

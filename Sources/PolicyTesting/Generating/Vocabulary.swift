import CEL
import PolicyEngine
import PolicyLanguage

/// What can happen under a policy: the events, the assumptions and the lengths of time that it could tell apart.
///
/// In the order of the policy, so that a search over it finds the same each time.
struct Vocabulary: Sendable {
    private(set) var channels: [String] = []
    private(set) var moves: [Move] = []
    /// What can be given before a scenario: counts near what waits for them, statuses that no rule begins.
    private(set) var givens: [GivenMove] = []
    /// Milliseconds that conditions compare times with, ascending.
    private(set) var durations: [Int64] = []
    /// For each measure the values at which something changes, ascending.
    private(set) var thresholds: [String: [Int64]] = [:]
    /// How a contact starts: positions in `moves`.
    private(set) var starts: [Int] = []
    /// So many of the moves are tried after each other; the rest stand in examples.
    private(set) var explored = 0

    /// Something is owed sooner than the pause between two events: deeds may then come at once.
    let isHasty: Bool

    let policy: Policy
    let conditions: PolicyConditions
    private let reader: EventReader
    /// Combinations of fields that are tried for one condition.
    static let combinations = 48

    init(_ checked: CheckedPolicy) {
        policy = checked.policy
        conditions = PolicyConditions(checked)
        isHasty = policy.everyAct.contains { act in
            if case .elapsed(let time)? = act.within?.value { time < Explorer.pause } else { false }
        }
        reader = EventReader(declared: policy.events)
        findTimes()
        findChannels()
        findGivens()
        for type in types { addMoves(of: type) }
        explored = moves.count
        starts = moves.indices.filter { moves[$0].type == BuiltInEvent.contactStarted.rawValue }
    }

    /// Adds an event, once, if the log's reader takes it.
    mutating func add(_ type: String, _ fields: [Event.Field], isAboutAgent: Bool = false) {
        if moves.contains(where: { $0.type == type && $0.fields == fields }) { return }
        var json = ScenarioJSON(type)
        for field in fields { json.add(field) }
        guard let event = try? reader.read(json.text) else { return }
        moves.append(Move(type: type, fields: fields, isAboutAgent: isAboutAgent, event: event))
    }

    /// The position of an event, which is added if it is none of the moves yet; nil if the log would refuse it.
    mutating func place(of type: String, _ fields: [Event.Field]) -> Int? {
        add(type, fields)
        return moves.firstIndex { $0.type == type && $0.fields == fields && !$0.isAboutAgent }
    }

    // MARK: Times, channels, assumptions

    private mutating func findTimes() {
        var found: Set<Int64> = []
        for case .duration(let length) in conditions.sites.flatMap(\.constants) where length.milliseconds > 0 {
            found.insert(length.milliseconds)
        }
        durations = found.sorted()
        for measure in policy.measures {
            let name = measure.name.value
            var values: Set<Int64> = []
            for case .measure(let other, let reaches) in policy.everyTrigger.map(\.kind) where other.value == name {
                values.insert(reaches.value)
            }
            for constant in conditions.constants(beside: .measure(name)) {
                switch (constant, measure.kind) {
                case (.int(let number), .count): values.formUnion([number, number + 1])
                case (.duration(let length), .elapsed): values.insert(length.milliseconds)
                default: break
                }
            }
            thresholds[name] = values.filter { $0 > 0 }.sorted()
        }
    }

    private mutating func findChannels() {
        func add(_ name: String) {
            if !channels.contains(name) { channels.append(name) }
        }
        for rule in policy.everyRule { rule.channels.forEach { add($0.value) } }
        for ladder in policy.ladders { ladder.channels.forEach { add($0.value) } }
        let compared = conditions.constants(beside: .contact(.channel)).compactMap(\.string)
        compared.forEach(add)
        if channels.isEmpty || !compared.isEmpty {
            for name in ["phone", "email"] where channels.isEmpty || !compared.isEmpty { add(name) }
        }
    }

    private mutating func findGivens() {
        for measure in policy.measures where measure.kind == .count {
            for value in thresholds[measure.name.value] ?? [] where value > 1 && value < 1_000 {
                givens.append(GivenMove(assumption: .count(measure.name.value, value - 1), home: measure.per))
            }
        }
        let begun = Set(policy.everyRule.flatMap(\.begins).map(\.status.value))
        for status in policy.statuses where !begun.contains(status.name.value) {
            givens.append(GivenMove(assumption: .status(status.name.value), home: status.about))
        }
    }

    // MARK: Event types

    /// The types that the policy listens to, and those by which contacts and duties live.
    private var types: [String] {
        var found = [BuiltInEvent.contactStarted.rawValue]
        func add(_ type: String) {
            if !found.contains(type) { found.append(type) }
        }
        let triggers = policy.everyTrigger
        for trigger in triggers {
            switch trigger.kind {
            case .event(let name): add(name.value)
            case .conduct: add(BuiltInEvent.conductObserved.rawValue)
            case .measure, .status, .ladder, .duty: break
            }
        }
        if !policy.facts.isEmpty { add(BuiltInEvent.factRecorded.rawValue) }
        if !policy.everyAct.isEmpty { add(BuiltInEvent.actionDone.rawValue) }
        if policy.everyAct.contains(where: { $0.action.value == "involve_supervisor" }) {
            add(BuiltInEvent.supervisorJoined.rawValue)
        }
        add(BuiltInEvent.contactEnded.rawValue)
        if policy.awaitsRefusals { add(BuiltInEvent.actionDeclined.rawValue) }
        return found.filter { $0 != BuiltInEvent.timePassed.rawValue && $0 != BuiltInEvent.retracted.rawValue }
    }
}

extension Policy {
    /// Whether something follows when a duty is declined that would not follow in time by itself.
    fileprivate var awaitsRefusals: Bool {
        let isAwaited = everyTrigger.contains {
            if case .duty(_, let state) = $0.kind { state == .declined || state == .excused } else { false }
        }
        return isAwaited || everyAct.contains { !$0.ifMissed.isEmpty && !$0.hasDeadline }
    }
}

extension Act {
    fileprivate var hasDeadline: Bool {
        if case .elapsed? = within?.value { true } else { false }
    }
}

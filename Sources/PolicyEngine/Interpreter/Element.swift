import PolicyLanguage

/// What a step works on: the event, something that fell due, and what these bring about in turn.
enum Element: Sendable, Equatable {
    case event
    case due(DueItem)
    /// A duty closed; `norm` is its creation number, `context` the contact in which it was issued.
    case duty(action: Int, NormState, effect: Int, norm: Int32, context: Int32)
    case ladder(Int, step: Int, context: Int32)
    case measure(Int, reached: Int64, context: Int32)
    case status(Int, StatusPhase, context: Int32)

    private var rank: Int {
        switch self {
        case .event, .due: 0
        case .duty: 1
        case .ladder: 2
        case .measure: 3
        case .status: 4
        }
    }

    /// The order in which things brought about together are followed: duties, ladders, measures, statuses; by name;
    /// by state, step, value or phase; by the contact's or norm's creation.
    func precedes(_ other: Element, in program: Program) -> Bool {
        if rank != other.rank { return rank < other.rank }
        switch (self, other) {
        case (.duty(let a, let s, _, let n, _), .duty(let b, let t, _, let m, _)):
            return order(program.actions[a].name, program.actions[b].name)
                ?? order(s.rawValue, t.rawValue) ?? (n < m)
        case (.ladder(let a, let s, let c), .ladder(let b, let t, let d)):
            return order(program.ladders[a].name, program.ladders[b].name) ?? (s != t ? s < t : c < d)
        case (.measure(let a, let v, let c), .measure(let b, let w, let d)):
            if a != b { return a < b }
            return v != w ? v < w : c < d
        case (.status(let a, let p, let c), .status(let b, let q, let d)):
            return order(program.statuses[a].name, program.statuses[b].name)
                ?? order(p.rawValue, q.rawValue) ?? (c < d)
        default:
            return false
        }
    }

    private func order(_ a: String, _ b: String) -> Bool? {
        a == b ? nil : utf8Less(a, b)
    }
}

extension [Element] {
    /// Puts what was brought about together into the order in which it is followed.
    mutating func sort(in program: Program) {
        if count > 1 { sort { $0.precedes($1, in: program) } }
    }
}

/// Something an agent's lane is told by another lane.
struct Message: Sendable {
    enum Content: Sendable {
        /// The deed, fact or count that concerns the agent.
        case event(Event)
        /// An event of the agent's own, with neither contact nor customer.
        case own(Event)
        /// A norm whose home is the agent.
        case issue(effect: Int, classes: BitSet)
        case begin(Int)
        case end(status: Int)
    }

    /// The sender's clock.
    var time: Int64
    var sender: String
    var sequence: Int32
    var agent: String
    /// The event that brought it about, and the contact it was in.
    var cause: String
    var contact: String?
    var customer: String?
    var language: String?
    var content: Content

    /// What others say comes first, at one moment.
    var isOwn: Bool { if case .own = content { true } else { false } }
}

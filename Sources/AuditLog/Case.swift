import PolicyEngine

/// Everything a log holds of one contact: what a summary and a timeline are made from.
public struct Case: Sendable {
    public var contact: String
    /// The policy it was judged by; nil in a log without one.
    public var policy: PolicyRecord?
    /// In the order of the log.
    public var events: [Happening]
    /// In the order of the log.
    public var outcomes: [Finding]
    /// In the order in which they were issued, with what became of each to this day.
    public var norms: [NormRecord]

    /// One recorded event.
    public struct Happening: Sendable {
        public var number: Int64
        public var time: Int64
        public var type: String
        public var id: String
        public var customer: String?
        public var agent: String?
        public var channel: String?
        /// The event itself; nil where it was left out or is of a type this version cannot read.
        public var event: Event?

        public init(
            number: Int64, time: Int64, type: String, id: String, customer: String?, agent: String?,
            channel: String?, event: Event?
        ) {
            self.number = number
            self.time = time
            self.type = type
            self.id = id
            self.customer = customer
            self.agent = agent
            self.channel = channel
            self.event = event
        }
    }

    /// One recorded outcome.
    public struct Finding: Sendable {
        public var number: Int64
        /// The event in whose handling it was recorded.
        public var recordedWith: Int64
        public var outcome: Outcome

        public init(number: Int64, recordedWith: Int64, outcome: Outcome) {
            self.number = number
            self.recordedWith = recordedWith
            self.outcome = outcome
        }
    }

    public init(
        contact: String, policy: PolicyRecord?, events: [Happening] = [], outcomes: [Finding] = [],
        norms: [NormRecord] = []
    ) {
        self.contact = contact
        self.policy = policy
        self.events = events
        self.outcomes = outcomes
        self.norms = norms
    }

    /// The channel first named.
    public var channel: String? { events.lazy.compactMap(\.channel).first }
    public var customer: String? { events.lazy.compactMap(\.customer).first }

    /// Everybody named as its agent, in order.
    public var agents: [String] {
        events.reduce(into: []) { agents, event in
            if let agent = event.agent, !agents.contains(agent) { agents.append(agent) }
        }
    }
}

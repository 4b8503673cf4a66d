import PolicyEngine
import PolicyLanguage

/// What happened in a contact, in order, in sentences that somebody can read who has never seen a policy.
public struct Timeline: Sendable, Equatable {
    public var contact: String
    public var customer: String?
    public var agents: [String]
    public var channel: String?
    public var policy: String?
    public var title: String?
    public var entries: [Entry]
    /// A few sentences at the end.
    public var sum: [String]

    /// One thing that happened, with what the policy made of it.
    public struct Entry: Sendable, Equatable {
        public var time: Int64
        /// Where several are told as one: the time of the last.
        public var until: Int64?
        /// The event's id, or `LANE#n` of what fell due; nil for several told as one.
        public var event: String?
        /// What happened; empty where something only fell due.
        public var sentence: String
        public var remarks: [Remark]
    }

    /// What the policy says to it.
    public struct Remark: Sendable, Equatable {
        public enum Kind: String, Sendable {
            /// Somebody must, should, may or must not do something from now on.
            case duty, advice, permission, prohibition
            /// A deed was in order; was not; the policy is silent on it.
            case kept, objection, silent
            /// A duty was missed; a norm ended otherwise.
            case missed, ended
            /// A ladder or a status changed; wording was noticed; the policy or its evaluation is at fault.
            case change, wording, fault
        }

        public var kind: Kind
        public var sentence: String
        /// Words to say, as the policy has them.
        public var script: String?
        /// Why: the rule, step or status.
        public var reason: String?
    }

    /// Tells a case. Words of customers, and other free text, stand in it only `withTexts`. Linear but for sorting.
    public init(_ records: Case, withTexts: Bool) {
        contact = records.contact
        customer = records.customer
        agents = records.agents
        channel = records.channel
        policy = records.policy?.reference
        title = records.policy?.title
        var telling = Telling(records, withTexts: withTexts)
        entries = telling.entries()
        sum = ShortSum(records).sentences
    }
}

extension String {
    /// With its first letter in upper case.
    package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension TimeText {
    /// `10:00:40` of a moment, in UTC.
    package static func clock(_ time: Int64) -> String { String(format(time).dropFirst(11).prefix(8)) }

    /// `2026-11-21` of a moment, in UTC.
    static func day(_ time: Int64) -> String { String(format(time).prefix(10)) }
}

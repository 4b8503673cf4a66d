import PolicyEngine
import PolicyLanguage

/// A norm with its life: who owed or was allowed what, from when to when, and what became of it.
public struct NormRecord: Sendable, Equatable {
    /// Position among the norms, from 1. A norm's own name may come again in a contact that began anew.
    public var number: Int64
    /// `c-1/3`.
    public var norm: String
    public var modality: Modality
    public var action: String
    public var by: [String]
    public var rule: String
    /// The contact, customer and agent of the outcome that issued it.
    public var contact: String?
    public var customer: String?
    public var agent: String?
    public var due: Int64?
    public var until: Int64?
    public var state: NormState
    public var issued: Moment
    /// When its deadline passed; kept when it was done later.
    public var missed: Moment?
    /// When it reached a state that is not `open`; of a duty done after it was missed, when it was done.
    public var closed: Moment?

    /// One point of a norm's life.
    public struct Moment: Sendable, Equatable {
        public var time: Int64
        /// The id of the event, or `LANE#n` of what fell due.
        public var event: String
        /// The number of the outcome that says so.
        public var outcome: Int64

        public init(time: Int64, event: String, outcome: Int64) {
            self.time = time
            self.event = event
            self.outcome = outcome
        }
    }

    public init(
        number: Int64, norm: String, modality: Modality, action: String, by: [String], rule: String, contact: String?,
        customer: String?, agent: String?, due: Int64?, until: Int64?, state: NormState, issued: Moment,
        missed: Moment? = nil, closed: Moment? = nil
    ) {
        self.number = number
        self.norm = norm
        self.modality = modality
        self.action = action
        self.by = by
        self.rule = rule
        self.contact = contact
        self.customer = customer
        self.agent = agent
        self.due = due
        self.until = until
        self.state = state
        self.issued = issued
        self.missed = missed
        self.closed = closed
    }
}

/// Why an event, or something that fell due, had the consequences it had.
public struct Explanation: Sendable, Equatable {
    /// The event's id, or `LANE#n` of something that fell due.
    public var event: String
    /// When it took effect, in milliseconds since 1970.
    public var time: Int64
    public var contact: String?
    public var customer: String?
    public var agent: String?
    /// `ID@DIGEST` of the policy.
    public var policy: String
    /// What happened, in a sentence.
    public var sentence: String
    /// One for each consequence, in order; where a rule was asked about, those of that rule.
    public var findings: [Finding]
}

/// One consequence, or one thing that did not happen, with its reasons.
public struct Finding: Sendable, Equatable {
    /// What kind of consequence it is; the raw values are stable.
    public enum Code: String, Sendable, CaseIterable {
        // What began, went on or ended.
        case issued
        case alreadyOpen = "already-open"
        case repeated
        case climbed
        case cooled
        case statusBegan = "status-began"
        case statusEnded = "status-ended"
        case closed
        case paused, resumed
        // What the policy says of a deed.
        case verdict
        // What else there was to say.
        case coached, conflict, fault
        // Why a rule did not do anything.
        case notTriggered = "not-triggered"
        case wrongChannel = "wrong-channel"
        case statusNotActive = "status-not-active"
        case alreadyMoved = "already-moved"
        case guardFailed = "guard-failed"
        case notHere = "not-here"
        case suspended
        /// The event names something that the policy does not have.
        case unknownName = "unknown-name"
        case firedInVain = "fired-in-vain"
    }

    public var code: Code
    /// What it rests on: `rules.threat`, `ladders.abuse.2`.
    public var rule: String?
    public var norm: String?
    /// For a team leader: what and why, as one sentence.
    public var sentence: String
    /// Words to say, as the policy has them.
    public var script: String?
    /// The conditions that were looked at, with their values.
    public var checks: [Check] = []
    /// The sources that the policy names for it.
    public var cites: [String] = []
}

/// A condition, or a part of one, with what came out.
public struct Check: Sendable, Equatable {
    public enum Result: String, Sendable {
        case holds
        case fails = "does-not-hold"
        /// It could not be evaluated, and counts as false.
        case failed = "cannot-be-evaluated"
    }

    /// A name that was read, and its value; nil where nothing was known.
    public struct Read: Sendable, Equatable {
        public var name: String
        public var value: String?
        /// There is a value, and it is what somebody said or wrote.
        public var isHidden = false
    }

    /// The key it stands under (`if`, `unless`, …); nil for a part.
    public var key: String?
    public var text: String
    public var result: Result
    /// What had to come out for the rule to go on; nil where it does not depend on it alone.
    public var isWanted: Bool?
    public var reads: [Read]
    /// What `&&`, `||` and `!` make it of.
    public var parts: [Check]
}

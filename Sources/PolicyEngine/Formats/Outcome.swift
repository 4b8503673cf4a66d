import PolicyLanguage

/// What one event, or one moment at which something fell due, had for consequences.
public struct Outcome: Sendable, Equatable {
    /// The event's id, or `LANE#n` for the n-th record of something that fell due in a lane.
    public var event: String
    /// When it took effect, in milliseconds since 1970: the later of the event's time and the lane's clock.
    public var time: Int64
    public var contact: String?
    public var customer: String?
    public var agent: String?
    /// The event came after the lane's clock had moved past its time.
    public var late = false
    public var issued: [Issued] = []
    public var closed: [Closed] = []
    /// Open norms that do not stand for now.
    public var paused: [Paused] = []
    /// Paused norms that stand again.
    public var resumed: [Resumed] = []
    public var verdicts: [Verdict] = []
    public var changes: [Change] = []
    public var coached: [Coached] = []
    public var conflicts: [Conflict] = []
    public var faults: [Fault] = []
    /// What was looked at, where the program keeps that; no part of what is written.
    public var trace = Trace()

    public init(event: String, time: Int64, contact: String?, customer: String?, agent: String?) {
        self.event = event
        self.time = time
        self.contact = contact
        self.customer = customer
        self.agent = agent
    }

    /// Forgets all but the memory it took.
    mutating func restart(at time: Int64) {
        if !event.isEmpty { event = "" }
        self.time = time
        late = false
        issued.empty()
        closed.empty()
        paused.empty()
        resumed.empty()
        verdicts.empty()
        changes.empty()
        coached.empty()
        conflicts.empty()
        faults.empty()
        trace.looks.empty()
    }

    /// Nothing was issued, closed, paused, resumed, judged, changed, coached or found at odds.
    public var isEmpty: Bool {
        issued.isEmpty && closed.isEmpty && paused.isEmpty && resumed.isEmpty && verdicts.isEmpty && changes.isEmpty
            && coached.isEmpty && conflicts.isEmpty && faults.isEmpty
    }

    /// A norm that began to stand.
    public struct Issued: Sendable, Equatable {
        public var norm: String
        public var modality: Modality
        public var action: String
        public var by: [String]
        public var due: Int64?
        public var until: Int64?
        /// `to`, `mode`, `status`, `option`, `minutes`, `form`, `must_say`, `fields`, `after` where the act has them, in that order.
        public var arguments: [Argument]
        public var script: Script?
        public var rule: String

        public init(
            norm: String, modality: Modality, action: String, by: [String], due: Int64?, until: Int64?,
            arguments: [Argument], script: Script?, rule: String
        ) {
            self.norm = norm
            self.modality = modality
            self.action = action
            self.by = by
            self.due = due
            self.until = until
            self.arguments = arguments
            self.script = script
            self.rule = rule
        }
    }

    /// One argument of an act, as the author wrote it.
    public struct Argument: Sendable, Equatable {
        public enum Value: Sendable, Equatable { case text(String), number(Int64), list([String]) }
        public var name: String
        public var value: Value

        public init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// Words to say. `{customer}` and `{agent}` stay in the text for the screen that knows the names.
    public struct Script: Sendable, Equatable {
        public var id: String
        public var language: String
        public var text: String

        public init(id: String, language: String, text: String) {
            self.id = id
            self.language = language
            self.text = text
        }
    }

    /// A norm that stopped standing, and how.
    public struct Closed: Sendable, Equatable {
        public var norm: String
        public var action: String
        public var state: NormState

        public init(norm: String, action: String, state: NormState) {
            self.norm = norm
            self.action = action
            self.state = state
        }
    }

    /// An open norm that does not stand for now: it counts for nothing until it is resumed.
    public struct Paused: Sendable, Equatable {
        public var norm: String
        public var action: String
        /// The first prohibition that stands against it; nil where a condition of its own does not hold.
        public var prohibition: String?

        public init(norm: String, action: String, prohibition: String?) {
            self.norm = norm
            self.action = action
            self.prohibition = prohibition
        }
    }

    /// A paused norm that stands again.
    public struct Resumed: Sendable, Equatable {
        public var norm: String
        public var action: String

        public init(norm: String, action: String) {
            self.norm = norm
            self.action = action
        }
    }

    /// What the policy says of a deed.
    public struct Verdict: Sendable, Equatable {
        public var action: String
        public var verdict: Judgement
        /// The norm that was answered, or that stood in the way.
        public var norm: String?
        public var rule: String?

        public init(action: String, verdict: Judgement, norm: String?, rule: String?) {
            self.action = action
            self.verdict = verdict
            self.norm = norm
            self.rule = rule
        }
    }

    /// A position or a phase that changed.
    public enum Change: Sendable, Equatable {
        case ladder(String, from: Int, to: Int)
        /// `nil` for none: never begun.
        case status(String, from: StatusPhase?, to: StatusPhase)
    }

    /// A phrase to avoid that an agent said.
    public struct Coached: Sendable, Equatable {
        public var phrase: String
        public var language: String

        public init(phrase: String, language: String) {
            self.phrase = phrase
            self.language = language
        }
    }

    /// `must` against `must_not` on one act, without an `overrides`; the prohibition holds.
    public struct Conflict: Sendable, Equatable {
        public var action: String
        public var duty: String
        public var prohibition: String

        public init(action: String, duty: String, prohibition: String) {
            self.action = action
            self.duty = duty
            self.prohibition = prohibition
        }
    }

    /// A condition that failed, or something that was recorded without effect.
    public struct Fault: Sendable, Equatable {
        /// `rules.threat`, `ladders.abuse`, `measures.length`, `facts.stalemate`.
        public var rule: String
        public var code: String
        public var message: String

        public init(rule: String, code: String, message: String) {
            self.rule = rule
            self.code = code
            self.message = message
        }
    }
}

/// Verdicts, in the order in which the first that applies is given.
public enum Judgement: String, Sendable, CaseIterable {
    case forbidden
    case wrongRole = "wrong_role"
    case incomplete, premature, late, fulfilled, permitted, excused, silent
}

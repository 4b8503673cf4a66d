import CEL
import PolicyLanguage

/// What the interpreter looked at on the way to an outcome, in order.
///
/// It is kept only by a program made with `tracing`; it changes nothing else. An act's own guard is told as it was when
/// its norm was judged or closed; those of what stands are looked at once more at the end of a step.
public struct Trace: Sendable, Equatable {
    public internal(set) var looks: [Look] = []

    public init() {}

    /// One thing looked at.
    public enum Look: Sendable, Equatable {
        case condition(ConditionLook)
        case entry(EntryLook)
        /// An act that was not issued again: its norm is open already.
        case joined(rule: String, action: String, norm: String)
        /// An act from which no norm came here.
        case unissued(rule: String, action: String, Obstacle)
    }

    /// Why no norm came of an act.
    public enum Obstacle: String, Sendable, CaseIterable {
        /// The contact that it would live with has ended.
        case contactEnded = "contact-ended"
        /// The agent's lane was told, and answers for itself.
        case agentTold = "agent-told"
    }
}

/// A condition that was evaluated at one of its places.
public struct ConditionLook: Sendable, Equatable {
    public enum Role: String, Sendable, CaseIterable {
        case `if`, unless
        case runsWhile = "runs_while"
        case suspendedWhile = "suspended_while"
    }

    public enum Result: Sendable, Equatable {
        case holds(Bool)
        /// It could not be evaluated, and counts as false; the code of the error.
        case failed(code: String)

        public var isTrue: Bool { self == .holds(true) }
    }

    /// What a slot held; nil where nothing was known.
    public struct Read: Sendable, Equatable {
        public var slot: Int
        public var value: CELValue?
    }

    /// Whose condition it is: `rules.threat`, `ladders.abuse`, `measures.length`, of an act also `ladders.abuse.2`.
    public var site: String
    /// The action, where the guard is an act's own.
    public var action: String?
    public var role: Role
    public var text: String
    public var result: Result
    /// By slot, ascending.
    public var reads: [Read]
}

/// A rule or ladder that waited for what happened.
public struct EntryLook: Sendable, Equatable {
    /// What set it off.
    public enum Cause: Sendable, Equatable {
        /// The event itself.
        case event
        case measure(String, reached: Int64)
        case status(String, StatusPhase)
        case ladder(String, step: Int)
        case duty(String, NormState)
    }

    public enum Result: String, Sendable, CaseIterable {
        case fired
        /// The contact is on none of its channels.
        case wrongChannel = "wrong-channel"
        /// The status that it belongs to is not active.
        case statusNotActive = "status-not-active"
        /// An earlier observation of the same utterance set it off.
        case alreadyMoved = "already-moved"
        /// Its `if` does not hold, or its `unless` does.
        case guardFailed = "guard-failed"
        /// A ladder of another lane, or of an ended contact.
        case notHere = "not-here"
        /// A ladder that stands still.
        case suspended
    }

    /// `rules.threat`, `ladders.abuse`, `statuses.restricted.1`.
    public var entry: String
    public var cause: Cause
    public var result: Result
}

extension ConditionLook: CELBindings {
    /// The value that a slot held when the condition was looked at.
    public func value(at slot: Int) -> CELValue? { reads.first { $0.slot == slot }?.value }

    public func secondsEast(ofZone name: String, at second: Int64) -> Int? {
        TimeZones.secondsEast(ofZone: name, at: second)
    }
}

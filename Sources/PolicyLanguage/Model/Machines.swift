import SourceText

/// A number or a clock kept over events.
public struct Measure: Sendable {
    public enum Kind: Sendable, Equatable {
        /// How many matching events.
        case count
        /// How long since the latest matching event.
        case elapsed
    }

    public var name: Located<String>
    public var span: SourceSpan
    public var kind: Kind
    public var of: [Trigger]
    public var `guard`: Guard
    public var per: Home
    /// Rolling window of a count; nil where the author did not say, `.unstated` for `ever`.
    public var inLast: Located<Term>?
    /// The clock stands still while this does not hold.
    public var runsWhile: Condition?

    public init(name: Located<String>, span: SourceSpan, kind: Kind, of: [Trigger], guard: Guard, per: Home) {
        self.name = name
        self.span = span
        self.kind = kind
        self.of = of
        self.guard = `guard`
        self.per = per
    }
}

/// Norms in order, one step for each repetition.
public struct Ladder: Sendable {
    public enum Climbs: String, Sendable, CaseIterable {
        case whenDone = "when_done"
        case always
    }

    public struct Step: Sendable {
        public var span: SourceSpan
        /// How many observations this step asks for; at least 1.
        public var times: Int
        public var norms: Norms

        public init(span: SourceSpan, times: Int, norms: Norms) {
            self.span = span
            self.times = times
            self.norms = norms
        }
    }

    public var name: Located<String>
    public var span: SourceSpan
    public var when: [Trigger] = []
    public var `guard` = Guard()
    /// Empty for every channel.
    public var channels: [Located<String>] = []
    public var per: Home = .contact
    public var inLast: Located<Term>?
    public var suspendedWhile: Condition?
    public var climbs: Climbs = .whenDone
    public var coolsAfter: Located<Term>?
    public var steps: [Step] = []
    public var overrides: [Located<String>] = []
    public var cites: [Located<String>] = []

    public init(name: Located<String>, span: SourceSpan) {
        self.name = name
        self.span = span
    }
}

/// When this happens and that holds, norms arise and statuses begin or end.
public struct Rule: Sendable {
    public var name: Located<String>
    public var span: SourceSpan
    /// Empty only under `while_active`: then the norms stand all the while.
    public var when: [Trigger] = []
    public var `guard` = Guard()
    /// Empty for every channel.
    public var channels: [Located<String>] = []
    public var norms = Norms()
    public var begins: [Begin] = []
    public var ends: [Located<String>] = []
    public var overrides: [Located<String>] = []
    public var cites: [Located<String>] = []

    public init(name: Located<String>, span: SourceSpan) {
        self.name = name
        self.span = span
    }

    /// Rules that begin or end statuses run before all others.
    public var touchesStatuses: Bool { !begins.isEmpty || !ends.isEmpty }
}

/// `begin: {STATUS: {until: …}}`.
public struct Begin: Sendable {
    public var status: Located<String>
    public var until: Located<Until>?

    public init(status: Located<String>, until: Located<Until>?) {
        self.status = status
        self.until = until
    }
}

/// A lasting condition of a contact, a customer or an agent.
public struct StatusDeclaration: Sendable {
    public var name: Located<String>
    public var span: SourceSpan
    public var about: Home
    /// Rules in force while the status is active; one without `when` stands all the while. Named `STATUS.N`, from 1.
    public var whileActive: [Rule] = []
    /// Ends every instance that does not say otherwise when it begins.
    public var until: Located<Until>?
    /// Fields a decision must carry, for `{status.FIELD}` in scripts.
    public var fields: [Located<String>] = []
    public var overrides: [Located<String>] = []
    /// What a decision can choose from: read and checked, not evaluated in this version.
    public var options: [StatusOption] = []

    public init(name: Located<String>, span: SourceSpan, about: Home) {
        self.name = name
        self.span = span
        self.about = about
    }
}

/// One of the forms a status can take by decision.
public struct StatusOption: Sendable {
    public var name: Located<String>
    /// Rules in force while the status is active in this form. Named `STATUS.OPTION.N`, from 1.
    public var whileActive: [Rule]

    public init(name: Located<String>, whileActive: [Rule]) {
        self.name = name
        self.whileActive = whileActive
    }
}

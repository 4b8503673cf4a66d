import SourceText

/// How strongly something is asked, allowed or ruled out.
public enum Modality: String, Sendable, CaseIterable {
    case must, should, may
    case mustNot = "must_not"

    /// `must` and `should`: something is owed.
    public var isDuty: Bool { self == .must || self == .should }
}

/// An expression as written, at its place.
public struct Condition: Sendable {
    /// CEL text; its own span where the scalar allows byte-exact places.
    public var text: Located<String>
    /// Maps a UTF-8 range of `text` to the file; the scalar's own span where it cannot be known.
    public var place: @Sendable (Range<Int>) -> SourceSpan

    public init(text: Located<String>, place: @escaping @Sendable (Range<Int>) -> SourceSpan) {
        self.text = text
        self.place = place
    }
}

/// `if` and `unless` beside each other: holds when `if` is absent or true, and `unless` is absent or not true.
public struct Guard: Sendable {
    public var condition: Condition?
    public var exception: Condition?

    public init(if condition: Condition? = nil, unless exception: Condition? = nil) {
        self.condition = condition
        self.exception = exception
    }

    public var isEmpty: Bool { condition == nil && exception == nil }
}

/// A length of time as written.
public enum Term: Sendable, Equatable {
    /// Milliseconds that pass on every clock.
    case elapsed(Int64)
    /// Calendar time (`3 working days`, `rest of today`), which this version reads but does not evaluate.
    case calendar(String)
    /// `unstated`, `ever`: the source is silent on purpose.
    case unstated
}

/// What ends a norm or a status before its home does.
public enum Until: Sendable {
    case elapsed(Int64)
    case calendar(String)
    case event(Trigger)
}

/// What sets a rule off.
public struct Trigger: Sendable {
    public var span: SourceSpan
    public var kind: Kind

    public enum Kind: Sendable {
        /// An event type: `contact.ended`, or one declared under `events:`.
        case event(Located<String>)
        /// `conduct.NAME`: a class or a group.
        case conduct(Located<String>)
        /// `{measure: NAME, reaches: N}`: an integer for counts, milliseconds for clocks.
        case measure(Located<String>, reaches: Located<Int64>)
        /// `{status: NAME, becomes: active}`.
        case status(Located<String>, becomes: StatusPhase)
        /// `{ladder: NAME, reaches: STEP}`.
        case ladder(Located<String>, reaches: Located<Int>)
        /// `{duty: ACTION, becomes: missed}`: a duty to do ACTION closed in that state.
        case duty(Located<String>, becomes: NormState)
    }

    public init(span: SourceSpan, kind: Kind) {
        self.span = span
        self.kind = kind
    }
}

/// The phases of a status that a rule can follow.
public enum StatusPhase: String, Sendable, CaseIterable {
    case active, ended
}

/// The life of a norm.
public enum NormState: String, Sendable, CaseIterable {
    case open, fulfilled, late, missed, declined, excused, released, superseded, expired
}

/// How a supervisor takes part; a stronger mode meets a weaker one.
public enum InvolvementMode: String, Sendable, CaseIterable, Comparable {
    case notify, listen, join
    case takeOver = "take_over"

    private var strength: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    public static func < (a: Self, b: Self) -> Bool { a.strength < b.strength }
}

/// An act with its arguments: what `must`, `should`, `may` and `must_not` speak of.
public struct Act: Sendable {
    public var action: Located<String>
    public var span: SourceSpan
    public var by: [Located<String>] = []
    /// Where to or to whom: `to`, or `who` of `notify`.
    public var to: Located<String>?
    /// One script, or several that take turns.
    public var scripts: [Located<String>] = []
    public var within: Located<Term>?
    public var after: Located<String>?
    public var `guard` = Guard()
    public var until: Located<Until>?
    public var during: Located<Home>?
    public var excusedBy: [Located<String>] = []
    public var ifMissed: [Act] = []
    public var confirm: Confirm?
    public var mode: Located<InvolvementMode>?
    public var status: Located<String>?
    public var option: Located<String>?
    public var minutes: Located<Int64>?
    public var form: Located<String>?
    public var mustSay: [Located<String>] = []
    public var fields: [Located<String>] = []

    public init(action: Located<String>, span: SourceSpan) {
        self.action = action
        self.span = span
    }
}

/// `confirm: {every, until}`: once done, the act is owed again every so often until the event says it took effect.
public struct Confirm: Sendable {
    public var every: Located<Term>
    public var until: Trigger?

    public init(every: Located<Term>, until: Trigger?) {
        self.every = every
        self.until = until
    }
}

/// Acts under their modality, in the order written.
public struct Norms: Sendable {
    public var must: [Act] = []
    public var should: [Act] = []
    public var may: [Act] = []
    public var mustNot: [Act] = []

    public init() {}

    public subscript(modality: Modality) -> [Act] {
        get {
            switch modality {
            case .must: must
            case .should: should
            case .may: may
            case .mustNot: mustNot
            }
        }
        set {
            switch modality {
            case .must: must = newValue
            case .should: should = newValue
            case .may: may = newValue
            case .mustNot: mustNot = newValue
            }
        }
    }

    /// In the fixed order must, should, may, must_not; within each as written.
    public var all: [(modality: Modality, act: Act)] {
        Modality.allCases.flatMap { modality in self[modality].map { (modality, $0) } }
    }
}

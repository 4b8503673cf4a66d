import SourceText

/// A policy as written, after its parent (if any) was merged in; names are not resolved yet.
///
/// Entries stand in the order of the file. `CheckedPolicy` is the same policy with every name known to be declared
/// and every condition typed.
public struct Policy: Sendable {
    /// The place of the whole document.
    public var span: SourceSpan
    public var id: Located<String>
    public var title: Located<String>?
    /// The organisation's name for `{company}` in scripts.
    public var company: Located<String>?
    public var effective: Effective?
    public var timeZone: Located<String>?
    public var languages: [Located<String>] = []
    public var extends: Located<String>?
    public var remove: [Located<String>] = []
    public var roles: [Located<String>] = []
    public var conduct: [ConductClass] = []
    public var groups: [ConductGroup] = []
    public var facts: [FactDeclaration] = []
    public var events: [EventDeclaration] = []
    public var settings: [Setting] = []
    public var actions: [ActionDeclaration] = []
    public var scripts: [Script] = []
    public var avoidedWording: [AvoidedWording] = []
    public var measures: [Measure] = []
    public var ladders: [Ladder] = []
    public var statuses: [StatusDeclaration] = []
    public var rules: [Rule] = []
    /// What was read but is not evaluated yet: calendars, guarantees, parts of statuses.
    public var notBuilt: [NotBuilt] = []

    public init(span: SourceSpan, id: Located<String>) {
        self.span = span
        self.id = id
    }
}

/// When a policy is in force: local dates in the policy's zone, both inclusive.
public struct Effective: Sendable, Equatable {
    public var from: Located<String>?
    public var until: Located<String>?

    public init(from: Located<String>?, until: Located<String>?) {
        self.from = from
        self.until = until
    }
}

/// A word of the language that is read and kept but that this version does not evaluate.
public struct NotBuilt: Sendable, Equatable {
    /// What it is, in the author's words: "`review` of a status", "the calendar time `3 working days`".
    public var what: String
    public var span: SourceSpan
    /// Where it stands: `statuses.restricted`, `rules.repeat-offender`, `calendars`, `guarantees.x`.
    public var owner: String
    /// What was written there, without its layout, for the policy's digest; empty where the model holds it.
    public var written: String
    /// What to type instead, where there is something.
    public var instead: String?

    public init(what: String, span: SourceSpan, owner: String, written: String = "", instead: String? = nil) {
        self.what = what
        self.span = span
        self.owner = owner
        self.written = written
        self.instead = instead
    }
}

/// What one value means at its place.
enum ScalarKind: Sendable, Equatable {
    /// `a-break-afterwards`: the name of a rule, a script, a role.
    case id
    /// `warn`: the name of an action, built in or the policy's own.
    case action
    /// `abuse_endings`: a name that conditions read, so without hyphens.
    case variable
    /// `survey.answered`: the name of an event type.
    case eventType
    /// Text over any number of lines.
    case text
    /// Text on one line.
    case word
    case flag
    case number(ClosedRange<Int64>)
    /// The version of this language.
    case version
    case date
    case timeZone
    case language
    /// `09:00-16:00`.
    case hours
    /// `rules.x`, `ladders.x`, `statuses.x`.
    case reference
    /// `BLOCK.NAME`, an entry of the parent.
    case removal
    /// A truth, a number, a time or text.
    case setting
    /// An expression of CEL.
    case condition
    case term(TermUse)
    /// `contact.ended`, `conduct.threat`.
    case trigger
    /// A trigger or a length of time.
    case until
    /// What a measure comes to: a number, a length of time, or a setting.
    case reached
    /// A length of time, or `indefinite`.
    case lasting
    case choice([String])
}

/// What a length of time is for.
enum TermUse: Sendable, Equatable {
    /// `within`: may be `unstated`, and 0.
    case deadline
    /// `in_last`: may be `ever`.
    case window
    /// A stretch of time that must be said.
    case length
}

/// What is wrong with a single value.
struct Fault: Sendable, Equatable {
    var code: String
    var message: String
    var help: String?

    init(_ code: String, _ message: String, _ help: String? = nil) {
        self.code = code
        self.message = message
        self.help = help
    }
}

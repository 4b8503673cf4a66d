/// What all findings of one code have in common: what they say in general, why it matters, and what to type.
public struct FindingKind: Sendable, Equatable {
    /// The stable name, such as `unknown-key`.
    public let code: String
    /// How much a finding of this kind matters, unless it says otherwise.
    public let severity: Severity
    /// One sentence in lower case without a period.
    public let title: String
    /// Why it matters, in a sentence or two.
    public let why: String
    /// What the author does about it.
    public let remedy: String

    public init(_ code: String, _ severity: Severity, _ title: String, why: String, remedy: String) {
        self.code = code
        self.severity = severity
        self.title = title
        self.why = why
        self.remedy = remedy
    }
}

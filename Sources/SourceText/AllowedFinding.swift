/// A finding that a comment in the file lets stand.
public struct AllowedFinding: Sendable, Equatable {
    public var finding: Diagnostic
    /// Why, in the author's words; empty where none was given.
    public var reason: String
    /// The place of the comment.
    public var comment: SourceSpan

    public init(finding: Diagnostic, reason: String, comment: SourceSpan) {
        self.finding = finding
        self.reason = reason
        self.comment = comment
    }
}

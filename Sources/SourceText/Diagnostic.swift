/// How much a finding matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    case error, warning, note

    /// The graver, the greater: `findings.map(\.severity).max()` is the worst of them.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A finding as a value: what was found, where, and what to do about it.
///
/// A message is lowercase, without a final period, with the author's words in backticks; what to do stands in `help`.
public struct Diagnostic: Sendable, Equatable {
    /// Another place that belongs to the finding, such as the first of two keys that are the same.
    public struct Related: Sendable, Equatable {
        public var span: SourceSpan
        public var message: String

        public init(span: SourceSpan, message: String) {
            self.span = span
            self.message = message
        }
    }

    /// The stable name of this kind of finding, such as `unknown-key`.
    public var code: String
    public var severity: Severity
    public var span: SourceSpan
    public var message: String
    public var help: String?
    public var related: [Related]

    public init(
        code: String, severity: Severity = .error, span: SourceSpan, message: String, help: String? = nil,
        related: [Related] = []
    ) {
        self.code = code
        self.severity = severity
        self.span = span
        self.message = message
        self.help = help
        self.related = related
    }
}

/// Findings in the order of reading: by file, offset and code, then length and message, so that no order is left open.
public func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.sorted { left, right in
        if left.span.file != right.span.file { return left.span.file < right.span.file }
        if left.span.offset != right.span.offset { return left.span.offset < right.span.offset }
        if left.code != right.code { return left.code < right.code }
        if left.span.length != right.span.length { return left.span.length < right.span.length }
        return left.message < right.message
    }
}

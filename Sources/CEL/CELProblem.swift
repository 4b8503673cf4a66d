/// Something wrong with an expression, found before it runs.
public struct CELProblem: Error, Hashable, Sendable {
    /// How much it matters.
    public enum Severity: Hashable, Sendable {
        /// The expression cannot be used.
        case error
        /// The expression can be used, and probably does not say what was meant.
        case warning
    }

    /// A stable name such as `unknown-name`.
    public let code: String
    public let severity: Severity
    /// What is wrong, in one line, with the author's words in backticks.
    public let message: String
    /// What to do about it.
    public let help: String?
    /// Where, in UTF-8 bytes from the start of the expression.
    public let range: Range<Int>

    public init(
        _ code: String, _ message: String, help: String? = nil, at range: Range<Int>, severity: Severity = .error
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.help = help
        self.range = range
    }
}

/// The problems that keep an expression from being used: at least one, in the order of their places.
public struct CELProblems: Error, Hashable, Sendable, RandomAccessCollection {
    /// The problems, warnings among them.
    public let all: [CELProblem]

    init(_ all: [CELProblem]) {
        self.all = all
    }

    public var startIndex: Int { all.startIndex }
    public var endIndex: Int { all.endIndex }

    public subscript(position: Int) -> CELProblem { all[position] }
}

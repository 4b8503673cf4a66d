/// Why an expression has no value for these bindings.
public struct CELRuntimeError: Error, Hashable, Sendable {
    /// A stable name such as `no-such-field`.
    public let code: String
    /// What went wrong, in one line.
    public let message: String
    /// The part of the expression, in UTF-8 bytes from its start.
    public let range: Range<Int>

    init(_ code: String, _ message: String, at range: Range<Int> = 0..<0) {
        self.code = code
        self.message = message
        self.range = range
    }

    /// The same error at a place.
    func at(_ range: Range<Int>) -> CELRuntimeError {
        CELRuntimeError(code, message, at: range)
    }
}

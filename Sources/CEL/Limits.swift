/// The bounds that keep reading, checking and evaluating an expression finite.
public enum CELLimits {
    /// The longest expression text, in UTF-8 bytes.
    public static let textBytes = 65_536
    /// The deepest tree of an expression, counted in operators, calls, brackets and parentheses.
    public static let nesting = 100
    /// The most nodes an expression may have.
    public static let nodes = 10_000
    /// The most steps one evaluation may take, and the highest worst-case cost that `check` accepts.
    public static let steps = 10_000_000
    /// The deepest nesting of lists and maps that two values are compared through.
    public static let valueNesting = 128
    /// The size assumed for text and bytes whose host declared none, in bytes.
    public static let assumedTextBytes = 4_096
    /// The size assumed for lists and maps whose host declared none, in elements.
    public static let assumedElements = 256
    /// The most problems that one check reports.
    public static let problems = 50
    /// The steps spent on working out one constant part at check time.
    static let foldingSteps = 50_000
    /// The bytes of text that count as one step.
    static let bytesAStep = 16
}

/// Where the value of a name is found at run time, and what is known of it before.
public struct CELSlot: Hashable, Sendable {
    public let type: CELType
    /// The number under which bindings know the value, from 0 to 2 147 483 647.
    public let index: Int
    /// Whether the value may be absent; reads of it want `has()`.
    public let isOptional: Bool
    /// The largest it can get.
    public let extent: CELExtent
    /// The only texts it can be, or that a list of texts can hold; nil where any text will do.
    public let choices: [String]?

    public init(
        _ type: CELType, _ index: Int, isOptional: Bool = false, extent: CELExtent? = nil, choices: [String]? = nil
    ) {
        self.type = type
        self.index = index
        self.isOptional = isOptional
        self.extent = extent ?? .assumed(for: type)
        self.choices = choices
    }
}

/// A call of a host's function with its written-out argument, as the check meets it.
public struct CELCall: Hashable, Sendable {
    /// The record before the dot; nil for a plain function.
    public let record: String?
    public let function: String
    public let argument: String
    /// The place of the argument, quotes included, in UTF-8 bytes from the start of the expression.
    public let range: Range<Int>
}

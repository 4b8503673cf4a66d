/// A place where an expression reads a host's value.
public struct CELRead: Hashable, Sendable {
    /// The name as the author gave it, such as `event.reason` or `fact("stalemate")`.
    public let name: String
    public let slot: Int
    /// The place in UTF-8 bytes.
    public let range: Range<Int>
}

import PolicyEngine

/// A line that was refused. It is known again by its input, its number and its hash; the line itself is kept only
/// where that was asked for.
public struct RefusalRecord: Sendable, Equatable {
    /// The file, or `-` for standard input.
    public var input: String
    /// From 1.
    public var line: Int64
    public var code: String
    /// Names fields, never what an event holds.
    public var message: String
    /// The byte at which reading stopped, from 1.
    public var column: Int64?
    public var hash: UInt64
    public var raw: [UInt8]?

    public init(input: String, line: Int64, refusal: EventRefusal, hash: UInt64, raw: [UInt8]? = nil) {
        self.input = input
        self.line = line
        self.hash = hash
        self.raw = raw
        code = refusal.code.rawValue
        message = refusal.message
        column = refusal.column.map(Int64.init)
    }
}

/// A 64-bit FNV-1a digest, fed in pieces: enough to know a line again, no protection against forgery.
public struct LineHash: Sendable {
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    public init() {}

    /// Adds bytes. Linear.
    public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var hash = value
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = hash
    }
}

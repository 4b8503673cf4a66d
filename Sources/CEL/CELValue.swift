/// A value of the Common Expression Language.
///
/// `==` is exact: an `int` is never equal to a `uint`, text is equal byte by byte, and `NaN` is equal to itself.
/// The language's own equality is `isEqual(to:)`.
public enum CELValue: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([CELValue])
    case map(CELMap)
    case timestamp(CELTimestamp)
    case duration(CELDuration)
    case type(CELType)

    /// The type of this very value; `dyn` stands for what a list or map holds.
    public var type: CELType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        case .timestamp: .timestamp
        case .duration: .duration
        case .type: .type(.dyn)
        }
    }

    /// Whether the language's `==` holds: numbers by amount across types, `NaN` equal to nothing, lists and maps
    /// part by part. Linear in the size of the smaller value.
    public func isEqual(to other: CELValue) -> Bool {
        var meter = Meter(budget: .max)
        return (try? equals(self, other, &meter)) ?? false
    }

    /// The text, of a string.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number of an `int`, the nanoseconds of a `duration`.
    var quickNumber: Int64? {
        switch self {
        case .int(let number): number
        case .duration(let length): length.nanoseconds
        default: nil
        }
    }

    /// The truth, of a bool.
    public var bool: Bool? {
        if case .bool(let truth) = self { truth } else { nil }
    }
}

extension CELValue: Hashable {
    public static func == (left: CELValue, right: CELValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.double(let a), .double(let b)): a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
        case (.string(let a), .string(let b)): sameText(a, b)
        case (.bytes(let a), .bytes(let b)): a == b
        case (.list(let a), .list(let b)): a == b
        case (.map(let a), .map(let b)): a == b
        case (.timestamp(let a), .timestamp(let b)): a == b
        case (.duration(let a), .duration(let b)): a == b
        case (.type(let a), .type(let b)): a == b
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .uint(let value): hasher.combine(value)
        case .double(let value): hasher.combine(value.isNaN ? 1 : value.bitPattern)
        case .string(let value): for byte in value.utf8 { hasher.combine(byte) }
        case .bytes(let value): hasher.combine(value)
        case .list(let value): hasher.combine(value)
        case .map(let value): hasher.combine(value)
        case .timestamp(let value): hasher.combine(value)
        case .duration(let value): hasher.combine(value)
        case .type(let value): hasher.combine(value)
        }
    }
}

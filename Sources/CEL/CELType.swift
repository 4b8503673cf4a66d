/// What is known of a value before it is there.
public indirect enum CELType: Hashable, Sendable {
    case bool
    case int
    case uint
    case double
    case string
    case bytes
    case null
    case timestamp
    case duration
    case list(CELType)
    case map(CELType, CELType)
    /// Anything: known only at run time.
    case dyn
    /// The type of a type, as in `type(1)`.
    case type(CELType)
    /// A named group of fields, which is never itself a value.
    case record(String)

    /// Whether `int`, `uint` or `double`.
    public var isNumeric: Bool {
        switch self {
        case .int, .uint, .double: true
        default: false
        }
    }

    /// Whether values of the type have an order: `<` and its kin.
    var isOrdered: Bool {
        switch self {
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: true
        default: false
        }
    }

    /// Whether the type may be the type of a map's keys.
    var isKey: Bool {
        switch self {
        case .bool, .int, .uint, .string, .dyn: true
        default: false
        }
    }

    /// The name that the expression `type(x)` gives it: parameters are left out, times have their long names.
    public var runtimeName: String {
        switch self {
        case .null: "null_type"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .list: "list"
        case .map: "map"
        case .type: "type"
        default: description
        }
    }

    /// The type that holds what either of two types holds; `dyn` where no narrower one does.
    func joined(_ other: CELType) -> CELType {
        if self == other { return self }
        switch (self, other) {
        case (.list(let a), .list(let b)): return .list(a.joined(b))
        case (.map(let k, let v), .map(let l, let w)): return .map(k.joined(l), v.joined(w))
        case (.type, .type): return .type(.dyn)
        default: return .dyn
        }
    }

    /// Whether one value can be of both types.
    func overlaps(_ other: CELType) -> Bool {
        switch (self, other) {
        case (.dyn, _), (_, .dyn), (.type, .type): true
        case (.list(let a), .list(let b)): a.overlaps(b)
        case (.map(let k, let v), .map(let l, let w)): k.overlaps(l) && v.overlaps(w)
        default: self == other
        }
    }

    /// The type that a bare word names, as in `type(x) == int`; nil for other words.
    static func named(_ name: String) -> CELType? {
        switch name {
        case "bool": .bool
        case "int": .int
        case "uint": .uint
        case "double": .double
        case "string": .string
        case "bytes": .bytes
        case "null_type": .null
        case "list": .list(.dyn)
        case "map": .map(.dyn, .dyn)
        case "type": .type(.dyn)
        case "google.protobuf.Timestamp": .timestamp
        case "google.protobuf.Duration": .duration
        default: nil
        }
    }
}

extension CELType: CustomStringConvertible {
    /// The type as an author reads it, such as `list(string)`.
    public var description: String {
        switch self {
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .null: "null"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .dyn: "dyn"
        case .type: "type"
        case .record(let name): "record \(name)"
        }
    }
}

/// A map whose keys are bools, whole numbers or strings, kept in the order of its keys.
///
/// `1` and `1u` are the same key. The order is false, true, numbers by amount, strings by their bytes, so that it
/// never depends on how the map was made.
public struct CELMap: Hashable, Sendable {
    /// One key with its value.
    public struct Entry: Hashable, Sendable {
        public let key: CELValue
        public let value: CELValue
    }

    /// Why entries do not make a map.
    public enum Refusal: Error, Hashable, Sendable {
        /// Two entries have this key.
        case duplicateKey(CELValue)
        /// A value of this type cannot be a key.
        case notAKey(CELValue)
    }

    /// The entries in the order of their keys.
    public let entries: [Entry]

    /// An empty map.
    public init() {
        entries = []
    }

    /// A map of pairs in any order. Sorts, so takes n log n comparisons of keys.
    public init(_ pairs: [(CELValue, CELValue)]) throws(Refusal) {
        for pair in pairs where !Self.isKey(pair.0) { throw .notAKey(pair.0) }
        let sorted = pairs.map { Entry(key: $0.0, value: $0.1) }
            .sorted { Self.order($0.key, $1.key) < 0 }
        for index in sorted.indices.dropFirst() where Self.order(sorted[index - 1].key, sorted[index].key) == 0 {
            throw .duplicateKey(sorted[index].key)
        }
        entries = sorted
    }

    public var count: Int { entries.count }

    /// The value of a key; a `double` that is a whole number finds that number. Logarithmic.
    public subscript(key: CELValue) -> CELValue? {
        guard let wanted = Self.normalized(key) else { return nil }
        var low = 0
        var high = entries.count
        while low < high {
            let middle = low + (high - low) / 2
            let order = Self.order(entries[middle].key, wanted)
            if order == 0 { return entries[middle].value }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The key as a map would hold it; nil for what no map holds.
    private static func normalized(_ key: CELValue) -> CELValue? {
        switch key {
        case .bool, .int, .uint, .string: key
        case .double(let number):
            wholeNumber(number)
        default: nil
        }
    }

    static func isKey(_ value: CELValue) -> Bool {
        switch value {
        case .bool, .int, .uint, .string: true
        default: false
        }
    }

    /// Below, at or above zero as one key comes before, with or after another.
    private static func order(_ left: CELValue, _ right: CELValue) -> Int {
        switch (left, right) {
        case (.bool(let a), .bool(let b)): a == b ? 0 : (b ? -1 : 1)
        case (.string(let a), .string(let b)): textOrder(a, b)
        default: wholeNumberOrder(left, right) ?? rank(left) - rank(right)
        }
    }

    private static func rank(_ key: CELValue) -> Int {
        switch key {
        case .bool: 0
        case .string: 2
        default: 1
        }
    }
}

/// The order of two whole numbers of either type; nil where one is something else.
func wholeNumberOrder(_ left: CELValue, _ right: CELValue) -> Int? {
    switch (left, right) {
    case (.int(let a), .int(let b)): a == b ? 0 : (a < b ? -1 : 1)
    case (.uint(let a), .uint(let b)): a == b ? 0 : (a < b ? -1 : 1)
    case (.int(let a), .uint(let b)): a < 0 || UInt64(a) < b ? -1 : (UInt64(a) == b ? 0 : 1)
    case (.uint(let a), .int(let b)): b < 0 || UInt64(b) < a ? 1 : (UInt64(b) == a ? 0 : -1)
    default: nil
    }
}

/// A double as the whole number that it is; nil for others. (The library's exact conversion would need the C library.)
func wholeNumber(_ number: Double) -> CELValue? {
    if number >= -0x1p63, number < 0x1p63 {
        let whole = Int64(number)
        return Double(whole) == number ? .int(whole) : nil
    }
    // From there on every double is whole.
    return number > 0 && number < 0x1p64 ? .uint(UInt64(number)) : nil
}

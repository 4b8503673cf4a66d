/// How one value stands to another.
enum Order {
    case less
    case equal
    case greater
    /// `NaN` on either side: every comparison is false.
    case none

    init(_ sign: Int) {
        self = sign < 0 ? .less : (sign == 0 ? .equal : .greater)
    }

    @inline(__always)
    init<Value: Comparable>(_ left: Value, _ right: Value) {
        self = left < right ? .less : (left == right ? .equal : .greater)
    }

    @inline(__always)
    func satisfies(_ comparison: Comparison) -> Bool {
        switch comparison {
        case .equal: self == .equal
        case .notEqual: self != .equal
        case .less: self == .less
        case .lessOrEqual: self == .less || self == .equal
        case .greater: self == .greater
        case .greaterOrEqual: self == .greater || self == .equal
        }
    }
}

/// The six comparisons.
@usableFromInline
enum Comparison: UInt8, Sendable {
    case equal
    case notEqual
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual

    /// Whether it holds between two numbers.
    @inlinable
    func holds(_ left: Int64, _ right: Int64) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}

/// The order of two numbers of any types by amount; nil where one is no number. A whole number and a double are
/// compared as doubles.
func numericOrder(_ left: CELValue, _ right: CELValue) -> Order? {
    switch (left, right) {
    case (.double(let a), .double(let b)): doubleOrder(a, b)
    case (.int(let a), .double(let b)): doubleOrder(Double(a), b)
    case (.uint(let a), .double(let b)): doubleOrder(Double(a), b)
    case (.double(let a), .int(let b)): doubleOrder(a, Double(b))
    case (.double(let a), .uint(let b)): doubleOrder(a, Double(b))
    default: wholeNumberOrder(left, right).map(Order.init)
    }
}

private func doubleOrder(_ left: Double, _ right: Double) -> Order {
    left.isNaN || right.isNaN ? .none : Order(left, right)
}

/// The order of two values where the language has one; nil where it has none.
private func order(_ left: CELValue, _ right: CELValue, _ meter: inout Meter) throws(CELRuntimeError) -> Order? {
    switch (left, right) {
    case (.duration(let a), .duration(let b)): return Order(a, b)
    case (.timestamp(let a), .timestamp(let b)): return Order(a, b)
    case (.bool(let a), .bool(let b)): return a == b ? .equal : (b ? .less : .greater)
    case (.string(let a), .string(let b)):
        try meter.chargeBytes(min(a.utf8.count, b.utf8.count))
        return Order(textOrder(a, b))
    case (.bytes(let a), .bytes(let b)):
        try meter.chargeBytes(min(a.count, b.count))
        return Order(bytesOrder(a, b))
    default: return numericOrder(left, right)
    }
}

/// One of the six comparisons of two values.
func compare(
    _ left: CELValue, _ right: CELValue, _ comparison: Comparison, _ meter: inout Meter
) throws(CELRuntimeError) -> Bool {
    switch comparison {
    case .equal: return try equals(left, right, &meter)
    case .notEqual: return try !equals(left, right, &meter)
    default:
        if case .int(let a) = left, case .int(let b) = right { return comparison.holds(a, b) }
        guard let order = try order(left, right, &meter) else {
            throw noSuchOverload("<", [left, right])
        }
        return order.satisfies(comparison)
    }
}

/// The error of applying something to values that it does not know.
@inline(never)
func noSuchOverload(_ function: String, _ arguments: [CELValue]) -> CELRuntimeError {
    let types = arguments.map { "`\($0.type.runtimeName)`" }.joined(separator: " and ")
    return CELRuntimeError("no-such-overload", "`\(function)` does not apply to \(types)")
}

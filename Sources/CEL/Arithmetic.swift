/// Sums, differences, products and what else works on two numbers, texts, lists or times.
func calculate(
    _ function: Function, _ left: CELValue, _ right: CELValue, _ meter: inout Meter
) throws(CELRuntimeError) -> CELValue {
    switch (left, right) {
    case (.int(let a), .int(let b)): return .int(try wholeNumber(function, a, b, "int"))
    case (.uint(let a), .uint(let b)): return .uint(try wholeNumber(function, a, b, "uint"))
    case (.double(let a), .double(let b)):
        switch function {
        case .add: return .double(a + b)
        case .subtract: return .double(a - b)
        case .multiply: return .double(a * b)
        case .divide: return .double(a / b)
        default: throw noSuchOverload(function.shownName, [left, right])
        }
    default:
        switch function {
        case .add: return try sum(left, right, &meter)
        case .subtract: return try difference(left, right)
        default: throw noSuchOverload(function.shownName, [left, right])
        }
    }
}

private func wholeNumber<Number: FixedWidthInteger>(
    _ function: Function, _ left: Number, _ right: Number, _ type: String
) throws(CELRuntimeError) -> Number {
    let result: (partialValue: Number, overflow: Bool)
    switch function {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    default:
        if right == 0 { throw CELRuntimeError("division-by-zero", "`\(left) \(function.shownName) 0` has no value") }
        result =
            function == .divide
            ? left.dividedReportingOverflow(by: right) : left.remainderReportingOverflow(dividingBy: right)
    }
    if result.overflow {
        let shown = "\(left) \(function.shownName) \(right)"
        throw CELRuntimeError("overflow", "`\(shown)` is beyond the range of `\(type)`")
    }
    return result.partialValue
}

private func sum(_ left: CELValue, _ right: CELValue, _ meter: inout Meter) throws(CELRuntimeError) -> CELValue {
    switch (left, right) {
    case (.string(let a), .string(let b)):
        try meter.chargeBytes(CELExtent.plus(a.utf8.count, b.utf8.count))
        return .string(a + b)
    case (.bytes(let a), .bytes(let b)):
        try meter.chargeBytes(CELExtent.plus(a.count, b.count))
        return .bytes(a + b)
    case (.list(let a), .list(let b)):
        try meter.charge(CELExtent.plus(a.count, b.count))
        return .list(a + b)
    case (.duration(let a), .duration(let b)):
        let (sum, overflow) = a.nanoseconds.addingReportingOverflow(b.nanoseconds)
        if overflow { throw tooLong() }
        return .duration(CELDuration(nanoseconds: sum))
    case (.timestamp(let moment), .duration(let length)), (.duration(let length), .timestamp(let moment)):
        guard let later = moment.advanced(by: length) else { throw outOfCalendar() }
        return .timestamp(later)
    default: throw noSuchOverload("+", [left, right])
    }
}

private func difference(_ left: CELValue, _ right: CELValue) throws(CELRuntimeError) -> CELValue {
    switch (left, right) {
    case (.duration(let a), .duration(let b)):
        let (difference, overflow) = a.nanoseconds.subtractingReportingOverflow(b.nanoseconds)
        if overflow { throw tooLong() }
        return .duration(CELDuration(nanoseconds: difference))
    case (.timestamp(let a), .timestamp(let b)):
        guard let length = a.since(b) else { throw tooLong() }
        return .duration(length)
    case (.timestamp(let moment), .duration(let length)):
        let (opposite, overflow) = Int64(0).subtractingReportingOverflow(length.nanoseconds)
        guard !overflow, let earlier = moment.advanced(by: CELDuration(nanoseconds: opposite)) else {
            throw outOfCalendar()
        }
        return .timestamp(earlier)
    default: throw noSuchOverload("-", [left, right])
    }
}

/// The number below zero for one above it, and the other way round.
func negated(_ value: CELValue) throws(CELRuntimeError) -> CELValue {
    switch value {
    case .int(.min): throw CELRuntimeError("overflow", "`-(\(Int64.min))` is beyond the range of `int`")
    case .int(let number): return .int(-number)
    case .double(let number): return .double(-number)
    default: throw noSuchOverload("-", [value])
    }
}

private func tooLong() -> CELRuntimeError {
    CELRuntimeError("overflow", "the length of time is beyond the range of `duration`")
}

private func outOfCalendar() -> CELRuntimeError {
    CELRuntimeError("overflow", "the moment is outside the years 1 to 9999")
}

/// The language's equality. Never an error but for the budget and for values nested beyond the limit.
func equals(
    _ left: CELValue, _ right: CELValue, _ meter: inout Meter, depth: Int = 0
) throws(CELRuntimeError) -> Bool {
    switch (left, right) {
    case (.string(let a), .string(let b)):
        try meter.chargeBytes(min(a.utf8.count, b.utf8.count))
        return sameText(a, b)
    case (.int(let a), .int(let b)): return a == b
    case (.bool(let a), .bool(let b)): return a == b
    case (.null, .null): return true
    case (.duration(let a), .duration(let b)): return a == b
    case (.timestamp(let a), .timestamp(let b)): return a == b
    case (.bytes(let a), .bytes(let b)):
        try meter.chargeBytes(min(a.count, b.count))
        return a == b
    case (.list(let a), .list(let b)): return try equals(a, b, &meter, depth)
    case (.map(let a), .map(let b)): return try equals(a, b, &meter, depth)
    case (.type(let a), .type(let b)): return a.runtimeName == b.runtimeName
    default: return numericOrder(left, right) == .some(.equal)
    }
}

private func equals(
    _ left: [CELValue], _ right: [CELValue], _ meter: inout Meter, _ depth: Int
) throws(CELRuntimeError) -> Bool {
    try meter.charge(1)
    guard left.count == right.count else { return false }
    try checkNesting(depth)
    for index in left.indices {
        try meter.charge(1)
        if case .string(let a) = left[index], case .string(let b) = right[index] {
            try meter.chargeBytes(min(a.utf8.count, b.utf8.count))
            if !sameText(a, b) { return false }
        } else if try !equals(left[index], right[index], &meter, depth: depth + 1) {
            return false
        }
    }
    return true
}

private func equals(
    _ left: CELMap, _ right: CELMap, _ meter: inout Meter, _ depth: Int
) throws(CELRuntimeError) -> Bool {
    try meter.charge(1)
    guard left.count == right.count else { return false }
    try checkNesting(depth)
    for index in left.entries.indices {
        let (a, b) = (left.entries[index], right.entries[index])
        try meter.charge(1)
        guard try equals(a.key, b.key, &meter, depth: depth + 1) else { return false }
        if try !equals(a.value, b.value, &meter, depth: depth + 1) { return false }
    }
    return true
}

private func checkNesting(_ depth: Int) throws(CELRuntimeError) {
    guard depth < CELLimits.valueNesting else {
        throw CELRuntimeError("nested-too-deep", "values are nested deeper than \(CELLimits.valueNesting)")
    }
}

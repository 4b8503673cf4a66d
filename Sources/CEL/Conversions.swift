/// A value turned into the type that a conversion function names.
func convert(
    _ value: CELValue, by function: Function, _ meter: inout Meter
) throws(CELRuntimeError) -> CELValue {
    if case .string(let text) = value { try meter.chargeBytes(text.utf8.count) }
    if case .bytes(let bytes) = value { try meter.chargeBytes(bytes.count) }
    switch function {
    case .bool: return try toBool(value)
    case .int: return try toInt(value)
    case .uint: return try toUint(value)
    case .double: return try toDouble(value)
    case .string: return try toString(value)
    case .bytes: return try toBytes(value)
    case .timestamp: return try toTimestamp(value)
    case .duration: return try toDuration(value)
    default: throw noSuchOverload(function.shownName, [value])
    }
}

private func toBool(_ value: CELValue) throws(CELRuntimeError) -> CELValue {
    switch value {
    case .bool: return value
    case .string(let text):
        switch text {
        case "1", "t", "true", "TRUE", "True": return .bool(true)
        case "0", "f", "false", "FALSE", "False": return .bool(false)
        default: throw unreadable(value, "bool")
        }
    default: throw noSuchOverload("bool", [value])
    }
}

private func toInt(_ value: CELValue) throws(CELRuntimeError) -> CELValue {
    switch value {
    case .int: return value
    case .uint(let number):
        guard let exact = Int64(exactly: number) else { throw outOfRange(value, "int") }
        return .int(exact)
    case .double(let number):
        // Both ends are left out: next to them a double cannot tell whether it was rounded.
        guard number > -0x1p63, number < 0x1p63 else { throw outOfRange(value, "int") }
        return .int(Int64(number))
    case .string(let text):
        guard let number = Int64(text) else { throw unreadable(value, "int") }
        return .int(number)
    case .timestamp(let moment): return .int(moment.seconds)
    default: throw noSuchOverload("int", [value])
    }
}

private func toUint(_ value: CELValue) throws(CELRuntimeError) -> CELValue {
    switch value {
    case .uint: return value
    case .int(let number):
        guard let exact = UInt64(exactly: number) else { throw outOfRange(value, "uint") }
        return .uint(exact)
    case .double(let number):
        guard number >= 0, number < 0x1p64 else { throw outOfRange(value, "uint") }
        return .uint(UInt64(number))
    case .string(let text):
        guard let number = UInt64(text) else { throw unreadable(value, "uint") }
        return .uint(number)
    default: throw noSuchOverload("uint", [value])
    }
}

private func toDouble(_ value: CELValue) throws(CELRuntimeError) -> CELValue {
    switch value {
    case .double: return value
    case .int(let number): return .double(Double(number))
    case .uint(let number): return .double(Double(number))
    case .string(let text):
        guard let number = Double(text) else { throw unreadable(value, "double") }
        return .double(number)
    default: throw noSuchOverload("double", [value])
    }
}

private func toString(_ value: CELValue) throws(CELRuntimeError) -> CELValue {
    switch value {
    case .string: return value
    case .bool(let truth): return .string(truth ? "true" : "false")
    case .int(let number): return .string(String(number))
    case .uint(let number): return .string(String(number))
    case .double(let number): return .string(doubleText(number))
    case .bytes(let bytes):
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CELRuntimeError("bad-conversion", "these bytes are not UTF-8 text")
        }
        return .string(text)
    case .timestamp(let moment): return .string(moment.description)
    case .duration(let length): return .string(length.description)
    default: throw noSuchOverload("string", [value])
    }
}

private func toBytes(_ value: CELValue) throws(CELRuntimeError) -> CELValue {
    switch value {
    case .bytes: return value
    case .string(let text): return .bytes(Array(text.utf8))
    default: throw noSuchOverload("bytes", [value])
    }
}

private func toTimestamp(_ value: CELValue) throws(CELRuntimeError) -> CELValue {
    switch value {
    case .timestamp: return value
    case .int(let seconds):
        guard let moment = CELTimestamp(seconds: seconds) else { throw outOfRange(value, "timestamp") }
        return .timestamp(moment)
    case .string(let text):
        guard let moment = CELTimestamp(text) else { throw unreadable(value, "timestamp") }
        return .timestamp(moment)
    default: throw noSuchOverload("timestamp", [value])
    }
}

private func toDuration(_ value: CELValue) throws(CELRuntimeError) -> CELValue {
    switch value {
    case .duration: return value
    case .string(let text):
        guard let length = CELDuration(text) else { throw unreadable(value, "duration") }
        return .duration(length)
    default: throw noSuchOverload("duration", [value])
    }
}

private func unreadable(_ value: CELValue, _ type: String) -> CELRuntimeError {
    let text = value.string ?? ""
    let shown = text.utf8.count > 60 ? "this text" : "`\(text)`"
    return CELRuntimeError("bad-conversion", "\(shown) is not a `\(type)`")
}

private func outOfRange(_ value: CELValue, _ type: String) -> CELRuntimeError {
    CELRuntimeError("overflow", "`\(value)` is beyond the range of `\(type)`")
}

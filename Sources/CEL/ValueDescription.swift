extension CELValue: CustomStringConvertible {
    /// The value as an expression would write it, such as `duration("60s")` or `["a", "b"]`.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .uint(let value): "\(value)u"
        case .double(let value): value.isFinite ? "\(value)" : "double(\"\(doubleText(value))\")"
        case .string(let value): quoted(value)
        case .bytes(let value): "b\(quoted(value))"
        case .list(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
        case .map(let map): "{\(map.entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
        case .timestamp(let value): "timestamp(\"\(value)\")"
        case .duration(let value): "duration(\"\(value)\")"
        case .type(let value): value.runtimeName
        }
    }
}

/// A value for a message: as it would be written if that is short, else by its type.
func shown(_ value: CELValue) -> String {
    switch value {
    case .string(let text) where text.utf8.count > 60: "of this text"
    case .list, .map, .bytes: "of this `\(value.type.runtimeName)`"
    default: "`\(value)`"
    }
}

/// A number as `string(x)` gives it: the shortest digits that read back as the same number.
func doubleText(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// Text between double quotes, with escapes for what cannot stand there.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case _ where scalar.value < 32 || scalar.value == 127: result += "\\x" + hexadecimal(UInt8(scalar.value))
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

/// Bytes between double quotes: printable ASCII as it is, the rest as escapes.
private func quoted(_ bytes: [UInt8]) -> String {
    var result = "\""
    for byte in bytes {
        switch byte {
        case 34: result += "\\\""
        case 92: result += "\\\\"
        case 32..<127: result.unicodeScalars.append(Unicode.Scalar(byte))
        default: result += "\\x" + hexadecimal(byte)
        }
    }
    return result + "\""
}

private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
}

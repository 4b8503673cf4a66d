extension Lexer {
    /// The value of a number token; a minus sign belongs to the number, so that the least `int` can be written.
    func number(_ token: Token, negative: Bool) throws(CELProblem) -> CELValue {
        let digits = text(token.range)
        let shown = (negative ? "-" : "") + digits
        switch token.kind {
        case .double:
            if let value = Double(negative ? "-" + digits : digits), value.isFinite { return .double(value) }
            throw CELProblem("bad-number", "`\(shown)` is beyond the range of `double`", at: token.range)
        case .uint:
            if !negative, let value = wholeNumber(digits.dropLast(), as: UInt64.self, negative: false) {
                return .uint(value)
            }
            throw CELProblem(
                "bad-number", "`\(shown)` is beyond the range of `uint`", help: "from 0u to 18446744073709551615u",
                at: token.range)
        default:
            if let value = wholeNumber(digits[...], as: Int64.self, negative: negative) { return .int(value) }
            throw CELProblem(
                "bad-number", "`\(shown)` is beyond the range of `int`",
                help: "from -9223372036854775808 to 9223372036854775807", at: token.range)
        }
    }

    private func wholeNumber<Number: FixedWidthInteger>(
        _ digits: Substring, as type: Number.Type, negative: Bool
    ) -> Number? {
        let hexadecimal = digits.hasPrefix("0x") || digits.hasPrefix("0X")
        let sign = negative ? "-" : ""
        return Number(sign + (hexadecimal ? digits.dropFirst(2) : digits), radix: hexadecimal ? 16 : 10)
    }

    /// The value of a string or bytes token.
    func stringValue(_ token: Token) throws(CELProblem) -> CELValue {
        guard let form = StringForm(bytes, at: token.range.lowerBound) else { return .string("") }
        var reader = EscapeReader(
            bytes: bytes, position: token.range.lowerBound + form.openLength,
            end: token.range.upperBound - form.closeLength, isBytes: form.isBytes)
        let content = form.isRaw ? Array(bytes[reader.position..<reader.end]) : try reader.unescaped()
        return form.isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
    }
}

/// Resolves the escapes of a string or bytes literal.
private struct EscapeReader {
    let bytes: [UInt8]
    var position: Int
    let end: Int
    let isBytes: Bool

    mutating func unescaped() throws(CELProblem) -> [UInt8] {
        var result: [UInt8] = []
        while position < end {
            let byte = bytes[position]
            if byte != UInt8(ascii: "\\") {
                result.append(byte)
                position += 1
                continue
            }
            try escape(&result)
        }
        return result
    }

    /// One escape, from its backslash on.
    private mutating func escape(_ result: inout [UInt8]) throws(CELProblem) {
        let start = position
        let letter = position + 1 < end ? bytes[position + 1] : 0
        position += 2
        switch letter {
        case UInt8(ascii: "a"): result.append(7)
        case UInt8(ascii: "b"): result.append(8)
        case UInt8(ascii: "f"): result.append(12)
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "r"): result.append(13)
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "v"): result.append(11)
        case 34, 39, 63, 92, 96: result.append(letter)
        case UInt8(ascii: "x"), UInt8(ascii: "X"): try code(digits: 2, radix: 16, from: start, &result)
        case UInt8(ascii: "u") where !isBytes: try code(digits: 4, radix: 16, from: start, &result)
        case UInt8(ascii: "U") where !isBytes: try code(digits: 8, radix: 16, from: start, &result)
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            position -= 1
            try code(digits: 3, radix: 8, from: start, &result)
        default: throw bad(start)
        }
    }

    /// A character (or, between bytes, a byte) given by its number.
    private mutating func code(
        digits: Int, radix: Int, from start: Int, _ result: inout [UInt8]
    ) throws(CELProblem) {
        guard position + digits <= end, bytes[position..<position + digits].allSatisfy(isHexadecimal),
            let number = UInt32(String(decoding: bytes[position..<position + digits], as: UTF8.self), radix: radix)
        else { throw bad(start) }
        position += digits
        if isBytes {
            result.append(UInt8(truncatingIfNeeded: number))
        } else {
            guard let scalar = Unicode.Scalar(number) else { throw bad(start) }
            result.append(contentsOf: String(Character(scalar)).utf8)
        }
    }

    private func bad(_ start: Int) -> CELProblem {
        var last = min(max(position, start + 2), end)
        while last < end, bytes[last] & 0xC0 == 0x80 { last += 1 }
        let shown = String(decoding: bytes[start..<last], as: UTF8.self)
        return CELProblem(
            "bad-escape", "`\(shown)` is not an escape that \(isBytes ? "bytes" : "text") can have",
            help: "write `\\\\` for a backslash, or put `r` before the quotes", at: start..<last)
    }
}

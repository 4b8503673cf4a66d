import CEL

/// Reads one JSON text (RFC 8259), member after member.
struct JSONReader {
    let bytes: [UInt8]
    private(set) var position = 0
    private static let nesting = 64

    init(bytes: [UInt8]) { self.bytes = bytes }

    func problem(_ message: String) -> JSONProblem { JSONProblem(message: message, column: position + 1) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    mutating func value(depth: Int) throws(JSONProblem) -> CELValue {
        skipSpace()
        if depth > Self.nesting { throw problem("the value is nested too deep") }
        switch next {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t") where take("true"): return .bool(true)
        case UInt8(ascii: "f") where take("false"): return .bool(false)
        case UInt8(ascii: "n") where take("null"): return .null
        case nil: throw problem("a value is missing")
        default: return try number()
        }
    }

    private mutating func take(_ word: String) -> Bool {
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    private mutating func object(_ depth: Int) throws(JSONProblem) -> CELValue {
        position += 1
        var pairs: [(CELValue, CELValue)] = []
        skipSpace()
        if take("}") { return .map(CELMap()) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw problem("a name in quotation marks is wanted") }
            let name = try string()
            skipSpace()
            if !take(":") { throw problem("`:` is wanted") }
            pairs.append((.string(name), try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        if !take("}") { throw problem("`,` or `}` is wanted") }
        do throws(CELMap.Refusal) {
            return .map(try CELMap(pairs))
        } catch {
            throw problem("a name stands twice in an object")
        }
    }

    private mutating func array(_ depth: Int) throws(JSONProblem) -> CELValue {
        position += 1
        var values: [CELValue] = []
        skipSpace()
        if take("]") { return .list([]) }
        repeat {
            values.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        if !take("]") { throw problem("`,` or `]` is wanted") }
        return .list(values)
    }

    private mutating func number() throws(JSONProblem) -> CELValue {
        let start = position
        _ = take("-")
        let first = next
        let whole = digits()
        if whole == 0 { throw problem("this is not a value") }
        if whole > 1, first == UInt8(ascii: "0") { throw problem("a number cannot begin with `0`") }
        var isWhole = true
        if take(".") {
            isWhole = false
            if digits() == 0 { throw problem("a digit is wanted") }
        }
        if let letter = next, letter | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if !take("+") { _ = take("-") }
            if digits() == 0 { throw problem("a digit is wanted") }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let number = Int64(text) { return .int(number) }
        guard let number = Double(text), number.isFinite else { throw problem("the number is too great") }
        return .double(number)
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
        return position - start
    }
}

// Texts.
extension JSONReader {
    fileprivate mutating func string() throws(JSONProblem) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(&text)
            case ..<0x20: throw problem("a control character stands in a text")
            default: text.append(byte)
            }
        }
        throw problem("the text is never closed")
    }

    private mutating func escape(_ text: inout [UInt8]) throws(JSONProblem) {
        let letter = next ?? 0
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if (0xD800...0xDBFF).contains(code), take("\\u") {
                let low = try hexadecimal()
                guard (0xDC00...0xDFFF).contains(low) else { throw problem("half a character") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw problem("half a character") }
            text += Array(String(Character(scalar)).utf8)
        default: throw problem("this is not an escape")
        }
    }

    private mutating func hexadecimal() throws(JSONProblem) -> UInt32 {
        let end = position + 4
        guard end <= bytes.count,
            bytes[position..<end].allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let code = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
        else { throw problem("four hexadecimal digits are wanted") }
        position = end
        return code
    }
}

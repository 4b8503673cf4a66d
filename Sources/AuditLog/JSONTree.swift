/// JSON as a small tree, read from what a log holds; bounded, and nil for anything that is not JSON.
///
/// It is for the log's own lines, which this program wrote: numbers are whole, and of two equal members the last
/// counts.
enum JSONTree: Equatable {
    case null
    case bool(Bool)
    case number(Int64)
    case text(String)
    case list([JSONTree])
    case object([Member])

    struct Member: Equatable {
        var name: String
        var value: JSONTree
    }

    /// The deepest nesting that is read.
    static let nesting = 64

    /// Reads one value with nothing after it. Linear.
    init?(_ bytes: [UInt8]) {
        var reading = JSONReading(bytes)
        guard let value = reading.value(0), reading.isAtEnd else { return nil }
        self = value
    }

    /// A member of an object; nil where there is none.
    subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Int64? { if case .number(let number) = self { number } else { nil } }
    var isTrue: Bool { self == .bool(true) }
    var items: [JSONTree] { if case .list(let items) = self { items } else { [] } }
    var texts: [String] { items.compactMap(\.text) }
    var members: [Member] { if case .object(let members) = self { members } else { [] } }
}

/// The reading itself: a position in some bytes.
private struct JSONReading {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return position == bytes.count
        }
    }

    mutating func value(_ depth: Int) -> JSONTree? {
        guard depth < JSONTree.nesting else { return nil }
        skipSpace()
        switch byte {
        case UInt8(ascii: "{"): return object(depth)
        case UInt8(ascii: "["): return list(depth)
        case UInt8(ascii: "\""): return string().map { .text($0) }
        case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return word("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func skipSpace() {
        while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard byte == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func word(_ word: String) -> Bool {
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    private mutating func number() -> JSONTree? {
        let start = position
        while let byte, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) { position += 1 }
        return Int64(String(decoding: bytes[start..<position], as: UTF8.self)).map { .number($0) }
    }

    private mutating func list(_ depth: Int) -> JSONTree? {
        position += 1
        var items: [JSONTree] = []
        if take("]") { return .list(items) }
        while true {
            guard let item = value(depth + 1) else { return nil }
            items.append(item)
            if take("]") { return .list(items) }
            guard take(",") else { return nil }
        }
    }

    private mutating func object(_ depth: Int) -> JSONTree? {
        position += 1
        var members: [JSONTree.Member] = []
        if take("}") { return .object(members) }
        while true {
            skipSpace()
            guard byte == UInt8(ascii: "\""), let name = string(), take(":"), let value = value(depth + 1) else {
                return nil
            }
            members.append(JSONTree.Member(name: name, value: value))
            if take("}") { return .object(members) }
            guard take(",") else { return nil }
        }
    }

    private mutating func string() -> String? {
        position += 1
        var text: [UInt8] = []
        while let byte {
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte != UInt8(ascii: "\\") {
                text.append(byte)
            } else if let scalar = escape() {
                text += Array(String(scalar).utf8)
            } else {
                return nil
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard let byte else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): return unit()
        default: return Unicode.Scalar(byte)
        }
    }

    /// Four hexadecimal digits, and the second half of a pair where the first asks for it.
    private mutating func unit() -> Unicode.Scalar? {
        guard let first = digits() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        guard word("\\u"), let second = digits(), (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func digits() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        defer { position += 4 }
        return UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    }
}

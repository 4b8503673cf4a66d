/// Writes JSON (RFC 8259) in the order it is told, without spaces; commas are its own business.
///
/// The caller balances `begin` and `end` and gives each value of an object its `key` first.
public struct JSONText: Sendable {
    /// The JSON written so far, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    private var wantsComma = false

    public init() {}

    /// The JSON written so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A string as a JSON string, quotation marks included.
    public static func quoted(_ string: String) -> String {
        var json = JSONText()
        json.string(string)
        return json.text
    }

    /// Begins an object; `key` goes before each of its values.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    /// Ends the innermost object.
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    /// Begins an array.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    /// Ends the innermost array.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// The name of the next value of an object.
    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        wantsComma = false
    }

    /// A string, escaped where it must be and nowhere else.
    public mutating func string(_ value: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { text in
            // What needs no escape is added as it stands.
            var start = 0
            for place in text.indices where Self.isEscaped(text[place]) {
                bytes += text[start..<place]
                escape(text[place])
                start = place + 1
            }
            bytes += text[start...]
        }
        bytes.append(UInt8(ascii: "\""))
        wantsComma = true
    }

    /// A whole number.
    public mutating func int(_ value: Int) { literal(String(value)) }
    /// `true` or `false`.
    public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
    /// The value `null`.
    public mutating func null() { literal("null") }

    /// JSON that is already written, such as another writer's text.
    public mutating func literal(_ json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
        wantsComma = true
    }

    /// A member of an object: its name and a string, or null.
    public mutating func member(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    /// A member of an object: its name and a number, or null.
    public mutating func member(_ name: String, _ value: Int?) {
        key(name)
        if let value { int(value) } else { null() }
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        wantsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        wantsComma = true
    }

    private mutating func separate() {
        if wantsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        default:
            bytes.append(UInt8(ascii: "\\"))
            escapeControl(byte)
        }
    }

    private mutating func escapeControl(_ byte: UInt8) {
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(contentsOf: "u00".utf8)
            for digit in [byte >> 4, byte & 0x0F] {
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}

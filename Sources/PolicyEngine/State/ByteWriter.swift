/// Appends values to bytes: numbers as variable-length integers, texts and lists behind their count.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ byte: UInt8) { bytes.append(byte) }
    mutating func put(_ truth: Bool) { bytes.append(truth ? 1 : 0) }

    mutating func put(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Small magnitudes of either sign take few bytes.
    mutating func put(_ number: Int64) { put(UInt64(bitPattern: (number << 1) ^ (number >> 63))) }
    mutating func put(_ number: Int32) { put(Int64(number)) }

    mutating func put(_ text: String) {
        put(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func put(_ text: String?) { put(optional: text) { $0.put($1) } }
    mutating func put(_ number: Int64?) { put(optional: number) { $0.put($1) } }

    mutating func put<Value>(optional value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
        put(value != nil)
        if let value { body(&self, value) }
    }

    mutating func put<Item>(list: [Item], _ body: (inout ByteWriter, Item) -> Void) {
        put(UInt64(list.count))
        for item in list { body(&self, item) }
    }
}

/// Reads what `ByteWriter` wrote; every failure is `LaneStateError.damaged`, never a crash.
struct ByteReader {
    private let bytes: [UInt8]
    private var next = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { next == bytes.count }

    mutating func byte() throws(LaneStateError) -> UInt8 {
        guard next < bytes.count else { throw .damaged }
        next += 1
        return bytes[next - 1]
    }

    mutating func bool() throws(LaneStateError) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        default: throw .damaged
        }
    }

    mutating func unsigned() throws(LaneStateError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            if shift == 63 && byte > 1 { throw .damaged }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
            if shift > 63 { throw .damaged }
        }
    }

    mutating func signed() throws(LaneStateError) -> Int64 {
        let raw = try unsigned()
        return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
    }

    mutating func small() throws(LaneStateError) -> Int32 {
        guard let value = Int32(exactly: try signed()) else { throw .damaged }
        return value
    }

    mutating func text() throws(LaneStateError) -> String {
        let count = try count()
        guard count <= bytes.count - next else { throw .damaged }
        guard let text = String(validating: bytes[next..<(next + count)], as: UTF8.self) else { throw .damaged }
        next += count
        return text
    }

    mutating func optionalText() throws(LaneStateError) -> String? { try bool() ? try text() : nil }
    mutating func optionalSigned() throws(LaneStateError) -> Int64? { try bool() ? try signed() : nil }

    /// A count of what is still to come: each item takes a byte at least.
    mutating func count() throws(LaneStateError) -> Int {
        let value = try unsigned()
        guard value <= UInt64(bytes.count - next) else { throw .damaged }
        return Int(value)
    }

    mutating func list<Item>(
        _ body: (inout ByteReader) throws(LaneStateError) -> Item
    ) throws(LaneStateError) -> [Item] {
        let count = try count()
        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try body(&self)) }
        return items
    }
}

/// Why bytes are not the state of a lane.
public enum LaneStateError: Error, Sendable, Equatable {
    /// Not bytes that an engine wrote, or not all of them.
    case damaged
    /// Written by a version whose form this one does not know.
    case unknownVersion(UInt8)
    /// Written under another policy.
    case otherPolicy(String)
}

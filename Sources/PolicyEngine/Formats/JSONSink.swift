/// What JSON is written to.
protocol JSONSink {
    mutating func append(_ byte: UInt8)
    mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>)
    /// Appends a text as a JSON string, quotation marks included; only what RFC 8259 demands is escaped.
    mutating func appendQuoted(_ text: String)
    /// Appends a moment as a JSON string.
    mutating func appendQuotedTime(_ milliseconds: Int64)
}

extension Array: JSONSink where Element == UInt8 {
    mutating func appendQuoted(_ text: String) { appendAny(text) }
    mutating func appendQuotedTime(_ milliseconds: Int64) { appendAny(milliseconds) }

    /// Appends JSON straight into memory that has room for it. What is written has to be the same both times that it is asked for.
    @inline(__always)
    mutating func appendJSON(_ room: JSONRoom, _ write: (inout JSONMemory) -> Void) {
        let start = count
        let most = room.count + JSONMemory.spare
        JSONMemory.blank.withUnsafeBufferPointer { blank in
            if most <= blank.count {
                append(contentsOf: UnsafeBufferPointer(rebasing: blank[..<most]))
            } else {
                append(contentsOf: repeatElement(0, count: most))
            }
        }
        let written = withUnsafeMutableBufferPointer { bytes in
            guard let first = bytes.baseAddress else { return 0 }
            var memory = JSONMemory(first + start)
            write(&memory)
            return memory.count
        }
        precondition(written <= room.count, "JSON takes more room than was counted")
        removeLast(most - written)
    }
}

/// How many bytes some JSON takes at the most.
struct JSONRoom: JSONSink {
    private(set) var count = 0

    @inline(__always)
    mutating func append(_ byte: UInt8) { count &+= 1 }

    @inline(__always)
    mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) { count &+= bytes.count }

    mutating func appendQuoted(_ text: String) {
        // No escape is longer than six bytes.
        count &+= (ShortJSON(text) == nil ? 6 : 1) * text.utf8.count + 2
    }

    /// A year has at most nine digits and a sign.
    mutating func appendQuotedTime(_ milliseconds: Int64) { count &+= TimeText.range.contains(milliseconds) ? 26 : 40 }
}

/// JSON in memory that is known to have room for it.
struct JSONMemory: JSONSink {
    /// Bytes past its room that may be written to and mean nothing.
    static let spare = 16
    /// What room is made of.
    static let blank = [UInt8](repeating: 0, count: 4_096)

    private let start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0

    init(_ start: UnsafeMutablePointer<UInt8>) { self.start = start }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        start[count] = byte
        count &+= 1
    }

    @inline(__always)
    mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        UnsafeMutableRawPointer(start + count).copyMemory(from: first, byteCount: bytes.count)
        count &+= bytes.count
    }

    mutating func appendQuoted(_ text: String) {
        guard let short = ShortJSON(text) else { return appendAny(text) }
        start[count] = UInt8(ascii: "\"")
        UnsafeMutableRawPointer(start + count + 1).storeBytes(of: short.bytes, as: UInt128.self)
        start[count &+ short.count &+ 1] = UInt8(ascii: "\"")
        count &+= short.count &+ 2
    }

    mutating func appendQuotedTime(_ milliseconds: Int64) { appendAny(milliseconds) }
}

/// A text of up to 15 bytes that stands in JSON as it is.
private struct ShortJSON {
    /// The text and zeros after it, as they stand in memory.
    let bytes: UInt128
    let count: Int

    /// nil for a text that is longer or has something to be escaped.
    @inline(__always)
    init?(_ text: String) {
        guard let words = ShortText.words(of: text) else { return nil }
        count = Int(truncatingIfNeeded: (words.high >> 56) & 15)
        let number = UInt128(words.high & 0x00FF_FFFF_FFFF_FFFF) << 64 | UInt128(words.low)
        bytes = number.littleEndian
        // The zeros count as control characters.
        let stops = TextBlock(unsafeBitCast(bytes, to: SIMD16<Int8>.self)).stops
        guard TextBlock.count(before: stops) == count else { return nil }
    }
}

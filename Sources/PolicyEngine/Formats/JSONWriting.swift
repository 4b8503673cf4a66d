extension JSONSink {
    /// Appends ASCII that is JSON already: punctuation and names of members.
    @inline(__always)
    mutating func appendRaw(_ json: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
    }

    /// Appends a number in decimal digits.
    mutating func appendDecimal(_ number: Int64) {
        if number >= 0, number < 10 { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)) }
        var text = String(number)
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// What `appendQuoted` does, for a text of any kind.
    mutating func appendAny(_ text: String) {
        append(UInt8(ascii: "\""))
        if text.utf8.withContiguousStorageIfAvailable({ appendEscaped($0) }) == nil {
            Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) }
        }
        append(UInt8(ascii: "\""))
    }

    /// Appends texts as a JSON array.
    mutating func appendQuoted(_ texts: [String]) {
        append(UInt8(ascii: "["))
        for (index, text) in texts.enumerated() {
            if index > 0 { append(UInt8(ascii: ",")) }
            appendQuoted(text)
        }
        append(UInt8(ascii: "]"))
    }

    /// What `appendQuotedTime` does.
    mutating func appendAny(_ milliseconds: Int64) {
        append(UInt8(ascii: "\""))
        TimeText.write(milliseconds, to: &self)
        append(UInt8(ascii: "\""))
    }

    /// Copies whole runs and escapes what stands between them.
    private mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in Self.plainEnd(bytes)..<bytes.count {
            let byte = bytes[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            appendEscape(byte)
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    /// How many bytes from the first on need no escape; a multiple of eight, or all.
    @inline(__always)
    private static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        let ones: UInt64 = 0x0101_0101_0101_0101
        var at = 0
        while at + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            // The high bit of a byte that is zero after the exclusive or, or below 0x20, and not beyond ASCII.
            let found =
                ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- (ones &* 0x20)) & ~word)
            if found & (ones &* 0x80) != 0 { return at }
            at += 8
        }
        return at
    }

    private mutating func appendEscape(_ byte: UInt8) {
        switch byte {
        case 0x08: appendRaw("\\b")
        case 0x09: appendRaw("\\t")
        case 0x0A: appendRaw("\\n")
        case 0x0C: appendRaw("\\f")
        case 0x0D: appendRaw("\\r")
        case 0x20...:
            append(UInt8(ascii: "\\"))
            append(byte)
        default:
            appendRaw(byte < 0x10 ? "\\u000" : "\\u001")
            let digit = byte & 0x0F
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}

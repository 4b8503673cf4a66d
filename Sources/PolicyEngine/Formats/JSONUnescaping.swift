extension JSONScanner {
    /// The text that comes next (its quotation mark is the next byte), past its end, if it has 1 to 15 bytes of ASCII and no
    /// escapes; nil, and nothing has changed, for any other.
    @inline(__always)
    mutating func shortText() -> ShortText.Words? {
        let start = position &+ 1
        let block = block(start)
        let found = block.notPlain
        let count = TextBlock.count(before: found)
        let last = start &+ count
        guard count > 0, count <= ShortText.limit, last < end, bytes[last] == UInt8(ascii: "\"") else { return nil }
        position = last &+ 1
        return ShortText.Words(block.number & TextBlock.all(before: found), count: count)
    }

    /// The text of a string that was read before.
    @inline(__always)
    func text(_ string: JSONString) -> String {
        let count = string.end - string.start
        if string.isPlain, count > 0, count <= ShortText.limit { return ShortText.make(bytes + string.start, count) }
        if string.isEscaped { return unescapedText(string) }
        return String(decoding: slice(string.start, string.end), as: UTF8.self)
    }

    @inline(never)
    private func unescapedText(_ string: JSONString) -> String {
        String(unsafeUninitializedCapacity: string.end - string.start) { unescape(string, into: $0) }
    }

    /// The bytes of the text of a string that was read before.
    func textBytes(_ string: JSONString) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: string.end - string.start) { buffer, count in
            count = unescape(string, into: buffer)
        }
    }

    /// Writes the text of a validated string, which is never longer than what stands between the quotation marks;
    /// returns how many bytes it has.
    private func unescape(_ string: JSONString, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var at = string.start
        var count = 0
        while at < string.end {
            if bytes[at] != UInt8(ascii: "\\") {
                buffer[count] = bytes[at]
                count += 1
                at += 1
            } else {
                let (scalar, next) = escape(at)
                append(scalar, to: buffer, &count)
                at = next
            }
        }
        return count
    }

    /// What a validated escape stands for, and where it ends.
    private func escape(_ at: Int) -> (scalar: UInt32, end: Int) {
        switch bytes[at + 1] {
        case UInt8(ascii: "b"): return (0x08, at + 2)
        case UInt8(ascii: "f"): return (0x0C, at + 2)
        case UInt8(ascii: "n"): return (0x0A, at + 2)
        case UInt8(ascii: "r"): return (0x0D, at + 2)
        case UInt8(ascii: "t"): return (0x09, at + 2)
        case UInt8(ascii: "u"):
            let unit = hexadecimal(at + 2) ?? 0xFFFD
            guard unit & 0xFC00 == 0xD800 else { return (unit, at + 6) }
            let low = hexadecimal(at + 8) ?? 0xDC00
            return (0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF, at + 12)
        default: return (UInt32(bytes[at + 1]), at + 2)
        }
    }

    /// Writes a code point as UTF-8.
    private func append(_ scalar: UInt32, to buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
        func put(_ byte: UInt32) {
            buffer[count] = UInt8(truncatingIfNeeded: byte)
            count += 1
        }
        switch scalar {
        case ..<0x80: put(scalar)
        case ..<0x800:
            put(0xC0 | scalar >> 6)
            put(0x80 | scalar & 0x3F)
        case ..<0x10000:
            put(0xE0 | scalar >> 12)
            put(0x80 | scalar >> 6 & 0x3F)
            put(0x80 | scalar & 0x3F)
        default:
            put(0xF0 | scalar >> 18)
            put(0x80 | scalar >> 12 & 0x3F)
            put(0x80 | scalar >> 6 & 0x3F)
            put(0x80 | scalar & 0x3F)
        }
    }
}

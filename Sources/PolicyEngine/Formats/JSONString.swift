/// Where a JSON string stands in its line, between the quotation marks.
struct JSONString {
    var start: Int
    var end: Int
    /// It has escapes, so its bytes are not yet its text.
    var isEscaped: Bool
    /// It is known to be ASCII without escapes.
    var isPlain = false
}

extension JSONScanner {
    /// Reads the string that comes next (its quotation mark is the next byte), past its end; refuses what is not
    /// UTF-8, half a surrogate pair and unescaped control characters.
    @inline(__always)
    mutating func string() throws(EventRefusal) -> JSONString {
        // Most strings are names, and end within sixteen bytes.
        let start = position + 1
        let found = block(start).notPlain
        let at = start + TextBlock.count(before: found)
        if found != 0, at < end, bytes[at] == UInt8(ascii: "\"") {
            position = at + 1
            return JSONString(start: start, end: at, isEscaped: false, isPlain: true)
        }
        return try anyString()
    }

    @inline(never)
    private mutating func anyString() throws(EventRefusal) -> JSONString {
        let start = position + 1
        var at = start
        var isEscaped = false
        while true {
            at = charactersEnd(from: at)
            guard at < end else {
                position = end
                throw unexpected("`\"` at the end of a text")
            }
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                position = at + 1
                return JSONString(start: start, end: at, isEscaped: isEscaped)
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
                at = try escapeEnd(at)
            } else if byte < 0x20 {
                throw refusal(.badJSON, "a control character in a text must be written as an escape", at: at)
            } else {
                // Where one such character stands, the next is mostly another.
                repeat {
                    let length = UTF8Sequence.length(bytes + at, available: end - at)
                    guard length > 0 else { throw refusal(.badUTF8, "the text is not valid UTF-8", at: at) }
                    at += length
                } while at < end && bytes[at] >= 0x80
            }
        }
    }

    /// The first byte, from a place on, that is a quotation mark, a backslash, a control character or of a character that has to be
    /// looked at by itself; at most the end of the line.
    @inline(__always)
    private func charactersEnd(from start: Int) -> Int {
        var at = start
        while true {
            let found = block(at).notPlain
            if found != 0 {
                // Past the end are zeros, which no text goes over.
                at &+= TextBlock.count(before: found)
                break
            }
            at &+= 16
        }
        return at < end && bytes[at] >= 0x80 ? shortCharactersEnd(from: at) : at
    }

    /// The same from a character that is not ASCII on: characters of two bytes are stepped over as well.
    @inline(__always)
    private func shortCharactersEnd(from start: Int) -> Int {
        var at = start
        while true {
            let found = block(at).notShort(before: block(at &- 1))
            if found != 0 {
                at &+= TextBlock.count(before: found)
                // One that lacks its second byte begins before.
                return bytes[at &- 1] >= 0xC0 ? at &- 1 : at
            }
            at &+= 16
            // One that is cut in two is looked at again as a whole.
            if bytes[at &- 1] >= 0xC0 { at &-= 1 }
        }
    }

    /// Past the escape (or pair of them) that begins at a backslash.
    private func escapeEnd(_ at: Int) throws(EventRefusal) -> Int {
        guard at + 1 < end else { return end }
        switch bytes[at + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return at + 2
        case UInt8(ascii: "u"):
            guard let unit = hexadecimal(at + 2) else {
                throw refusal(.badJSON, "`\\u` wants four hexadecimal digits", at: at)
            }
            if unit & 0xF800 != 0xD800 { return at + 6 }
            guard unit < 0xDC00, at + 7 < end, bytes[at + 6] == UInt8(ascii: "\\"), bytes[at + 7] == UInt8(ascii: "u"),
                let low = hexadecimal(at + 8), low & 0xFC00 == 0xDC00
            else { throw refusal(.badUTF8, "an escape is half of a surrogate pair", at: at) }
            return at + 12
        default:
            throw refusal(.badJSON, "there is no such escape in JSON", at: at)
        }
    }

    /// The number that four hexadecimal digits make; nil where they do not stand there.
    func hexadecimal(_ start: Int) -> UInt32? {
        guard start + 4 <= end else { return nil }
        var value: UInt32 = 0
        for index in start..<start + 4 {
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(bytes[index] - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(bytes[index] - 87)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(bytes[index] - 55)
            default: return nil
            }
        }
        return value
    }
}

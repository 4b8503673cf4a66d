extension JSONScanner {
    /// The refusal of a value of another type than the field's; the value comes next.
    @inline(never)
    func wrongType(_ name: String, _ wanted: String) -> EventRefusal {
        let byte = position < end ? bytes[position] : 0
        let found: String
        switch byte {
        case UInt8(ascii: "\""): found = "a text"
        case UInt8(ascii: "{"): found = "an object"
        case UInt8(ascii: "["): found = "a list"
        case UInt8(ascii: "t"), UInt8(ascii: "f"): found = "true or false"
        case UInt8(ascii: "n"): found = "null"
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): found = "a number"
        default: return unexpected("a value")
        }
        return refusal(.wrongType, "`\(name)` must be \(wanted), not \(found)")
    }

    @inline(never)
    func empty(_ name: String, _ string: JSONString) -> EventRefusal {
        refusal(.empty, "`\(name)` is empty", at: string.start - 1)
    }

    /// Refuses a text of `data` that is too long.
    @inline(__always)
    func checkLength(
        _ string: JSONString, _ field: FieldShape, _ shapes: borrowing EventShapes
    ) throws(EventRefusal) {
        if string.end - string.start > field.maximumBytes {
            try checkTextLength(string, field.maximumBytes, shapes.path(field))
        }
    }

    /// Escapes are longer than what they stand for, so only the text itself tells.
    @inline(never)
    func checkTextLength(_ string: JSONString, _ limit: Int, _ name: String) throws(EventRefusal) {
        guard string.isEscaped, textBytes(string).count <= limit else {
            throw refusal(.tooLong, "`\(name)` is longer than \(limit) bytes", at: string.start - 1)
        }
    }

    /// The refusal of a time that cannot be used; nil for one that can.
    @inline(never)
    func timeRefusal(_ reading: TimeText.Reading, _ name: String, at offset: Int) -> EventRefusal {
        switch reading {
        case .outsideYears, .moment:
            refusal(.outOfRange, "`\(name)` must lie in the years 1970 to 9999, in UTC", at: offset)
        case .leapSecond:
            refusal(.badTime, "`\(name)` is a leap second (`:60`), which no clock here can show", at: offset)
        case .noSuchTime: refusal(.badTime, "`\(name)` is a day or a time that does not exist", at: offset)
        case .malformed:
            refusal(.badTime, "`\(name)` must be a time of RFC 3339 such as `2026-11-21T10:00:40.250Z`", at: offset)
        }
    }
}

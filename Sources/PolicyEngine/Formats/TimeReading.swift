extension TimeText {
    /// What reading a time came to.
    enum Reading: Equatable {
        case moment(Int64)
        /// Not a date and time as RFC 3339 has it.
        case malformed
        /// The shape is right, the day, hour or offset does not exist.
        case noSuchTime
        /// Second 60.
        case leapSecond
        /// Before 1970 or after 9999, in UTC.
        case outsideYears
    }

    /// Reads `2026-11-21T10:00:40.250+01:00`, with 0 to 9 digits after the point.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
        guard bytes.count >= 20, let year = number(bytes, 0, 4), bytes[4] == UInt8(ascii: "-"),
            let month = number(bytes, 5, 2), bytes[7] == UInt8(ascii: "-"), let day = number(bytes, 8, 2),
            bytes[10] | 0x20 == UInt8(ascii: "t"),
            let hour = number(bytes, 11, 2), bytes[13] == UInt8(ascii: ":"),
            let minute = number(bytes, 14, 2), bytes[16] == UInt8(ascii: ":"), let second = number(bytes, 17, 2),
            let fraction = milliseconds(bytes), let offset = offset(bytes, fraction.end)
        else { return .malformed }
        guard let days = ClockTime.days(year: year, month: month, day: day), hour < 24, minute < 60, second <= 60,
            offset.hours < 24, offset.minutes < 60
        else { return .noSuchTime }
        if second == 60 { return .leapSecond }
        let local = days * 86_400 + hour * 3_600 + minute * 60 + second
        let east = (offset.hours * 3_600 + offset.minutes * 60) * (offset.west ? -1 : 1)
        let moment = (local - east) * 1_000 + fraction.value
        return range.contains(moment) ? .moment(moment) : .outsideYears
    }

    /// The number of exactly `count` digits at a place; nil where there is anything else.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int64? {
        guard start + count <= bytes.count else { return nil }
        var value: Int64 = 0
        for index in start..<start + count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int64(digit)
        }
        return value
    }

    /// The fraction after the seconds in whole milliseconds, and where it ends.
    private static func milliseconds(_ bytes: UnsafeBufferPointer<UInt8>) -> (value: Int64, end: Int)? {
        guard bytes[19] == UInt8(ascii: ".") else { return (0, 19) }
        var value: Int64 = 0
        var end = 20
        while end < bytes.count, bytes[end] &- UInt8(ascii: "0") < 10 {
            if end < 23 { value = value * 10 + Int64(bytes[end] &- UInt8(ascii: "0")) }
            end += 1
        }
        guard (21...29).contains(end) else { return nil }
        for _ in min(end, 23)..<23 { value *= 10 }
        return (value, end)
    }

    /// `Z` or `+01:00`, which must be the end of the text.
    private static func offset(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> (hours: Int64, minutes: Int64, west: Bool)? {
        guard start < bytes.count else { return nil }
        if bytes[start] | 0x20 == UInt8(ascii: "z") { return start + 1 == bytes.count ? (0, 0, false) : nil }
        let west = bytes[start] == UInt8(ascii: "-")
        guard west || bytes[start] == UInt8(ascii: "+"), start + 6 == bytes.count,
            let hours = number(bytes, start + 1, 2), bytes[start + 3] == UInt8(ascii: ":"),
            let minutes = number(bytes, start + 4, 2)
        else { return nil }
        return (hours, minutes, west)
    }
}

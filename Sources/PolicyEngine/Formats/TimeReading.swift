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
        guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
        else { return .malformed }
        var areDigits = true
        let year = pair(bytes, 0, &areDigits) * 100 + pair(bytes, 2, &areDigits)
        let (month, day) = (pair(bytes, 5, &areDigits), pair(bytes, 8, &areDigits))
        let (hour, minute) = (pair(bytes, 11, &areDigits), pair(bytes, 14, &areDigits))
        let second = pair(bytes, 17, &areDigits)
        guard areDigits, let fraction = milliseconds(bytes), let offset = offset(bytes, fraction.end) else {
            return .malformed
        }
        guard let days = ClockTime.days(year: year, month: month, day: day), hour < 24, minute < 60, second <= 60,
            offset.hours < 24, offset.minutes < 60
        else { return .noSuchTime }
        if second == 60 { return .leapSecond }
        let local = days * 86_400 + hour * 3_600 + minute * 60 + second
        let east = (offset.hours * 3_600 + offset.minutes * 60) * (offset.west ? -1 : 1)
        let moment = (local - east) * 1_000 + fraction.value
        return range.contains(moment) ? .moment(moment) : .outsideYears
    }

    /// The number of two digits at a place; notes where there is anything else.
    @inline(__always)
    private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ areDigits: inout Bool) -> Int64 {
        let (tens, ones) = (bytes[start] &- UInt8(ascii: "0"), bytes[start + 1] &- UInt8(ascii: "0"))
        if tens > 9 || ones > 9 { areDigits = false }
        return Int64(tens) &* 10 &+ Int64(ones)
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
            bytes[start + 3] == UInt8(ascii: ":")
        else { return nil }
        var areDigits = true
        let (hours, minutes) = (pair(bytes, start + 1, &areDigits), pair(bytes, start + 4, &areDigits))
        return areDigits ? (hours, minutes, west) : nil
    }
}

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

extension TimeText {
    /// The bytes that have to be there for `usual` to look at.
    static let usualRoom = 25

    /// Reads `2026-11-21T10:00:40Z` or `2026-11-21T10:00:40.250Z` before a quotation mark, eight bytes at a time; how many bytes the
    /// time has. nil for any other and for what is wrong in any way.
    @inline(__always)
    static func usual(_ text: UnsafeRawPointer) -> (moment: Int64, count: Int)? {
        let date = word(text, 0) ^ 0x2D30_302D_3030_3030
        let hours = word(text, 8) ^ 0x3030_3A30_3054_3030
        let rest = word(text, 16)
        let end: UInt64
        let count: Int
        if (rest >> 24) & 0xFFFF == 0x225A {
            (end, count) = ((rest & 0xFF_FFFF) ^ 0x30_303A, 20)
        } else {
            guard text.load(fromByteOffset: 24, as: UInt8.self) == UInt8(ascii: "\"") else { return nil }
            (end, count) = (rest ^ 0x5A30_3030_2E30_303A, 24)
        }
        // What is left has digits where digits belong, and nothing in all other places.
        let wrong = (date &+ 0x7F76_767F_7676_7676) | (hours &+ 0x7676_7F76_767F_7676) | (end &+ 0x7F76_7676_7F76_767F)
        guard (wrong | date | hours | end) & 0x8080_8080_8080_8080 == 0 else { return nil }
        let (ofDate, ofHours, ofEnd) = (pairs(date), pairs(hours), pairs(end))
        let year = at(0, ofDate) &* 100 &+ at(2, ofDate)
        let (hour, minute, second) = (at(3, ofHours), at(6, ofHours), at(1, ofEnd))
        guard hour < 24, minute < 60, second < 60,
            let days = ClockTime.days(year: year, month: at(5, ofDate), day: at(0, ofHours))
        else { return nil }
        let milliseconds = at(4, ofEnd) &* 10 &+ Int64(truncatingIfNeeded: (end >> 48) & 0xFF)
        let seconds = days &* 86_400 &+ hour &* 3_600 &+ minute &* 60 &+ second
        return days < 0 ? nil : (seconds &* 1_000 &+ milliseconds, count)
    }

    @inline(__always)
    private static func word(_ text: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// In each byte ten times the digit there and the digit of the next.
    @inline(__always)
    private static func pairs(_ digits: UInt64) -> UInt64 { digits &* 10 &+ (digits >> 8) }

    @inline(__always)
    private static func at(_ place: UInt64, _ pairs: UInt64) -> Int64 {
        Int64(truncatingIfNeeded: (pairs &>> (place &* 8)) & 0xFF)
    }
}

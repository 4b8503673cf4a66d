/// Moments as text: milliseconds since 1970-01-01T00:00:00Z to RFC 3339 and back.
public enum TimeText {
    /// The moments that an event may have: the years 1970 to 9999 in UTC.
    public static let range: ClosedRange<Int64> = 0...253_402_300_799_999

    /// The moment in UTC with milliseconds: `2026-11-21T10:00:40.250Z`. Years outside of 0 to 9999 get the digits
    /// (and the sign) they need.
    public static func format(_ milliseconds: Int64) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        append(milliseconds, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads an RFC 3339 date and time with `Z` or an offset; digits past the millisecond are cut off.
    ///
    /// nil for anything else, for a leap second, and for a moment outside of `range`.
    public static func parse(_ text: String) -> Int64? {
        var text = text
        return text.withUTF8 { bytes in
            if case .moment(let milliseconds) = read(bytes) { milliseconds } else { nil }
        }
    }

    /// Appends what `format` returns.
    public static func append(_ milliseconds: Int64, to bytes: inout [UInt8]) { write(milliseconds, to: &bytes) }

    /// The same to anything.
    static func write<Sink: JSONSink>(_ milliseconds: Int64, to sink: inout Sink) {
        let clock = ClockTime(milliseconds)
        if range.contains(milliseconds) { return writeUsual(clock, to: &sink) }
        appendDate(clock, to: &sink)
        sink.append(UInt8(ascii: "T"))
        appendTimeOfDay(clock, to: &sink)
        sink.append(UInt8(ascii: "."))
        appendPadded(clock.millisecond, 3, to: &sink)
        sink.append(UInt8(ascii: "Z"))
    }

    /// A time of the years 0 to 9999 always has 24 characters, eight to a word.
    @inline(__always)
    private static func writeUsual<Sink: JSONSink>(_ clock: ClockTime, to sink: inout Sink) {
        let (century, year) = (pair(clock.year / 100), pair(clock.year % 100))
        let (hundreds, rest) = (clock.millisecond / 100, pair(clock.millisecond % 100))
        let date = century | year << 16 | 0x2D << 32 | pair(clock.month) << 40 | 0x2D << 56
        let hours = pair(clock.day) | 0x54 << 16 | pair(clock.hour) << 24 | 0x3A << 40 | pair(clock.minute) << 48
        let first = UInt64(truncatingIfNeeded: 0x30 + hundreds)
        let seconds = 0x3A | pair(clock.second) << 8 | 0x2E << 24 | first << 32 | rest << 40 | 0x5A << 56
        withUnsafeBytes(of: (date.littleEndian, hours.littleEndian, seconds.littleEndian)) { bytes in
            sink.append(contentsOf: bytes.assumingMemoryBound(to: UInt8.self))
        }
    }

    /// The two digits of a number below 100, the first in the lowest byte.
    @inline(__always)
    private static func pair(_ number: Int64) -> UInt64 {
        let digits = UInt64(truncatingIfNeeded: number)
        return 0x3030 | digits / 10 | (digits % 10) << 8
    }

    /// Appends `2026-11-21`.
    static func appendDate<Sink: JSONSink>(_ clock: ClockTime, to bytes: inout Sink) {
        if clock.year < 0 { bytes.append(UInt8(ascii: "-")) }
        appendPadded(abs(clock.year), 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        appendPadded(clock.month, 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        appendPadded(clock.day, 2, to: &bytes)
    }

    /// Appends `10:00:40`.
    static func appendTimeOfDay<Sink: JSONSink>(_ clock: ClockTime, to bytes: inout Sink) {
        appendPadded(clock.hour, 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        appendPadded(clock.minute, 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        appendPadded(clock.second, 2, to: &bytes)
    }

    private static func appendPadded<Sink: JSONSink>(_ number: Int64, _ width: Int, to bytes: inout Sink) {
        if width == 2, number < 100 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
            return
        }
        if width == 4, number < 10_000 {
            appendPadded(number / 100, 2, to: &bytes)
            appendPadded(number % 100, 2, to: &bytes)
            return
        }
        var scale: Int64 = 1
        var digits = 1
        while digits < width || number / scale >= 10 {
            scale *= 10
            digits += 1
        }
        while scale > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / scale % 10))
            scale /= 10
        }
    }
}

/// A moment in the parts that a calendar and a clock show in UTC, Gregorian throughout.
struct ClockTime: Equatable {
    var year: Int64
    /// From 1.
    var month: Int64
    /// From 1.
    var day: Int64
    var hour: Int64
    var minute: Int64
    var second: Int64
    var millisecond: Int64

    /// The parts of a moment in milliseconds since 1970, any at all.
    init(_ milliseconds: Int64) {
        let (days, rest) = Self.floored(milliseconds, by: 86_400_000)
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1_000 % 60
        millisecond = rest % 1_000
        // A year counted from March has its leap day at its end, and 400 such years are always 146 097 days.
        let (era, dayOfEra) = Self.floored(days + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
        month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    }

    /// Days from 1970-01-01 to a date of the years 0 to 9999; nil for a date that no calendar has.
    static func days(year: Int64, month: Int64, day: Int64) -> Int64? {
        guard (0...9_999).contains(year), (1...12).contains(month), day >= 1, day <= 28 || day <= length(month, year)
        else {
            return nil
        }
        // Counted from the March of 400 years before, so that nothing is below zero.
        let years = UInt64(truncatingIfNeeded: month > 2 ? year &+ 400 : year &+ 399)
        let fromMarch = UInt64(truncatingIfNeeded: month > 2 ? month &- 3 : month &+ 9)
        let leapDays = years / 4 &- years / 100 &+ years / 400
        let ofYears = years &* 365 &+ leapDays &+ (153 &* fromMarch &+ 2) / 5
        return Int64(truncatingIfNeeded: ofYears) &+ day &- 1 &- 719_468 &- 146_097
    }

    private static func length(_ month: Int64, _ year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Division that rounds down; the rest is never negative.
    private static func floored(_ number: Int64, by divisor: Int64) -> (quotient: Int64, rest: Int64) {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }
}

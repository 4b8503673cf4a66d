/// A moment between the years 1 and 9999, to the nanosecond, in UTC.
public struct CELTimestamp: Hashable, Sendable, Comparable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public let seconds: Int64
    /// What the seconds leave, from 0 to 999 999 999.
    public let nanoseconds: Int32

    private static let earliest: Int64 = -62_135_596_800
    private static let latest: Int64 = 253_402_300_799

    /// A moment from its seconds and nanoseconds; nil outside the years 1 to 9999.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard (Self.earliest...Self.latest).contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else {
            return nil
        }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// A moment from milliseconds since 1970; nil outside the years 1 to 9999.
    public init?(milliseconds: Int64) {
        let (second, rest) = dividedDown(milliseconds, 1_000)
        self.init(seconds: second, nanoseconds: Int32(rest) * 1_000_000)
    }

    /// The milliseconds since 1970, rounded down.
    public var milliseconds: Int64 { seconds * 1_000 + Int64(nanoseconds) / 1_000_000 }

    @inlinable
    public static func < (left: CELTimestamp, right: CELTimestamp) -> Bool {
        left.seconds != right.seconds ? left.seconds < right.seconds : left.nanoseconds < right.nanoseconds
    }

    /// The moment a length of time later; nil outside the years 1 to 9999.
    public func advanced(by duration: CELDuration) -> CELTimestamp? {
        let second = CELDuration.nanosecondsASecond
        let (whole, rest) = dividedDown(duration.nanoseconds, second)
        let (carry, left) = dividedDown(Int64(nanoseconds) + rest, second)
        return CELTimestamp(seconds: seconds + whole + carry, nanoseconds: Int32(left))
    }

    /// The length of time since another moment; nil where it is too long for a duration.
    public func since(_ other: CELTimestamp) -> CELDuration? {
        guard let whole = CELDuration(seconds: seconds - other.seconds) else { return nil }
        let rest = Int64(nanoseconds) - Int64(other.nanoseconds)
        let (sum, overflow) = whole.nanoseconds.addingReportingOverflow(rest)
        return overflow ? nil : CELDuration(nanoseconds: sum)
    }
}

extension CELTimestamp: CustomStringConvertible {
    /// The moment as RFC 3339 writes it in UTC, such as `2009-02-13T23:31:30.5Z`.
    public var description: String {
        let civil = CivilTime(seconds)
        let date = "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
        let time = "\(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2))"
        return "\(date)T\(time)\(decimals(nanoseconds))Z"
    }

    /// Reads a date and time as RFC 3339 has it, with `Z` or an offset; nil for anything else.
    public init?(_ text: String) {
        var reader = DigitReader(text)
        guard let year = reader.number(digits: 4), reader.take("-"),
            let month = reader.number(digits: 2), reader.take("-"),
            let day = reader.number(digits: 2), reader.take("T"),
            let hour = reader.number(digits: 2), reader.take(":"),
            let minute = reader.number(digits: 2), reader.take(":"),
            let second = reader.number(digits: 2), let fraction = reader.nanoseconds(),
            let offset = Self.offset(&reader), reader.isAtEnd,
            let days = CivilTime.days(year: year, month: month, day: day),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let local = days * 86_400 + hour * 3_600 + minute * 60 + second
        self.init(seconds: local - offset, nanoseconds: fraction)
    }

    /// Seconds east of UTC as the end of a timestamp gives them.
    private static func offset(_ reader: inout DigitReader) -> Int64? {
        if reader.take("Z") { return 0 }
        let east = reader.take("+")
        guard east || reader.take("-") else { return nil }
        guard let hours = reader.number(digits: 2), reader.take(":"), let minutes = reader.number(digits: 2),
            hours < 24, minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (east ? 1 : -1)
    }
}

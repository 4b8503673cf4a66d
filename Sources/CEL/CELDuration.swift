/// A length of time in nanoseconds, at most about 292 years either way.
public struct CELDuration: Hashable, Sendable, Comparable {
    /// The whole length in nanoseconds.
    public let nanoseconds: Int64

    static let nanosecondsASecond: Int64 = 1_000_000_000

    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// A length in milliseconds; nil where it is too long.
    public init?(milliseconds: Int64) {
        let (product, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        if overflow { return nil }
        nanoseconds = product
    }

    /// A length in seconds; nil where it is too long.
    public init?(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: Self.nanosecondsASecond)
        if overflow { return nil }
        nanoseconds = product
    }

    /// The whole seconds, rounded towards zero.
    public var seconds: Int64 { nanoseconds / Self.nanosecondsASecond }

    /// The whole milliseconds, rounded towards zero.
    public var milliseconds: Int64 { nanoseconds / 1_000_000 }

    @inlinable
    public static func < (left: CELDuration, right: CELDuration) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

extension CELDuration: CustomStringConvertible {
    /// The length in seconds, such as `60s` or `-0.25s`.
    public var description: String {
        let magnitude = nanoseconds.magnitude
        let second = UInt64(Self.nanosecondsASecond)
        let sign = nanoseconds < 0 ? "-" : ""
        return "\(sign)\(magnitude / second)\(decimals(Int32(magnitude % second)))s"
    }
}

extension CELDuration {
    /// Reads signed numbers with units from `h` to `ns`, such as `1h30m` or `-1.5s`; nil for anything else.
    public init?(_ text: String) {
        var reader = DigitReader(text)
        let negative = reader.take("-")
        if !negative { _ = reader.take("+") }
        if reader.rest(is: "0") {
            nanoseconds = 0
            return
        }
        var total: Int64 = 0
        repeat {
            guard let part = Self.part(&reader) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(part)
            if overflow { return nil }
            total = sum
        } while !reader.isAtEnd
        // The least number has no opposite.
        if !negative, total == .min { return nil }
        nanoseconds = negative ? total : -total
    }

    /// One number with its unit, in nanoseconds below zero, where one more fits than above.
    private static func part(_ reader: inout DigitReader) -> Int64? {
        let whole = reader.number()
        var fraction: [UInt8] = []
        if reader.take(".") { fraction = reader.digits() }
        guard whole != nil || !fraction.isEmpty, let unit = unit(&reader) else { return nil }
        guard !(whole?.overflow ?? false) else { return nil }
        let (product, tooLong) = (-(whole?.value ?? 0)).multipliedReportingOverflow(by: unit)
        if tooLong { return nil }
        var rest: Int64 = 0
        var scale = unit
        for digit in fraction {
            scale /= 10
            rest -= Int64(digit) * scale
        }
        let (sum, overflow) = product.addingReportingOverflow(rest)
        return overflow ? nil : sum
    }

    /// The nanoseconds of the unit that comes next.
    private static func unit(_ reader: inout DigitReader) -> Int64? {
        if reader.take("ns") { return 1 }
        if reader.take("us") || reader.take("µs") || reader.take("μs") { return 1_000 }
        if reader.take("ms") { return 1_000_000 }
        if reader.take("s") { return nanosecondsASecond }
        if reader.take("m") { return 60 * nanosecondsASecond }
        if reader.take("h") { return 3_600 * nanosecondsASecond }
        return nil
    }
}

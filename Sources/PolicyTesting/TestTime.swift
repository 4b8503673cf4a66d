import PolicyEngine

/// Times as tests write and show them.
enum TestTime {
    /// 2026-01-05T09:00:00Z, a Monday: when a test starts whose first step has no date.
    static let standardStart: Int64 = 1_767_603_600_000
    /// The longest duration that can be written, in milliseconds: 36,500 days.
    static let longest: Int64 = 36_500 * 86_400_000

    private static let units: [(name: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
    ]

    /// Milliseconds of `70s`, `1h5m`, `10m0.5s`, `500ms`; nil for anything else and beyond `longest`.
    ///
    /// Units from `d` to `ms`, the greater first, each once; seconds may have up to three decimals.
    static func duration(_ text: String) -> Int64? {
        var rest = Array(text.utf8)[...]
        var left = units[...]
        var total: Int64 = 0
        if rest.isEmpty { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix(while: isDigit)
            rest = rest.dropFirst(digits.count)
            var decimals: ArraySlice<UInt8>?
            if rest.first == UInt8(ascii: ".") {
                decimals = rest.dropFirst().prefix(while: isDigit)
                rest = rest.dropFirst(1 + (decimals?.count ?? 0))
            }
            let letters = rest.prefix { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
            rest = rest.dropFirst(letters.count)
            guard let place = left.firstIndex(where: { $0.name.utf8.elementsEqual(letters) }),
                let number = Int64(String(decoding: digits, as: UTF8.self))
            else { return nil }
            let (whole, overflow) = number.multipliedReportingOverflow(by: left[place].milliseconds)
            var part = whole
            if let decimals {
                guard left[place].name == "s", let fraction = thousandths(decimals) else { return nil }
                part = part.addingReportingOverflow(fraction).partialValue
            }
            guard !overflow, part >= 0, part <= longest - total else { return nil }
            total += part
            left = left[(place + 1)...]
        }
        return total
    }

    private static func thousandths(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard (1...3).contains(digits.count), let number = Int64(String(decoding: digits, as: UTF8.self)) else {
            return nil
        }
        return number * (digits.count == 1 ? 100 : digits.count == 2 ? 10 : 1)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// Whether a text has the beginning of a date, such as `2026-`.
    static func looksLikeDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(5))
        return bytes.count == 5 && bytes[..<4].allSatisfy(isDigit) && bytes[4] == UInt8(ascii: "-")
    }

    /// A duration as a test would write it: `0s`, `2m`, `1h0.5s`, `3d`.
    static func text(_ milliseconds: Int64) -> String {
        let magnitude = milliseconds.magnitude
        var text = milliseconds < 0 ? "-" : ""
        let seconds = magnitude / 1_000
        for (count, unit) in [(seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"), (seconds / 60 % 60, "m")]
        where count > 0 {
            text += "\(count)\(unit)"
        }
        let rest = magnitude % 1_000
        if seconds % 60 == 0, rest == 0, magnitude > 0 { return text }
        text += "\(seconds % 60)"
        if rest > 0 {
            var decimals = String(1_000 + rest).dropFirst()
            while decimals.last == "0" { decimals.removeLast() }
            text += ".\(decimals)"
        }
        return text + "s"
    }
}

/// How the moments of one test are shown: as durations from its start, or as dates if it is written in dates.
struct TestClock: Sendable {
    var start: Int64
    var usesDates: Bool

    init(start: Int64, usesDates: Bool) {
        self.start = start
        self.usesDates = usesDates
    }

    init(_ test: PolicyTest) {
        start = test.start
        usesDates = test.usesDates
    }

    func text(_ moment: Int64) -> String {
        let (elapsed, overflow) = moment.subtractingReportingOverflow(start)
        return usesDates || overflow ? TimeText.format(moment) : TestTime.text(elapsed)
    }
}

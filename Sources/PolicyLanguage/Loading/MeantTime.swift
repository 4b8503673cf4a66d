/// What an author most likely meant by a time that the language does not read or does not evaluate.
package enum MeantTime {
    /// What to type in place of a text; nil where nothing comes to mind.
    static func help(_ text: String) -> String? {
        guard text.utf8.count <= PolicyLimits.nameLength else { return nil }
        let words = phrase(text)
        let joined = words.joined(separator: " ")
        if isAtOnce(text) { return "write the time it may take, such as `30s`" }
        if let fraction = fractions[joined] { return "did you mean \(quoted(fraction))?" }
        guard let (amount, unit) = parts(words) else { return nil }
        guard !unit.isEmpty else {
            return amount.isWhole ? "say in what: did you mean `\(amount.units)s` or `\(amount.units)m`?" : nil
        }
        return elapsed(amount, unit).map { "did you mean \(quoted($0))?" }
    }

    /// Whether a text says "at once".
    static func isAtOnce(_ text: String) -> Bool {
        text.utf8.count <= PolicyLimits.nameLength && atOnce.contains(phrase(text).joined(separator: " "))
    }

    /// Elapsed time in place of calendar time: `14d` for `2 weeks`; nil where there is none, as for `this quarter`.
    package static func elapsed(instead calendar: String) -> String? {
        guard let (amount, unit) = parts(phrase(calendar)) else { return nil }
        return elapsed(amount, unit)
    }

    // MARK: Amounts

    /// A count of tenths, so that `1.5` is one and `half a` another.
    private struct Amount {
        var tenths: Int
        var isWhole: Bool { tenths.isMultiple(of: 10) }
        var units: Int { tenths / 10 }
    }

    /// Lower-case words without what people put around a time: `within`, `about`, a period at the end.
    private static func phrase(_ text: String) -> [String] {
        let words = text.lowercased().split { " \t-_".contains($0) }.map { $0.hasSuffix(".") ? $0.dropLast() : $0 }
        return words.map(String.init).drop { around.contains($0) }.map { $0 }
    }

    private static let around: Set = [
        "within", "in", "after", "about", "at", "most", "least", "up", "to", "max", "for",
    ]
    private static let atOnce: Set = ["immediately", "once", "now", "asap", "instantly", "straight away", "right away"]
    private static let fractions = [
        "half an hour": "30m", "half hour": "30m", "a quarter of an hour": "15m", "quarter of an hour": "15m",
        "half a day": "12h", "half a minute": "30s", "an hour and a half": "90m", "overnight": "12h",
    ]

    private static func parts(_ words: [String]) -> (Amount, unit: String)? {
        guard let first = words.first else { return nil }
        if let count = numbers[first] { return (Amount(tenths: 10 * count), words.dropFirst().joined(separator: " ")) }
        let digits = first.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        guard let amount = amount(digits) else { return nil }
        let rest = [String(first.dropFirst(digits.count))] + words.dropFirst()
        return (amount, rest.filter { !$0.isEmpty }.joined(separator: " "))
    }

    private static func amount(_ digits: Substring) -> Amount? {
        let parts = digits.split(omittingEmptySubsequences: false) { ".,".contains($0) }
        guard parts.count <= 2, digits.count <= 9, let whole = parts.first.flatMap({ Int($0) }) else { return nil }
        guard parts.count == 2 else { return Amount(tenths: 10 * whole) }
        return parts[1].count == 1 ? Int(parts[1]).map { Amount(tenths: 10 * whole + $0) } : nil
    }

    private static let numbers = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60,
        "ninety": 90,
    ]

    // MARK: Units

    private static func elapsed(_ amount: Amount, _ unit: String) -> String? {
        if amount.isWhole, unit == "month" || unit == "months", amount.units.isMultiple(of: 12) {
            return "\(amount.units / 12 * 365)d"
        }
        if amount.isWhole, workingDays.contains(unit) { return "\(amount.units + 2 * ((amount.units + 4) / 5))d" }
        if amount.isWhole, let days = days[unit] { return "\(amount.units * days)d" }
        guard let index = units.firstIndex(where: { $0.names.contains(unit) }) else { return nil }
        if amount.isWhole { return "\(amount.units)\(units[index].names[0])" }
        // `1.5h` is `90m`: the next smaller unit.
        guard let (smaller, factor) = units[index].smaller, (amount.tenths * factor).isMultiple(of: 10) else {
            return nil
        }
        return "\(amount.tenths * factor / 10)\(smaller)"
    }

    private static let units: [(names: [String], smaller: (String, Int)?)] = [
        (["ms", "msec", "millisecond", "milliseconds"], nil),
        (["s", "sec", "secs", "second", "seconds"], ("ms", 1000)),
        (["m", "min", "mins", "minute", "minutes"], ("s", 60)),
        (["h", "hr", "hrs", "hour", "hours"], ("m", 60)),
        (["d", "day", "days"], ("h", 24)),
    ]

    /// Counted with as many weekends as can lie between them: nobody is late for a deadline that is nearer than promised.
    private static let workingDays: Set = [
        "working day", "working days", "business day", "business days", "workday", "workdays", "weekday", "weekdays",
        "wd", "wds", "bd", "bds", "workd",
    ]

    /// The days that stand for a unit of the calendar.
    private static let days = [
        "mo": 30, "mos": 30, "mon": 30, "mth": 30, "mths": 30, "wk": 7, "wks": 7, "yr": 365, "yrs": 365,
        "semester": 182, "semesters": 182,
        "w": 7, "week": 7, "weeks": 7, "fortnight": 14, "fortnights": 14, "month": 30, "months": 30, "quarter": 91,
        "quarters": 91, "year": 365, "years": 365, "y": 365,
    ]
}

/// A length of time as an author writes it.
enum TermText: Equatable {
    /// Milliseconds.
    case elapsed(Int64)
    /// Calendar time, with single spaces.
    case calendar(String)
    /// `unstated`, `ever`.
    case silent
    /// Elapsed time beyond `PolicyLimits.longestTime`.
    case tooLong
    /// Not a length of time; it may still be the name of a setting.
    case other

    /// Calendar time is not among them as long as it is not evaluated: whoever follows the help must get somewhere.
    static let forms = "write a length of time such as `30s`, `5m`, `2h`, `90d` or `1h30m`"

    init(_ text: String) {
        if text == "unstated" || text == "ever" {
            self = .silent
        } else if let elapsed = TermText.elapsed(text) {
            self = elapsed
        } else if let words = TermText.calendarWords(text) {
            self = .calendar(words.joined(separator: " "))
        } else {
            self = .other
        }
    }

    // MARK: Elapsed time

    /// Whole numbers with units, from `d` to `ms`, each unit once and the greater first; nil for anything else.
    static func elapsed(_ text: String) -> TermText? {
        var rest = Array(text.utf8)[...]
        var units = elapsedUnits[...]
        var total: Int64 = 0
        var isTooLong = false
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(digits.count)
            let letters = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            guard let index = units.firstIndex(where: { $0.name.utf8.elementsEqual(letters) }) else { return nil }
            rest = rest.dropFirst(letters.count)
            let milliseconds = units[index].milliseconds
            units = units[(index + 1)...]
            guard let part = product(digits, milliseconds), part <= PolicyLimits.longestTime - total else {
                isTooLong = true
                continue
            }
            total += part
        }
        return isTooLong ? .tooLong : .elapsed(total)
    }

    private static let elapsedUnits: [(name: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
    ]

    private static func product(_ digits: ArraySlice<UInt8>, _ unit: Int64) -> Int64? {
        guard let number = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: unit)
        return overflow || product > PolicyLimits.longestTime ? nil : product
    }

    // MARK: Calendar time

    /// The words of `3 months`, `5 working days`, `today`, `rest of today`, `this quarter`, `rest of this week`.
    private static func calendarWords(_ text: String) -> [String]? {
        let words = text.split(separator: " ").map(String.init)
        switch words.count {
        case 1: return words[0] == "today" ? words : nil
        case 2:
            if words[0] == "this" { return periods.contains(words[1]) ? words : nil }
            return isCount(words[0], of: words[1]) ? words : nil
        case 3:
            if words == ["rest", "of", "today"] { return words }
            return words[1] == "working" && (words[2] == "day" || words[2] == "days") && isCount(words[0], of: words[2])
                ? words : nil
        case 4:
            return words[0...2] == ["rest", "of", "this"] && periods.contains(words[3]) ? words : nil
        default: return nil
        }
    }

    private static let periods = ["week", "month", "quarter", "year"]

    private static func isCount(_ number: String, of unit: String) -> Bool {
        guard number.utf8.count <= 5, let count = Int(number), count > 0, !number.hasPrefix("+") else { return false }
        let names = ["day"] + periods
        return names.contains(unit) || names.contains { unit == $0 + "s" }
    }
}

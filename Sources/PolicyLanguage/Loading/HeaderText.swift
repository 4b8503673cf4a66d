/// A day of the calendar, `2026-10-01`; text that names no day is nil.
struct CivilDate: Comparable {
    let year: Int
    let month: Int
    let day: Int

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]), let day = digits(bytes[8..<10]),
            year >= 1900, (1...12).contains(month), day >= 1, day <= CivilDate.days(in: month, of: year)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

func dateFault(_ text: String) -> Fault {
    Fault(
        "bad-date", "\(quoted(text)) is not a day",
        CivilDate.spoken(text).map { "did you mean `\($0)`?" } ?? "write year, month and day, such as `2026-10-01`")
}

extension CivilDate {
    /// A day in words or with other marks, `1 January 2026`, as it is written; nil where its order is not certain.
    fileprivate static func spoken(_ text: String) -> String? {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        guard words.count == 3 else { return nil }
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let month = words.firstIndex { word in months.contains { word.count > 2 && word.hasPrefix($0) } }
        let numbers = words.map { Int($0.filter(\.isNumber)) ?? 0 }
        guard let year = numbers.firstIndex(where: { $0 > 1_000 }) else { return nil }
        let number: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
        if let month, let name = months.firstIndex(where: words[month].hasPrefix),
            let day = (0..<3).first(where: { $0 != month && $0 != year })
        {
            return valid("\(numbers[year])-\(number(name + 1))-\(number(numbers[day]))")
        }
        // Day and month in figures alone are read either way, unless the year stands first.
        return year == 0 ? valid("\(numbers[0])-\(number(numbers[1]))-\(number(numbers[2]))") : nil
    }

    private static func valid(_ text: String) -> String? { CivilDate(text) == nil ? nil : text }
}

/// `Europe/Copenhagen`, `UTC`: the form of a zone's name; whether the zone exists is for whoever has the zones.
func isZone(_ text: String) -> Bool {
    guard text.utf8.count <= 64 else { return false }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 1 { return text == "UTC" }
    return parts.count <= 3
        && parts.allSatisfy { part in
            guard let first = part.utf8.first, isLetter(first) else { return false }
            return part.utf8.allSatisfy {
                isLetter($0) || isDigit($0) || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
            }
        }
}

func zoneFault(_ text: String) -> Fault {
    let word = String(text.lowercased().map { " -".contains($0) ? "_" : $0 })
    let zone = zones.first { $0.spoken.contains(word) || $0.name.lowercased().hasSuffix("/\(word)") }?.name
    return Fault(
        "bad-time-zone", "\(quoted(text)) is not a time zone",
        zone.map { "did you mean \(quoted($0))?" } ?? "write a name such as `Europe/Copenhagen`, or `UTC`")
}

/// Countries of one zone, and what else is written for zones.
private let zones: [(name: String, spoken: Set<String>)] = [
    ("UTC", ["gmt", "z", "zulu", "utc+0"]), ("Asia/Tokyo", ["japan", "jst"]),
    ("Europe/London", ["uk", "gb", "england"]),
    ("Europe/Copenhagen", ["denmark", "dk"]), ("Europe/Berlin", ["germany", "cet", "cest", "mez", "de"]),
    ("Europe/Helsinki", ["finland", "fi", "eet"]), ("Europe/Stockholm", ["sweden", "se"]), ("Europe/Oslo", ["norway"]),
    ("Europe/Paris", ["france"]), ("Europe/Dublin", ["ireland"]), ("Europe/Amsterdam", ["netherlands", "holland"]),
    ("Europe/Vienna", ["austria"]), ("Europe/Zurich", ["switzerland"]), ("Europe/Rome", ["italy"]),
    ("Europe/Madrid", []), ("Europe/Warsaw", ["poland"]), ("Asia/Seoul", ["korea", "south_korea", "kst"]),
    ("Asia/Singapore", []), ("Asia/Kolkata", ["india", "ist"]), ("Asia/Shanghai", ["china", "beijing"]),
    ("America/New_York", ["est", "edt", "eastern"]), ("America/Chicago", ["cst", "central"]),
    ("America/Los_Angeles", ["pst", "pdt", "pacific"]), ("Australia/Sydney", ["aest"]),
    ("Pacific/Auckland", ["new_zealand", "nzst"]),
]

/// `de`, `pt-BR`, `zh-Hant`: a language of two or three letters, then parts of up to eight letters or digits.
func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, miscalled[String(first)] == nil, (2...3).contains(first.utf8.count), parts.count <= 4
    else { return false }
    return first.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        && parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count) && part.utf8.allSatisfy { isLetter($0) || isDigit($0) }
        }
}

func languageFault(_ text: String) -> Fault {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let meant = parts.first.flatMap { miscalled[$0] }.map { quoted(([$0] + parts.dropFirst()).joined(separator: "-")) }
    return Fault(
        "bad-language", "\(quoted(text)) is not a language",
        meant.map { "did you mean \($0)?" } ?? "write a tag such as `da`, `en` or `pt-BR`")
}

/// Countries that are written for their languages, and are the tag of no other one.
private let miscalled = [
    "jp": "ja", "cn": "zh", "dk": "da", "cz": "cs", "gr": "el", "ua": "uk", "gb": "en", "us": "en", "ger": "de",
    "eng": "en", "jap": "ja", "spa": "es", "fre": "fr", "english": "en", "japanese": "ja", "danish": "da",
    "german": "de", "french": "fr", "dutch": "nl", "korean": "ko", "spanish": "es", "italian": "it", "swedish": "sv",
    "norwegian": "no", "polish": "pl", "portuguese": "pt", "chinese": "zh", "welsh": "cy", "finnish": "fi",
]

/// Opening hours such as `09:00-16:00`.
func hoursFault(_ text: String) -> Fault? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { minutes(String($0)) }
    if ends.count == 2, let from = ends[0], let to = ends[1], from < to { return nil }
    return Fault("bad-value", "\(quoted(text)) is not a range of hours", "write it like `09:00-16:00`")
}

private func minutes(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = digits(bytes[0..<2]),
        let minute = digits(bytes[3..<5]), minute < 60, hour < 24 || (hour == 24 && minute == 0)
    else { return nil }
    return hour * 60 + minute
}

private func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.allSatisfy(isDigit) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
}

func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
}

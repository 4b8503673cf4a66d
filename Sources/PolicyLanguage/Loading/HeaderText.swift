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
    Fault("bad-date", "\(quoted(text)) is not a day", "write year, month and day, such as `2026-10-01`")
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
    Fault("bad-time-zone", "\(quoted(text)) is not a time zone", "write a name such as `Europe/Copenhagen`, or `UTC`")
}

/// `de`, `pt-BR`, `zh-Hant`: a language of two or three letters, then parts of up to eight letters or digits.
func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 4 else { return false }
    return first.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        && parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count) && part.utf8.allSatisfy { isLetter($0) || isDigit($0) }
        }
}

func languageFault(_ text: String) -> Fault {
    Fault("bad-language", "\(quoted(text)) is not a language", "write a tag such as `da`, `en` or `pt-BR`")
}

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

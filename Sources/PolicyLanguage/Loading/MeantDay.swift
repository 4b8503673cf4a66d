/// Times of the calendar and days: this version looks into no calendar, and elapsed time comes near to most of them.
extension MeantTime {
    /// Elapsed time near to a time that has none of its own: `12h` for `rest of today`.
    static func near(_ text: String) -> String? {
        guard text.utf8.count <= PolicyLimits.nameLength else { return nil }
        if let elapsed = elapsed(instead: text) { return elapsed }
        let bare = text.lowercased().split { " -_".contains($0) }.map(String.init).filter { !lead.contains($0) }
        return days[bare.joined(separator: " ")]
    }

    /// What to type in place of calendar time.
    static func help(instead calendar: String) -> String? {
        let unit = calendar.split(separator: " ").last.map(String.init) ?? ""
        if exact.contains(unit), !calendar.contains("work"), let elapsed = elapsed(instead: calendar) {
            return "write \(quoted(elapsed)), which counts every hour of every day"
        }
        return near(calendar).map {
            "write \(quoted($0)), which is near to it: it counts every hour of every day from the event on"
        }
    }

    /// What to type for a day, a date or a time of day.
    static func help(day text: String) -> String? {
        if CivilDate(text) != nil {
            return "a date is not looked into: write how long it is until then, such as `365d`"
        }
        if text.wholeMatch(of: /\d{1,2}[:.]\d{2}( ?[ap]m)?|\d{1,2} ?[ap]m/) != nil {
            return "a time of day is not looked into: write a length of time, such as `12h`"
        }
        return days[text.lowercased()] == nil && elapsed(instead: text) != nil ? nil : help(instead: text)
    }

    /// Whether a text says that there is no end.
    static func isEndless(_ text: String) -> Bool {
        let words = text.lowercased().split { " -_".contains($0) }.filter { $0 != "until" }.joined(separator: " ")
        return endless.contains(words)
    }

    /// Whether a word in the place of an event is a day, or says that there is no end.
    static func isNoEvent(_ word: String) -> Bool { isEndless(word) || help(day: word) != nil }

    private static let endless: Set = [
        "forever", "indefinite", "indefinitely", "further notice", "permanent", "permanently", "always", "unlimited",
        "for good", "for ever", "no end", "open end",
    ]
    private static let exact: Set = ["week", "weeks", "day", "days", "fortnight", "fortnights"]
    private static let lead: Set = [
        "rest", "of", "the", "end", "same", "this", "calendar", "by", "on", "until", "local", "current",
    ]
    private static let days = [
        "today": "12h", "day": "12h", "midnight": "12h", "tonight": "12h", "shift": "8h", "tomorrow": "2d",
        "next day": "2d", "next working day": "3d", "next business day": "3d", "week": "7d", "month": "30d",
        "quarter": "91d", "year": "365d", "monday": "7d", "friday": "7d", "morning": "12h", "next morning": "12h",
        "night": "12h", "evening": "12h", "next shift": "12h", "next week": "7d", "next month": "30d",
        "working day": "12h",
    ]
}

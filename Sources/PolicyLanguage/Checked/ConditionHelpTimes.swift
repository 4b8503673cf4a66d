import CEL
import SourceText

/// Times of day, days and words that were said, in conditions.
extension ConditionHelp {
    // MARK: The clock

    /// `event.time > 18:00`: the hour of the day, in a zone.
    var clockHelp: String? {
        let time = /(>=|<=|==|!=|>|<)\s*["']?(\d{1,2}):(\d{2})\b/
        let parts = text.matches(of: time).prefix(4).compactMap { found -> String? in
            guard let hour = Int(found.output.2), let minute = Int(found.output.3), hour < 25, minute < 60 else {
                return nil
            }
            let sign = found.output.1.hasPrefix("<") ? "<" : ">="
            if minute == 0 { return "\(hours) \(sign) \(hour)" }
            return "\(hours) * 60 + contact.started.getMinutes(\"\(zone)\") \(sign) \(hour * 60 + minute)"
        }
        guard !parts.isEmpty else { return nil }
        let isEither = text.contains("||") || text.lowercased().contains(" or ")
        return clock(parts.joined(separator: isEither ? " || " : " && "))
    }

    /// A word that speaks of the time of day, of a day or of now.
    func timeHelp(_ word: String) -> String? {
        let isOpen = ["working_hours", "office_hours", "business_hours", "opening_hours", "out_of_hours"]
        switch word {
        case "now", "time", "hour", "hours", "time_of_day", "timeOfDay", "getHours", "clock":
            if let help = clockHelp { return help }
            if word == "now", text.contains("contact.started") {
                return "write `contact.elapsed` for the time since the contact began, as in "
                    + "`contact.elapsed > duration(\"5m\")`"
            }
            return clock("\(hours) \((comparison ?? Comparison(">=", "18")).text)")
        case "night", "at_night", "nighttime", "night_time", "evening", "late", "is_night":
            let now = "(contact.started + contact.elapsed).getHours(\"\(zone)\")"
            return "what time it is now is asked with the hour: `\(now) >= 22 || \(now) < 6`"
        case "weekday", "day", "day_of_week", "dayOfWeek", "weekend", "is_weekend":
            return clock("contact.started.getDayOfWeek(\"\(zone)\") == 0") + "; 0 is Sunday"
        case "today", "date":
            let day = text.firstMatch(of: /\d{4}-\d{2}-\d{2}/).map { String($0.output) } ?? "2028-01-01"
            return clock("contact.started >= timestamp(\"\(day)T00:00:00Z\")")
        case _ where isOpen.contains(word):
            return clock("\(hours) >= 9 && \(hours) < 17") + "; holidays are not known to it"
        default: return nil
        }
    }

    private func clock(_ condition: String) -> String {
        "`\(condition)` asks when the contact began; with `(contact.started + contact.elapsed)` in place of `contact.started` it asks "
            + "what time it is now"
    }

    private var hours: String { "contact.started.getHours(\"\(zone)\")" }
    private var zone: String { names.timeZone ?? "Europe/London" }

    // MARK: Words

    /// `event.text` where the event carries what was said under another name, or not at all.
    func textHelp(_ word: String) -> String? {
        guard owner != "customer", owner != "agent", ["text", "words", "message", "content"].contains(word),
            !names.facts.contains(word)
        else { return nil }
        guard let field = spokenField else {
            return "what was said stands in the event `utterance`: a rule with `when: utterance` reads "
                + "`\(holds("event.text"))`"
        }
        return "what was said is `\(field)` here: `\(holds(field))`"
    }

    /// The field with the words of the event; nil where it has none.
    private var spokenField: String? {
        guard case .fields(let fields) = site.scope.event else { return nil }
        let name = ["quote", "text"].first { name in fields.contains { $0.name == name } }
        return name.map { "event.\($0)" }
    }

    /// A field that the event has; the one with the words where it is none.
    private func known(_ field: Substring) -> String {
        guard case .fields(let fields) = site.scope.event, !fields.contains(where: { "event.\($0.name)" == field })
        else { return String(field) }
        return spokenField ?? String(field)
    }

    /// `event.text matches "x"`, `event.text =~ "x"`: there are no patterns.
    var patternHelp: String? {
        guard let found = text.firstMatch(of: /(event\.[a-z_]+)\s*(?:matches|=~|like|LIKE|~)\s*["']/) else {
            return nil
        }
        return "there are no patterns; ask for a part of the text: `\(holds(known(found.output.1)))`"
    }

    /// `"x" in event.text`.
    var partHelp: String? {
        guard problem.help?.hasPrefix("to ask whether a text holds") == true,
            let found = text.firstMatch(of: /["']\s+in\s+(event\.[a-z_]+)/)
        else { return nil }
        return "write `\(holds(known(found.output.1)))`"
    }

    /// Functions on texts by the names that other languages have for them.
    func textCallHelp(_ function: String) -> String? {
        switch function {
        case "lower", "lowerCase", "toLower", "toLowerCase", "lowerAscii", "upper", "upperCase", "toUpperCase":
            return "letters are compared as they are written: ask for each form, as in "
                + "`event.text.contains(\"x\") || event.text.contains(\"X\")`"
        case "length", "len": return "write `size(\(owned ?? "event.text"))`"
        case "includes", "contain", "containsText", "indexOf", "search", "find", "test":
            return spokenField.map { "write `\(holds($0))`" }
        default: return nil
        }
    }

    /// The field of the event before the word and its dot.
    private var owned: String? {
        owner.flatMap { text.contains("event.\($0).") ? "event.\($0)" : nil }
    }

    /// Whether a text that may be missing holds what the condition has in quotation marks.
    private func holds(_ field: String) -> String {
        let part = text.firstMatch(of: /"([^"`]*)"/)?.output.1 ?? text.firstMatch(of: /'([^'`]*)'/)?.output.1 ?? "…"
        return "has(\(field)) && \(field).contains(\"\(part.count > 40 ? "…" : part)\")"
    }
}

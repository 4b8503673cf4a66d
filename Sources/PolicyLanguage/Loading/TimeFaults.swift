import SourceText

/// What is wrong with lengths of time, and with what stands in the place of one.
extension ScalarKind {
    func timeFault(_ text: String, _ key: String) -> Fault? {
        switch TermText(text) {
        case .calendar: return self == .reached ? unfit(text, key) : nil
        case .tooLong: return tooLong(text)
        case .elapsed(0) where self != .term(.deadline) && self != .reached:
            return Fault("out-of-range", "\(quoted(key)) must be longer than \(quoted(text))", "write a greater time")
        case .elapsed: return nil
        case .silent:
            if case .term(let use) = self, use != .length { return nil }
            return unfit(text, key)
        case .other: break
        }
        switch self {
        case .lasting: return text == "indefinite" ? nil : unfit(text, key)
        case .until:
            return Name.isEventType(text) && !MeantTime.isNoEvent(text) ? nil : unfit(text, key)
        case .reached: return wholeNumber(text) != nil || Name.isVariable(text) ? nil : unfit(text, key)
        default: return Name.isVariable(text) ? nil : unfit(text, key)
        }
    }

    /// What to type for something without an end.
    private var endless: String? {
        switch self {
        case .until: "leave it out: it lasts until something else ends it, such as a decision or a rule with `end:`"
        case .term(.window): "write `ever`"
        case .term(.deadline): "write `unstated`"
        default: nil
        }
    }

    func tooLong(_ text: String) -> Fault {
        Fault("out-of-range", "\(quoted(text)) is longer than 36500 days", "write a shorter time")
    }

    /// The finding for a time that cannot be read; also for a word that turns out to be no setting.
    func unfit(_ text: String, _ key: String) -> Fault {
        var meant = MeantTime.help(day: text) ?? MeantTime.help(text)
        if text.hasPrefix("settings.") || text.hasPrefix("setting.") {
            meant = "a setting stands by its name: write `\(key): \(text.drop { $0 != "." }.dropFirst())`"
        }
        if case .calendar(let words) = TermText(text) { meant = MeantTime.help(instead: words) }
        let message = "\(quoted(key)) cannot be \(quoted(text))"
        if MeantTime.isEndless(text), let help = endless { return Fault("not-a-time", message, help) }
        if case .term(.window) = self, ["call", "contact", "conversation", "chat"].contains(text) {
            return Fault(
                "not-a-time", message, "write `in_last: ever` with `per: contact`: the contact's own count ends with it"
            )
        }
        switch self {
        case .until:
            return Fault("not-a-time", message, meant ?? "name an event such as `contact.ended`, or \(TermText.forms)")
        case .reached:
            return Fault(
                "not-a-time", message,
                meant ?? "write a number such as `3` for a count, elapsed time such as `15m` for a clock, or a setting")
        case .lasting: return Fault("not-a-time", message, meant ?? "write `indefinite`, or \(TermText.forms)")
        case .term(.deadline) where MeantTime.isAtOnce(text):
            return Fault("not-a-time", message, "\(meant ?? TermText.forms), or `unstated` if the source gives none")
        case .term(.deadline): return Fault("not-a-time", message, meant ?? "\(TermText.forms), or `unstated`")
        case .term(.window): return Fault("not-a-time", message, meant ?? "\(TermText.forms), or `ever`")
        default: return Fault("not-a-time", message, meant ?? TermText.forms)
        }
    }
}

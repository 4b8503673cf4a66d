import SourceText

extension ScalarKind {
    /// What is wrong with a value that is not empty, as far as it can be told without the rest of the policy.
    func fault(in text: String, key: String) -> Fault? {
        switch self {
        case .id, .action, .variable, .eventType: nameFault(text, key)
        case .text, .condition: nil
        case .word: text.contains { $0.isNewline } ? oneLine(key) : nil
        case .setting: settingFault(text)
        case .flag: flagFault(text, key)
        case .number(let range): numberFault(text, key, range)
        case .version: versionFault(text)
        case .date: CivilDate(text) == nil ? dateFault(text) : nil
        case .timeZone: isZone(text) ? nil : zoneFault(text)
        case .language: isLanguage(text) ? nil : languageFault(text)
        case .hours: hoursFault(text)
        case .reference, .removal: referenceFault(text, key)
        case .term, .until, .reached, .lasting: timeFault(text, key)
        case .trigger: triggerFault(text)
        case .choice(let words): choiceFault(text, key, words)
        }
    }

    private func oneLine(_ key: String) -> Fault {
        Fault("bad-value", "\(quoted(key)) stands on one line", "take the line breaks out")
    }

    // MARK: Names

    private func nameFault(_ text: String, _ key: String = "") -> Fault? {
        if key == "by", CivilDate(text) != nil || MeasureExample.time(text) != nil {
            return Fault(
                "bad-name", "\(quoted(text)) is not a name",
                "`by` names who does it; a deadline is `within: \(MeasureExample.time(text) ?? "7d")`, counted from the event"
            )
        }
        if key == "extends", let name = PolicyFamily.name(ofFile: text) {
            return Fault("bad-name", "\(quoted(text)) is not a name", "write the policy's name: `extends: \(name)`")
        }
        if text.utf8.count > PolicyLimits.nameLength {
            return Fault(
                "bad-name", "\(quoted(text)) is too long for a name", "use at most \(PolicyLimits.nameLength) letters")
        }
        switch self {
        case .variable:
            if Name.isVariable(text) { return nil }
            return Fault(
                "bad-name", "\(quoted(text)) cannot be a name that conditions read", Name.help(text, hyphens: false))
        case .eventType:
            if Name.isEventType(text) { return nil }
            return Fault(
                "bad-name", "\(quoted(text)) is not the name of an event type",
                "write names with dots between them, such as `survey.answered`")
        default:
            return Name.isID(text)
                ? nil : Fault("bad-name", "\(quoted(text)) is not a name", Name.help(text, hyphens: true))
        }
    }

    private func triggerFault(_ text: String) -> Fault? {
        if Name.isEventType(text), text.utf8.count <= 2 * PolicyLimits.nameLength { return nil }
        return Fault(
            "bad-name", "\(quoted(text)) is not an event",
            "name an event type such as `contact.ended`, or conduct such as `conduct.threat`")
    }

    private func referenceFault(_ text: String, _ key: String) -> Fault? {
        let blocks = self == .reference ? ["rules", "ladders", "statuses"] : Draft.Part.allCases.map(\.rawValue)
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else {
            return Fault(
                "bad-name", "\(quoted(key)) wants a block and a name, not \(quoted(text))",
                "write it like `rules.long-call`")
        }
        if blocks.contains(parts[0]) { return nil }
        return Fault(
            "unknown-word", "\(quoted(key)) cannot name an entry of \(quoted(parts[0]))",
            suggestion(for: parts[0], in: blocks, called: "blocks"))
    }

    // MARK: Words and numbers

    private func flagFault(_ text: String, _ key: String) -> Fault? {
        if text == "true" || text == "false" { return nil }
        let meant: String? =
            switch text.lowercased() {
            case "yes", "on", "y", "true", "t": "true"
            case "no", "off", "n", "false", "f": "false"
            default: nil
            }
        return Fault(
            "bad-value", "\(quoted(key)) is `true` or `false`, not \(quoted(text))",
            meant.map { "did you mean \(quoted($0))?" } ?? "write `true` or `false`")
    }

    private func numberFault(_ text: String, _ key: String, _ range: ClosedRange<Int64>) -> Fault? {
        guard let number = wholeNumber(text) else {
            return Fault(
                "bad-value", "\(quoted(key)) wants a whole number, not \(quoted(text))",
                "write a number from \(range.lowerBound) to \(range.upperBound)")
        }
        if range.contains(number) { return nil }
        return Fault(
            "out-of-range", "\(quoted(text)) is out of range for \(quoted(key))",
            "write a number from \(range.lowerBound) to \(range.upperBound)")
    }

    private func choiceFault(_ text: String, _ key: String, _ words: [String]) -> Fault? {
        if words.contains(text) { return nil }
        let days = ["day": "1d", "week": "7d", "month": "30d", "year": "365d", "hour": "1h"]
        if key == "per", let time = days[text] {
            return Fault(
                "unknown-word", "\(quoted(key)) cannot be \(quoted(text))",
                "`per` is whose count it is, such as `per: customer`; a stretch of time is `in_last: \(time)`")
        }
        if key == "per" {
            return Fault("unknown-word", "\(quoted(key)) cannot be \(quoted(text))", Home.help([text], of: words))
        }
        let isChoice = ["enum", "choice", "one of"].contains(text) || text.contains(" or ") || text.contains("|")
        if words.contains("text"), isChoice {
            return Fault(
                "unknown-word", "\(quoted(key)) cannot be \(quoted(text))",
                "write `\(key): text`: which words it may be is not listed; say it in a comment, `# …`")
        }
        return Fault(
            "unknown-word", "\(quoted(key)) cannot be \(quoted(text))",
            suggestion(for: text, in: words, called: words.count == 1 ? "it can be" : "one of"))
    }

    private func settingFault(_ text: String) -> Fault? {
        if TermText.elapsed(text) == .tooLong { return tooLong(text) }
        guard let first = text.utf8.first, text.utf8.count > 18, wholeNumber(text) == nil else { return nil }
        let isNumber = text.utf8.dropFirst(first == UInt8(ascii: "-") ? 1 : 0).allSatisfy { (48...57).contains($0) }
        return isNumber ? Fault("out-of-range", "the number \(quoted(text)) is too great", "use fewer digits") : nil
    }

    private func versionFault(_ text: String) -> Fault? {
        if text == "1" { return nil }
        return Fault(
            "language-version", "version \(quoted(text)) of the language is not known", "write `holdline: 1`")
    }
}

/// A whole number in digits, with `-` where it is negative; nil for anything else and beyond 64 bits.
func wholeNumber(_ text: String) -> Int64? {
    text.hasPrefix("+") ? nil : Int64(text)
}

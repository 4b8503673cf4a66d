import SourceText
import YAMLTree

extension PolicyReader {
    /// A length of time, with the value of a setting in place of its name.
    mutating func term(_ node: YAMLNode?, _ key: String, _ use: TermUse) -> Located<Term>? {
        guard let word = node?.located else { return nil }
        switch TermText(word.value) {
        case .elapsed(let milliseconds): return Located(.elapsed(milliseconds), word.span)
        case .calendar(let words):
            leaveCalendar(words, word.span)
            return Located(.calendar(words), word.span)
        case .silent: return use == .length ? nil : Located(.unstated, word.span)
        case .tooLong: return nil
        case .other: break
        }
        guard Name.isVariable(word.value) else { return nil }
        guard let value = settings[word.value] else {
            let kind = ScalarKind.term(use)
            unknownSetting(word, kind.unfit(word.value, key))
            return nil
        }
        guard case .duration(let milliseconds) = value else {
            findings.note(
                "wrong-type", word.span, "the setting \(quoted(word.value)) is \(value.noun), not a length of time",
                "give it a value such as `15m`, or name another setting")
            return nil
        }
        guard milliseconds > 0 || use == .deadline else {
            findings.note(
                "out-of-range", word.span, "\(quoted(key)) must be longer than 0, which \(quoted(word.value)) is",
                "give the setting a greater value")
            return nil
        }
        return Located(.elapsed(milliseconds), word.span)
    }

    /// What ends something before its home does.
    mutating func until(_ node: YAMLNode?) -> Located<Until>? {
        guard let node else { return nil }
        guard let word = node.located else {
            return triggers(node).first.map { Located(.event($0), $0.span) }
        }
        switch TermText(word.value) {
        case .elapsed(let milliseconds): return Located(.elapsed(milliseconds), word.span)
        case .calendar(let words):
            leaveCalendar(words, word.span)
            return Located(.calendar(words), word.span)
        case .other where MeantTime.isNoEvent(word.value): return nil
        case .other: return triggers(node).first.map { Located(.event($0), word.span) }
        case .silent, .tooLong: return nil
        }
    }

    private mutating func leaveCalendar(_ words: String, _ span: SourceSpan) {
        notBuilt.append(
            NotBuilt(
                what: "the calendar time \(quoted(words))", span: span, owner: owner,
                instead: MeantTime.help(instead: words) ?? TermText.forms))
    }

    // MARK: What a measure reaches

    /// A number for a count, milliseconds for a clock.
    mutating func reached(_ node: YAMLNode?, of measure: Located<String>) -> Located<Int64>? {
        guard let word = node?.located, let value = value(word) else { return nil }
        guard let kind = measureKinds[measure.value] else {
            // An unknown measure is told where names are; its trigger stays, for the name's sake.
            return Located(1, word.span)
        }
        switch (kind, value) {
        case (.count, .int(let number)), (.elapsed, .duration(let number)):
            if number > 0 { return Located(number, word.span) }
            findings.note("out-of-range", word.span, "`reaches` must be greater than 0", "write a greater value")
        case (.count, _):
            findings.note(
                "wrong-type", word.span,
                "\(quoted(measure.value)) counts events: it reaches a number, not \(value.noun)",
                "for example `reaches: 3`")
        case (.elapsed, _):
            let help = lengthHelp(word, value)
            findings.note(
                "wrong-type", word.span,
                "\(quoted(measure.value)) is a clock: it reaches a length of time, not \(value.noun)",
                help)
        }
        return nil
    }

    /// A time in place of a number: with its unit, in the setting where it stands there.
    private func lengthHelp(_ word: Located<String>, _ value: SettingValue) -> String {
        guard settings[word.value] != nil else { return "did you mean `reaches: \(word.value)m`?" }
        let time: String? =
            switch value {
            case .int(let number): "\(number)m"
            case .text(let text): MeasureExample.time(text)
            default: nil
            }
        return "give the setting a length of time: `settings: {\(word.value): \(time ?? "15m")}`"
    }

    private mutating func value(_ word: Located<String>) -> SettingValue? {
        if let number = wholeNumber(word.value) { return .int(number) }
        if case .elapsed(let milliseconds) = TermText(word.value) { return .duration(milliseconds) }
        guard Name.isVariable(word.value), TermText(word.value) == .other else { return nil }
        if let setting = settings[word.value] { return setting }
        unknownSetting(word, ScalarKind.reached.unfit(word.value, "reaches"))
        return nil
    }

    private mutating func unknownSetting(_ word: Located<String>, _ fault: Fault) {
        // One whose value has a wrong form was told of where it stands.
        if draft[.settings].contains(where: { $0.key.value == word.value }) { return }
        let near = nearest(word.value, in: Array(settings.keys)).map { "did you mean the setting \(quoted($0))?" }
        findings.note(
            "unknown-name", word.span, "\(quoted(word.value)) is neither a length of time nor a setting",
            near ?? fault.help)
    }
}

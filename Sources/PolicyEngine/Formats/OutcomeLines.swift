import PolicyLanguage

extension Outcome {
    /// What a person reads of the outcome: the cells of each line, in the order of the JSON.
    var lines: [[String]] {
        var lines: [[String]] = []
        if late { lines.append(["late", "the event came after its lane had moved on"]) }
        lines += issued.map { $0.cells(at: time) }
        lines += closed.map { [Shown.word($0.state.rawValue), Shown.word($0.action), Shown.word($0.norm)] }
        lines += paused.map(\.cells)
        lines += resumed.map { ["resumed", Shown.word($0.action), Shown.word($0.norm)] }
        lines += verdicts.map(\.cells)
        lines += changes.map(\.cells)
        lines += coached.map { ["coached", Shown.quoted($0.phrase), Shown.word($0.language)] }
        for conflict in conflicts {
            let norms = "\(Shown.word(conflict.duty)) against \(Shown.word(conflict.prohibition))"
            lines.append(["conflict", Shown.word(conflict.action), norms])
        }
        for fault in faults {
            lines.append(["fault", Shown.word(fault.rule), "\(Shown.word(fault.message)) [\(Shown.word(fault.code))]"])
        }
        return lines
    }
}

extension Outcome.Issued {
    fileprivate func cells(at time: Int64) -> [String] {
        var cells = [Shown.term(modality.rawValue), Shown.word(action)]
        if !by.isEmpty { cells.append(by.map(Shown.word).joined(separator: ", ")) }
        if let due { cells.append("by \(Shown.moment(due, after: time))") }
        if let until { cells.append("until \(Shown.moment(until, after: time))") }
        for argument in arguments {
            switch argument.value {
            case .text(let text): cells.append("\(argument.name) \(Shown.word(text))")
            case .number(let number): cells.append("\(argument.name) \(number)")
            case .list(let texts): cells.append("\(argument.name) \(texts.map(Shown.word).joined(separator: ", "))")
            }
        }
        if let script { cells.append(Shown.quoted(script.text)) }
        cells.append("(\(Shown.word(rule)))")
        return cells
    }
}

extension Outcome.Paused {
    fileprivate var cells: [String] {
        let cause = prohibition.map { "ruled out by \(Shown.word($0))" } ?? "its condition does not hold"
        return ["paused", Shown.word(action), Shown.word(norm), cause]
    }
}

extension Outcome.Verdict {
    fileprivate var cells: [String] {
        var cells = [Shown.term(verdict.rawValue), Shown.word(action)]
        if let norm { cells.append(Shown.word(norm)) }
        if let rule { cells.append("(\(Shown.word(rule)))") }
        return cells
    }
}

extension Outcome.Change {
    fileprivate var cells: [String] {
        switch self {
        case .ladder(let name, let from, let to): ["ladder", Shown.word(name), "\(from) to \(to)"]
        case .status(let name, _, let to): ["status", Shown.word(name), to.rawValue]
        }
    }
}

/// Parts of outcomes as a person reads them.
enum Shown {
    /// The longest piece of a script, in characters.
    private static let quoteLength = 60

    /// A word of the language: `must not`.
    static func term(_ name: String) -> String {
        String(name.map { $0 == "_" ? " " : $0 })
    }

    /// Text in which nothing steers a terminal: white space becomes a space, other such characters U+FFFD.
    static func word(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control where scalar.properties.isWhitespace: shown.append(" ")
            case .lineSeparator, .paragraphSeparator: shown.append(" ")
            case .control: shown.append("\u{FFFD}")
            // Joiners belong to words and pictures; the others turn the direction of the text after them.
            case .format where scalar.value != 0x200C && scalar.value != 0x200D: shown.append("\u{FFFD}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// The beginning of a text, on one line, in quotation marks.
    static func quoted(_ text: String) -> String {
        let words = word(text).split(separator: " ").joined(separator: " ")
        return words.count <= quoteLength ? "\"\(words)\"" : "\"\(words.prefix(quoteLength - 1))…\""
    }

    /// `10:00:40`.
    static func timeOfDay(_ milliseconds: Int64) -> String {
        var bytes: [UInt8] = []
        TimeText.appendTimeOfDay(ClockTime(milliseconds), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `2026-11-21`.
    static func day(_ milliseconds: Int64) -> String {
        var bytes: [UInt8] = []
        TimeText.appendDate(ClockTime(milliseconds), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The time of day, after its date where that is another one.
    static func moment(_ milliseconds: Int64, after other: Int64) -> String {
        let day = day(milliseconds)
        return day == Self.day(other) ? timeOfDay(milliseconds) : "\(day) \(timeOfDay(milliseconds))"
    }
}

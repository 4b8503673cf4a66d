import PolicyLanguage
import SourceText

/// Parts of a policy in a few words.
enum FactText {
    /// The longest condition that is shown, in characters.
    private static let conditionLength = 150

    /// `90000` is `1m30s`.
    static func duration(_ milliseconds: Int64) -> String {
        var rest = milliseconds
        var text = ""
        for (unit, length) in [("d", Int64(86_400_000)), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)] {
            // Days only where nothing is left over: `36h` is clearer than `1d12h`.
            if rest < length || (unit == "d" && rest % length != 0) { continue }
            text += "\(rest / length)\(unit)"
            rest %= length
        }
        return text.isEmpty ? "0s" : text
    }

    static func term(_ term: Term) -> String {
        switch term {
        case .elapsed(let milliseconds): duration(milliseconds)
        case .calendar(let words): words
        case .unstated: "a time that the source leaves open"
        }
    }

    static func until(_ until: Until) -> String {
        switch until {
        case .elapsed(let milliseconds): "for \(duration(milliseconds))"
        case .calendar(let words): "for \(words)"
        case .event(let trigger): "until \(self.trigger(trigger))"
        }
    }

    static func trigger(_ trigger: Trigger) -> String {
        switch trigger.kind {
        case .event(let type): type.value
        case .conduct(let name): "conduct.\(name.value)"
        case .measure(let name, let value): "\(name.value) reaches \(value.value)"
        case .status(let name, let phase): "\(name.value) becomes \(phase.rawValue)"
        case .ladder(let name, let step): "\(name.value) reaches step \(step.value)"
        case .duty(let action, let state): "a duty to \(action.value) is \(state.rawValue)"
        }
    }

    /// A condition on one line, cut where it is very long.
    static func condition(_ condition: Condition) -> String {
        let words = plain(condition.text.value).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count <= conditionLength ? words : words.prefix(conditionLength - 1) + "…"
    }

    static func guards(_ guards: Guard, _ only: String = "only if", _ not: String = "not if") -> [String] {
        var facts: [String] = []
        if let condition = guards.condition { facts.append("\(only) \(self.condition(condition))") }
        if let exception = guards.exception { facts.append("\(not) \(self.condition(exception))") }
        return facts
    }

    static func names(_ names: [Located<String>]) -> String { names.map { plain($0.value) }.joined(separator: ", ") }

    /// Text on one line in which nothing turns the direction of what follows.
    static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: plain.append(" ")
            // Joiners belong to words and pictures.
            case .format where scalar.value != 0x200C && scalar.value != 0x200D: break
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// `count of contact.ended per customer in the last 365d`.
    static func measure(_ measure: Measure) -> String {
        let events = measure.of.map(trigger).joined(separator: " or ")
        var text = measure.kind == .count ? "counts \(events)" : "time since \(events)"
        text += ", per \(measure.per.rawValue)"
        switch measure.inLast?.value {
        case .elapsed(let milliseconds)?: text += ", in the last \(duration(milliseconds))"
        case .calendar(let words)?: text += ", in the last \(words)"
        case .unstated?: text += ", ever"
        case nil: break
        }
        let more = guards(measure.guard) + (measure.runsWhile.map { ["runs while \(condition($0))"] } ?? [])
        return ([text] + more).joined(separator: "; ")
    }
}

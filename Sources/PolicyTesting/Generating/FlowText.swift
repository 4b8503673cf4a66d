import CEL
import PolicyEngine

/// Values as a test file writes them on one line.
enum FlowText {
    /// A word as it is where YAML reads it as that word, else in quotation marks.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.first.map { isLetter($0) || isDigit($0) } ?? false
            && text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || " _-./".unicodeScalars.contains($0) }
            && text.unicodeScalars.last != " " && !reserved.contains(text.lowercased())
        if isPlain { return text }
        let isPrintable = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        if isPrintable { return "'\(text.replacing("'", with: "''"))'" }
        return "\"\(text.unicodeScalars.map(escaped).joined())\""
    }

    /// A line of text on a line of its own, where commas and brackets are no trouble.
    static func line(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.first.map { isLetter($0) || isDigit($0) } ?? false
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            && !text.contains(": ") && !text.contains(" #") && !text.hasSuffix(":") && !text.hasSuffix(" ")
            && !reserved.contains(text.lowercased())
        return isPlain ? text : scalar(text)
    }

    private static let reserved = ["true", "false", "null", "yes", "no", "on", "off"]

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": return "\\\(scalar)"
        case "\n": return "\\n"
        default:
            if scalar.value >= 0x20, scalar.value != 0x7F { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }

    static func value(_ value: CELValue) -> String {
        switch value {
        case .bool(let truth): "\(truth)"
        case .int(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): isNumber(text) ? "'\(text)'" : scalar(text)
        case .duration(let length): moment(length.milliseconds)
        case .timestamp(let time): TimeText.format(time.milliseconds)
        case .list(let elements):
            elements.count == 1 ? self.value(elements[0]) : "[\(elements.map(self.value).joined(separator: ", "))]"
        case .map(let map):
            "{\(map.entries.map { "\(scalar($0.key.string ?? "")): \(self.value($0.value))" }.joined(separator: ", "))}"
        default: "''"
        }
    }

    private static func isNumber(_ text: String) -> Bool { isJSONNumber(text) }

    /// A length of time as an author would write it: `70s`, `100s1ms`, `15m10s`, `3d`.
    static func moment(_ milliseconds: Int64) -> String {
        if milliseconds < 0 { return TestTime.text(milliseconds) }
        let rest = milliseconds % 1_000
        var text = ""
        var seconds = milliseconds / 1_000
        if seconds >= 600 || seconds % 60 == 0 {
            for (unit, length) in [("d", Int64(86_400)), ("h", 3_600), ("m", 60)] where seconds >= length {
                text += "\(seconds / length)\(unit)"
                seconds %= length
            }
        }
        if seconds > 0 { text += "\(seconds)s" }
        if rest > 0 { text += "\(rest)ms" }
        return text.isEmpty ? "0s" : text
    }

    static func list(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }
    static func map(_ entries: [(String, String)]) -> String {
        "{\(entries.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}"
    }
}

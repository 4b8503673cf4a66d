import PolicyEngine
import SourceText
import YAMLTree

/// Single values, lists and maps, told where they are not what their place asks for.
extension TestReader {
    mutating func map(_ node: YAMLNode, _ owner: String, example: String) -> [YAMLEntry]? {
        if let entries = node.entries { return entries }
        note("wrong-shape", node.span, "\(owner) wants a map, not \(node.noun)", "for example `\(example)`")
        return nil
    }

    /// One word or line of text.
    mutating func word(_ node: YAMLNode, _ key: String, example: String) -> Located<String>? {
        guard let scalar = node.scalar else {
            note(
                "wrong-shape", node.span, "\(quoted(key)) wants one value, not \(node.noun)",
                "for example `\(key): \(example)`")
            return nil
        }
        if scalar.text.isEmpty {
            note("empty-value", node.span, "\(quoted(key)) is empty", "for example `\(key): \(example)`")
            return nil
        }
        return Located(scalar.text, scalar.span)
    }

    /// One word or a list of words.
    mutating func words(_ node: YAMLNode, _ key: String, example: String) -> [Located<String>] {
        guard let items = node.items else { return word(node, key, example: example).map { [$0] } ?? [] }
        return items.compactMap { word($0, key, example: example) }
    }

    mutating func number(_ node: YAMLNode, _ key: String) -> Int64? {
        guard let text = word(node, key, example: "1") else { return nil }
        if let number = wholeNumber(text.value) { return number }
        note(
            "bad-value", text.span, "\(quoted(key)) wants a whole number, not \(quoted(text.value))",
            "for example `\(key): 1`")
        return nil
    }

    /// Digits only, so never negative.
    func wholeNumber(_ text: String) -> Int64? {
        text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? Int64(text) : nil
    }

    /// True: the only value that such a key can have.
    mutating func isTrue(_ node: YAMLNode, _ key: String) -> Bool {
        guard let text = word(node, key, example: "true") else { return false }
        if text.value == "true" { return true }
        note(
            "bad-value", text.span, "\(quoted(key)) can only be `true`, not \(quoted(text.value))",
            "leave \(quoted(key)) out if it is not expected")
        return false
    }

    /// One of some words, `none` among them where `orNone`; nil for what is none of them.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ text: Located<String>, _ key: String, as type: Choice.Type, orNone: Bool = true
    ) -> Choice?? where Choice.RawValue == String {
        if let choice = Choice(rawValue: text.value) { return .some(choice) }
        if orNone, text.value == "none" { return .some(nil) }
        let known = Choice.allCases.map(\.rawValue) + (orNone ? ["none"] : [])
        note(
            "unknown-word", text.span, "\(quoted(key)) cannot be \(quoted(text.value))",
            suggestion(for: text.value, in: known, called: "one of"))
        return nil
    }

    /// A moment: a duration from the test's start, or a date and time. Milliseconds since 1970.
    mutating func moment(_ text: Located<String>, _ key: String) -> Int64? {
        if TestTime.looksLikeDate(text.value) {
            guard let moment = date(text) else { return nil }
            usesDates = true
            return moment
        }
        if let duration = TestTime.duration(text.value) { return start + duration }
        let meant = wholeNumber(text.value).map { "did you mean `\($0)s`?" }
        note(
            "not-a-time", text.span, "\(quoted(key)) cannot be \(quoted(text.value))",
            meant
                ?? "write a duration from the test's start such as `70s`, `1h5m` or `500ms`, or a date and time with "
                + "its offset such as `2026-11-21T10:00:00+01:00`")
        return nil
    }

    mutating func date(_ text: Located<String>) -> Int64? {
        guard let moment = TimeText.parse(text.value) else {
            note(
                "not-a-time", text.span, "\(quoted(text.value)) is no date and time",
                "write it with its offset, such as `2026-11-21T10:00:00+01:00` or `2026-11-21T09:00:00Z`")
            return nil
        }
        return moment
    }
}

extension YAMLNode {
    /// What the node is, for a message.
    var noun: String {
        switch content {
        case .scalar: isEmptyPlain ? "nothing" : "one value"
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }
}

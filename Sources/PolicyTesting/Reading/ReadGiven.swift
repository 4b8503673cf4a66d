import SourceText
import YAMLTree

/// `given:`, what holds before the first step.
extension TestReader {
    private static let givenKeys = [
        "channel", "language", "customer", "agent", "contact", "facts", "statuses", "counts",
    ]

    mutating func given(_ node: YAMLNode) -> Given {
        var given = Given()
        guard let entries = map(node, "`given`", example: "given: {channel: phone, customer: cu-1}") else {
            return given
        }
        checkKeys(entries, Self.givenKeys, in: "`given`")
        given.contact = entries["contact"].flatMap { word($0, "contact", example: "c-1") }
        given.customer = entries["customer"].flatMap { word($0, "customer", example: "cu-1") }
        given.agent = entries["agent"].flatMap { word($0, "agent", example: "a-1") }
        given.channel = entries["channel"].flatMap { word($0, "channel", example: "phone") }
        given.language = entries["language"].flatMap { word($0, "language", example: "en") }
        if let facts = entries["facts"] {
            given.facts = map(facts, "`facts`", example: "facts: {stalemate: true}") ?? []
        }
        if let statuses = entries["statuses"] { given.statuses = words(statuses, "statuses", example: "[protected]") }
        if let counts = entries["counts"] {
            for entry in map(counts, "`counts`", example: "counts: {abuse_endings: 2}") ?? [] {
                guard let number = number(entry.value, entry.key.value) else { continue }
                if number > 99_999 {
                    note(
                        "out-of-range", entry.value.span, "\(quoted(entry.key.value)) is at most 99999 in a test",
                        "write a smaller number")
                } else {
                    given.counts.append((entry.key, number))
                }
            }
        }
        return given
    }
}

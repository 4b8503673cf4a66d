import PolicyLanguage

extension Program {
    /// Whether anything reads a field of an event's data: the interpreter itself, or some condition of the policy.
    func reads(_ field: String, of type: BuiltInEvent?) -> Bool {
        if fieldsRead.contains(field) { return true }
        switch (type, field) {
        case (nil, _): return false
        case (.utterance?, "speaker"), (.utterance?, "text"): return !coach.isEmpty
        default: return !Self.unread.contains(field)
        }
    }

    /// Fields that are for people alone: whatever they say, the interpreter does the same.
    private static let unread: Set<String> = [
        "confidence", "directed_at", "matter", "number", "quote", "severity", "source", "text",
    ]
}

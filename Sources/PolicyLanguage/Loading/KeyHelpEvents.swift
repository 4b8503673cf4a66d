import SourceText
import YAMLTree

/// Fields of an event that stand as keys beside it: `when: conduct.threat, severity: 3`.
extension KeyHelp {
    /// The condition that asks for the field; nil where the events have no such field.
    func ofEvent(_ key: String, _ entry: YAMLEntry) -> String? {
        let values = entry.value.texts.map(\.value)
        guard let value = values.first else { return nil }
        let isText = ["contains", "says", "includes", "matches"].contains(key)
        let name = isText ? "text" : key
        let fields = triggers.compactMap(KeyHelp.fields).first { $0.contains { $0.name == name } }
        guard let field = fields?.first(where: { $0.name == name }) else { return nil }
        let full = "event.\(field.name)"
        let part: String
        if isText {
            part = "\(full).contains(\"\(value)\")"
        } else if case .list = field.type {
            part = "\"\(value)\" in \(full)"
        } else if values.count > 1 {
            part = "\(full) in [\(values.map { "\"\($0)\"" }.joined(separator: ", "))]"
        } else if wholeNumber(value) != nil {
            part = "\(full) >= \(value)"
        } else {
            part = "\(full) == \"\(value)\""
        }
        let guarded = field.presence == .optional ? "has(\(full)) && " : ""
        let condition = "\(guarded)\(part)"
        guard condition.utf8.count < 100, !condition.contains(where: { "'`\n".contains($0) }) else { return nil }
        return "what else must hold of the event is asked beside it: `if: '\(condition)'`"
    }

    /// The events that the block waits for or counts.
    private var triggers: [String] {
        ["when", "count", "elapsed"].flatMap { name in
            entries.first { $0.key.value == name }?.value.texts.map(\.value) ?? []
        }
    }

    private static func fields(of trigger: String) -> [EventField]? {
        let type = trigger.hasPrefix("conduct.") ? BuiltInEvent.conductObserved : BuiltInEvent(rawValue: trigger)
        return type?.fields
    }
}

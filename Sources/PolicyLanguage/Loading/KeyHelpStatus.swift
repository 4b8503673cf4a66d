import SourceText
import YAMLTree

/// Keys of a status that say when it begins and ends, in words the language does not have.
extension KeyHelp {
    func ofStatus(_ key: String, _ entry: YAMLEntry) -> String? {
        if let time = entry.value.scalar.flatMap({ MeasureExample.time($0.text) }), KeyHelp.lengths.contains(key) {
            return "write `until: \(time)`"
        }
        guard KeyHelp.beginnings.contains(key), let event = beginning(entry.value) else { return nil }
        let status = owner ?? "protected"
        let rule = "a rule begins it: `rules: {\(status)_begins: {when: \(event), begin: \(status)}}`"
        guard key == "when" else { return rule }
        return rule + "; for what holds while it is active, `when` stands below `while_active`"
    }

    /// The event by which it is to begin: a name, or the `when` of a map.
    private func beginning(_ node: YAMLNode) -> String? {
        if let first = node.entries?.first?.key.value, ["measure", "status", "ladder", "duty"].contains(first) {
            return
                "{\((node.entries ?? []).map { "\($0.key.value): \($0.value.scalar?.text ?? "…")" }.joined(separator: ", "))}"
        }
        let word = node.scalar?.text ?? node["when"]?.scalar?.text
        guard let word, Name.isEventType(word) else { return nil }
        let isKnown = names.map { $0.events.contains(word) || word.hasPrefix("conduct.") } ?? true
        if isKnown { return word }
        return names?.observable.contains(word) == true ? "conduct.\(word)" : nil
    }

    private static let lengths: Set = [
        "for", "expires", "expires_after", "expires_in", "expiry", "valid_for", "valid", "valid_until", "ends_after",
        "ends_in", "ends", "lasts_for", "duration", "stays", "active_for", "period", "time", "after", "within",
        "holds_for", "kept_for", "remains",
    ]
    private static let beginnings: Set = [
        "when", "begin", "begins", "begins_when", "begins_with", "begins_on", "starts", "start", "starts_when",
        "starts_on", "on", "trigger", "triggered_by", "set_when", "active_when", "imposed_when",
    ]
}

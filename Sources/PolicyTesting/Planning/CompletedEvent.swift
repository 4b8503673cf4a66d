import CEL
import PolicyLanguage
import YAMLTree

/// An event of a test with the data that it lacks, as its author could write it.
struct CompletedEvent {
    private let policy: Policy
    private let type: String
    private let written: [(name: String, value: YAMLNode)]
    private let known: [VocabularyField]

    /// `written` is the data that the author gave it.
    init(_ type: String, _ written: [(name: String, value: YAMLNode)], _ policy: Policy) {
        self.policy = policy
        self.type = type
        self.written = written
        known = VocabularyField.all(of: type, policy)
    }

    /// "`contact.ended: {by: agent, reason: abuse}` (`reason` is one of `completed`, `abuse`, …)".
    var text: String {
        let entries = known.compactMap { field -> (String, String)? in
            if let value = written.first(where: { $0.name == field.name })?.value {
                return (field.name, Self.shown(value))
            }
            return isLacking(field) ? (field.name, FlowText.value(filler(field))) : nil
        }
        let choices = known.filter(isLacking).compactMap { field -> String? in
            let allowed = words(field)
            return allowed.count < 2 ? nil : "\(quoted(field.name)) is one of \(listed(allowed))"
        }
        return "`\(type): \(FlowText.map(entries))`" + (choices.isEmpty ? "" : " (\(choices.joined(separator: "; ")))")
    }

    private func text(_ name: String) -> String? { written.first { $0.name == name }?.value.scalar?.text }

    private func isLacking(_ field: VocabularyField) -> Bool {
        if written.contains(where: { $0.name == field.name }) { return false }
        // Only what the customer ended needs no reason.
        let isReason = type == BuiltInEvent.contactEnded.rawValue && field.name == "reason"
        return field.isRequired || (isReason && text("by") != "customer")
    }

    private func filler(_ field: VocabularyField) -> CELValue {
        policy.filler(field, of: type, fact: text("name") ?? policy.facts.first?.name.value)
    }

    /// The words that a field may have, where they are few.
    private func words(_ field: VocabularyField) -> [String] {
        switch (BuiltInEvent(rawValue: type), field.name) {
        case (.conductObserved?, "conduct"): policy.conduct.map(\.name.value)
        case (.factRecorded?, "name"): policy.facts.map(\.name.value)
        case (.factRecorded?, "value"): filler(field).bool == nil ? [] : ["true", "false"]
        case (_?, "status"): policy.statuses.map(\.name.value)
        default: field.choices
        }
    }

    /// What the author wrote, as far as it is short.
    private static func shown(_ node: YAMLNode) -> String {
        guard let scalar = node.scalar else {
            return node.items.map { FlowText.list($0.map(shown)) } ?? "{…}"
        }
        if scalar.text.count > 40 { return "…" }
        return scalar.style == .plain && !scalar.text.contains("`") ? scalar.text : FlowText.scalar(scalar.text)
    }
}

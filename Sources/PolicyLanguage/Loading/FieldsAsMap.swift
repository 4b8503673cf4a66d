import SourceText
import YAMLTree

extension ShapeCheck {
    /// Notes `fields` with values, as statuses and events have them, at an action or an act; whether it was that.
    mutating func noteFieldsAsMap(_ node: YAMLNode, _ place: Place) -> Bool {
        guard place.key == "fields", place.part == .value, let entries = node.entries, let first = entries.first else {
            return false
        }
        let names = entries.map(\.key.value).joined(separator: ", ")
        let entry = entries.first { isValue($0.value) } ?? first
        let value = entry.value.scalar.map(\.text).flatMap { isShown($0) && isValue(entry.value) ? $0 : nil } ?? "…"
        let field = "event.fields.\(entry.key.value)"
        let deed = root.flatMap { ShapeCheck.owner(of: node, in: $0) }.map { "event.action == \"\($0)\" && " } ?? ""
        findings.note(
            "wrong-shape", node.headSpan, "`fields` is a list of names here: what a deed has to carry, not what it is",
            "write `fields: [\(names)]`; which value a field has is asked by a rule with `when: action.done` and "
                + "`if: '\(deed)has(event.fields) && has(\(field)) && \(field) == \"\(value)\"'`")
        return true
    }

    private func isValue(_ node: YAMLNode) -> Bool {
        node.scalar.map { ValueType(rawValue: $0.text) == nil && !$0.isBlank } ?? false
    }

    /// Whether a text can stand in a condition in quotation marks.
    private func isShown(_ text: String) -> Bool { text.count <= 40 && !text.contains { "'\"`\\\n".contains($0) } }

    /// The name above a map's `fields`: the action that is declared, or the act.
    private static func owner(of node: YAMLNode, in tree: YAMLNode) -> String? {
        for entry in tree.entries ?? [] {
            if entry.value["fields"]?.span == node.span { return entry.key.value }
            if let owner = owner(of: node, in: entry.value) { return owner }
        }
        for item in tree.items ?? [] {
            if let owner = owner(of: node, in: item) { return owner }
        }
        return nil
    }
}

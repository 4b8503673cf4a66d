import YAMLTree

/// A part of a test file on one line, for a message that shows how it is written elsewhere.
enum FlowNode {
    static func text(_ node: YAMLNode) -> String {
        if let items = node.items { return FlowText.list(items.map(text)) }
        if let entries = node.entries { return map(entries) }
        guard let scalar = node.scalar, !scalar.isEmptyPlain else { return "…" }
        // What was written without quotation marks reads as it did.
        return scalar.style == .plain ? scalar.text : FlowText.scalar(scalar.text)
    }

    static func map(_ entries: [YAMLEntry]) -> String {
        FlowText.map(entries.map { (FlowText.scalar($0.key.value), text($0.value)) })
    }
}

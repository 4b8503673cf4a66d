import SourceText
import YAMLTree

/// Maps and lists in braces and brackets, on one line.
struct FlowText {
    let file: SourceFile

    /// nil where something inside needs several lines. `start` is where the collection begins in the source.
    func text(_ node: YAMLNode) -> String? {
        switch node.content {
        case .scalar(let scalar): return ScalarLayout.inline(scalar, file)
        case .sequence(let items):
            var parts: [String] = []
            var place = node.span.start + 1
            for item in items {
                let introduction = Introduction(item, from: place, in: file)
                guard let part = text(item, introduction) else { return nil }
                parts.append(part)
                place = introduction.end
            }
            return "[\(parts.joined(separator: ", "))]"
        case .mapping(let entries):
            var parts: [String] = []
            for entry in entries {
                let key = file.bytes[entry.key.span.start..<entry.key.span.end]
                if key.contains(0x0A) { return nil }
                let introduction = Introduction(entry.value, from: entry.key.span.end, in: file)
                guard let value = text(entry.value, introduction) else { return nil }
                let name = String(decoding: key, as: UTF8.self)
                parts.append(value.isEmpty ? name : "\(name): \(value)")
            }
            return "{\(parts.joined(separator: ", "))}"
        }
    }

    private func text(_ node: YAMLNode, _ introduction: Introduction) -> String? {
        if let alias = introduction.alias { return "*\(alias)" }
        guard let text = text(node) else { return nil }
        return introduction.anchor.map { text.isEmpty ? "&\($0)" : "&\($0) \(text)" } ?? text
    }
}

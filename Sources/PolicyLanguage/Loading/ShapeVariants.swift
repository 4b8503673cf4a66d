import SourceText
import YAMLTree

extension ShapeCheck {
    /// A map whose block is told by one of its keys.
    mutating func checkVariant(_ entries: [YAMLEntry], _ blocks: [Block], _ node: YAMLNode, _ place: Place) {
        let heads = blocks.compactMap(\.keys.first?.name)
        for (block, head) in zip(blocks, heads) where entries.contains(where: { $0.key.value == head }) {
            return check(entries, block, node, place)
        }
        guard let first = entries.first else {
            let help = example(place)
            return findings.note("empty-value", node.span, "\(place.label) is empty", help)
        }
        let noun = blocks.first?.phrase ?? "a map"
        let meant = speaking()?.trigger(entries, isEnd: place.key == "until")
        findings.note(
            "unknown-key", first.key.span, "unknown key \(quoted(first.key.value)) in \(noun)",
            meant ?? suggestion(for: first.key.value, in: heads, called: "\(noun) begins with one of"))
    }
}

import SourceText
import YAMLTree

/// A tree as one line of JSON without its layout: maps sorted by key, lists in their order, every value as text.
///
/// Depth is bounded by the reader of YAML.
func canonicalText(_ node: YAMLNode) -> String {
    var json = JSONText()
    write(node, to: &json)
    return json.text
}

private func write(_ node: YAMLNode, to json: inout JSONText) {
    switch node.content {
    case .scalar(let scalar): json.string(scalar.text)
    case .sequence(let items):
        json.beginArray()
        for item in items { write(item, to: &json) }
        json.endArray()
    case .mapping(let entries):
        json.beginObject()
        for entry in entries.sorted(by: { $0.key.value.utf8.lexicographicallyPrecedes($1.key.value.utf8) }) {
            json.key(entry.key.value)
            write(entry.value, to: &json)
        }
        json.endObject()
    }
}

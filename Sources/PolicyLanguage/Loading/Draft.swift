import SourceText
import YAMLTree

/// A policy's blocks taken apart into entries, before anything is read into them; what one policy has from its
/// parent is put together here.
struct Draft {
    /// The blocks that a child policy changes entry by entry. A raw value is the block's key.
    enum Part: String, CaseIterable {
        case roles, conduct, groups, facts, events, calendars, settings, actions, scripts, wording
        case measures, ladders, statuses, rules, guarantees
    }

    struct Entry {
        var key: Located<String>
        /// nil where only the name was given.
        var value: YAMLNode?
    }

    let span: SourceSpan
    /// Keys of the header with their values; a child's value takes the place of the parent's.
    private(set) var header: [String: YAMLNode] = [:]
    private(set) var parts: [Part: [Entry]] = [:]

    init(_ root: YAMLNode, _ findings: inout Findings) {
        span = root.span
        for entry in root.entries ?? [] {
            if let part = Part(rawValue: entry.key.value) {
                parts[part] = Draft.entries(of: part, entry.value, &findings)
            } else if !entry.value.isEmptyPlain {
                header[entry.key.value] = entry.value
            }
        }
    }

    /// Keys of the header that a child has from its parent; the others speak of one policy alone.
    private static let inherited = ["company", "time_zone", "languages"]

    /// The entries of a part in the order of the file.
    subscript(part: Part) -> [Entry] { parts[part] ?? [] }

    func names(_ part: Part) -> [String] { self[part].map(\.key.value) }

    private static func entries(of part: Part, _ node: YAMLNode, _ findings: inout Findings) -> [Entry] {
        var found: [Entry] = []
        var seen: [String: SourceSpan] = [:]
        let source = part == .wording ? node["avoid"] : node
        for entry in source.map(Draft.flat) ?? [] {
            if let first = seen[entry.key.value] {
                findings.noteDuplicate(entry.key, in: part.rawValue, first: first)
            } else {
                seen[entry.key.value] = entry.key.span
                found.append(entry)
            }
        }
        return found
    }

    /// A map's entries, or a list's names and the entries of maps in it.
    private static func flat(_ node: YAMLNode) -> [Entry] {
        switch node.content {
        case .scalar: []
        case .mapping(let entries):
            entries.map { Entry(key: $0.key, value: $0.value.isEmptyPlain ? nil : $0.value) }
        case .sequence(let items):
            items.flatMap { item in
                item.entries == nil ? item.located.map { [Entry(key: $0, value: nil)] } ?? [] : flat(item)
            }
        }
    }

    // MARK: Parent and child

    /// Puts a child on top of this parent: what it removes goes, what it names again is replaced at its old place,
    /// and what is new follows.
    func extended(by child: Draft, _ findings: inout Findings) -> Draft {
        var merged = child
        merged.parts = parts
        for key in Draft.inherited where merged.header[key] == nil { merged.header[key] = header[key] }
        for name in child.header["remove"]?.texts ?? [] { merged.remove(name, &findings) }
        for part in Part.allCases {
            var entries = merged[part]
            var places: [String: Int] = [:]
            for (index, entry) in entries.enumerated() { places[entry.key.value] = index }
            for entry in child[part] {
                if let index = places[entry.key.value] { entries[index] = entry } else { entries.append(entry) }
            }
            merged.parts[part] = entries
        }
        return merged
    }

    private mutating func remove(_ target: Located<String>, _ findings: inout Findings) {
        let words = target.value.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        // What is not of the form `rules.x` was found by its shape.
        guard words.count == 2, let part = Part(rawValue: words[0]) else { return }
        if let index = self[part].firstIndex(where: { $0.key.value == words[1] }) {
            parts[part]?.remove(at: index)
            return
        }
        findings.note(
            "unknown-name", target.span, "the parent policy has no \(quoted(target.value)) to remove",
            nearest(words[1], in: names(part)).map { "did you mean \(quoted("\(words[0]).\($0)"))?" }
                ?? "take this entry out")
    }
}

extension YAMLNode {
    /// The value of a key; nil where there is none or nothing stands after it.
    subscript(key: String) -> YAMLNode? {
        guard let value = entries?.first(where: { $0.key.value == key })?.value else { return nil }
        return value.isEmptyPlain ? nil : value
    }

    /// A single value with its place.
    var located: Located<String>? {
        guard let scalar, !scalar.isEmptyPlain else { return nil }
        return Located(scalar.text, scalar.span)
    }

    /// One value or a list of them.
    var texts: [Located<String>] { items?.compactMap(\.located) ?? located.map { [$0] } ?? [] }

    /// One node or the nodes of a list.
    var nodes: [YAMLNode] { items ?? [self] }
}

import SourceText

/// A sequence or mapping whose end has not been read yet.
struct OpenCollection {
    let isMapping: Bool
    let isFlow: Bool
    let anchor: String?
    /// Byte at which the collection begins.
    let start: Int
    /// Nodes counted before this one.
    let nodesBefore: Int
    /// Levels of collections inside this one.
    var height = 1
    /// Byte after the last thing inside.
    var end: Int
    private var items: [YAMLNode] = []
    private var entries: [YAMLEntry] = []
    private var pending: PendingKey = .none
    private var places: [String: Int] = [:]

    private enum PendingKey {
        case none
        case key(Located<String>)
        /// A key that was refused; its value is read, for what else may be wrong there, and dropped.
        case refused
    }

    init(isMapping: Bool, isFlow: Bool, anchor: String?, start: Int, end: Int, nodesBefore: Int) {
        self.isMapping = isMapping
        self.isFlow = isFlow
        self.anchor = anchor
        self.start = start
        self.end = end
        self.nodesBefore = nodesBefore
    }

    /// Whether the next node is the key of an entry.
    var wantsKey: Bool {
        if isMapping, case .none = pending { true } else { false }
    }

    /// The entry with an equal key, nil where the key is new. Complexity: O(1).
    mutating func earlier(_ key: String) -> Located<String>? {
        // A few keys are compared faster than hashed.
        if entries.count < 8 { return entries.first { $0.key.value == key }?.key }
        while places.count < entries.count { places[entries[places.count].key.value] = places.count }
        return places[key].map { entries[$0].key }
    }

    mutating func begin(_ key: Located<String>) {
        pending = .key(key)
        end = max(end, key.span.end)
    }

    mutating func beginRefused() { pending = .refused }

    /// Takes a value or an item that ends at `end` and holds `height` levels of collections.
    mutating func append(_ node: YAMLNode, end: Int, height: Int) {
        self.end = max(self.end, end)
        self.height = max(self.height, height + 1)
        switch pending {
        case .key(let key): entries.append(YAMLEntry(key: key, value: node))
        case .none where !isMapping: items.append(node)
        case .none, .refused: break
        }
        pending = .none
    }

    /// The finished collection.
    func node(file: UInt32) -> YAMLNode {
        let first = isMapping ? entries.first?.key.span.start : items.first?.span.start
        let span = SourceSpan(file: file, from: min(start, first ?? start), to: end)
        return YAMLNode(span: span, content: isMapping ? .mapping(entries) : .sequence(items))
    }
}

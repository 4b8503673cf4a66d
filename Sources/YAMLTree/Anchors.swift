/// The anchored nodes of a file, by name; a later anchor of the same name takes the earlier one's place.
struct Anchors {
    struct Anchored {
        var node: YAMLNode
        var nodes: Int
        var height: Int
    }

    private var byName: [String: Anchored] = [:]
    /// Uses of aliases so far.
    private(set) var uses = 0
    /// Nodes that came out of aliases so far.
    private(set) var expanded = 0

    subscript(name: String) -> Anchored? { byName[name] }

    var names: [String] { byName.keys.sorted() }

    mutating func define(_ name: String, _ anchored: Anchored) { byName[name] = anchored }

    mutating func count(_ anchored: Anchored) {
        uses += 1
        expanded += anchored.nodes
    }
}

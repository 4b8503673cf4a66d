/// A key of a map that an expression reads, such as `result` of `event.fields.result`.
public struct CELKeyRead: Sendable {
    /// The slot of the map.
    public let slot: Int
    public let key: String
    /// The constants that its value is compared with or looked for among, in the order of their places.
    public internal(set) var constants: [CELValue]
}

extension CheckedCEL {
    /// The keys that it reads of the maps in slots, each once and in the order of their places.
    public var keyReads: [CELKeyRead] {
        let isConstant = constantNodes(tree)
        var found: [CELKeyRead] = []
        func note(_ id: TypedTree.ID, beside constants: [CELValue]) {
            let node = tree[id].kind
            guard let (map, key) = key(node), case .slot(let slot, _) = tree[map].kind else { return }
            let place = found.firstIndex { $0.slot == slot.index && $0.key == key } ?? found.count
            if place == found.count { found.append(CELKeyRead(slot: slot.index, key: key, constants: [])) }
            for value in constants where !found[place].constants.contains(value) {
                found[place].constants.append(value)
            }
        }
        func collect(_ id: TypedTree.ID) {
            let children = tree[id].kind.children
            let constants = children.filter { isConstant[$0] }.compactMap { constantValue($0, in: tree) }
                .flatMap(elements)
            for child in children {
                note(child, beside: constants)
                collect(child)
            }
        }
        note(root, beside: [])
        collect(root)
        return found
    }

    /// The map and the key of a node that reads one, or that asks whether it is there.
    private func key(_ kind: TypedKind) -> (map: TypedTree.ID, key: String)? {
        switch kind {
        case .select(let map, let key), .hasKey(let map, let key): (map, key)
        case .call(.index, let ids) where ids.count == 2:
            constantValue(ids[1], in: tree)?.string.map { (ids[0], $0) }
        default: nil
        }
    }

    private func elements(_ value: CELValue) -> [CELValue] {
        if case .list(let elements) = value { elements } else { [value] }
    }
}

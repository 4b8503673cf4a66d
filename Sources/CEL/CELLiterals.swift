extension CheckedCEL {
    /// The constants that it is written with, each once and in the order of their places: literals, conversions of
    /// literals such as `duration("60s")`, and the elements of constant lists.
    public var literals: [CELValue] {
        let isConstant = constantNodes(tree)
        var found: [CELValue] = []
        func add(_ value: CELValue) {
            if case .list(let elements) = value { return elements.forEach(add) }
            if !found.contains(value) { found.append(value) }
        }
        func collect(_ id: TypedTree.ID) {
            if isConstant[id], let value = constantValue(id, in: tree) { return add(value) }
            for child in tree[id].kind.children { collect(child) }
        }
        collect(root)
        return found
    }
}

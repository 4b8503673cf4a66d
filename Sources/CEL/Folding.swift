/// For each node whether nothing below it depends on bindings, on a loop or on a failure.
func constantNodes(_ tree: TypedTree) -> [Bool] {
    var flags: [Bool] = []
    flags.reserveCapacity(tree.nodes.count)
    for node in tree.nodes {
        switch node.kind {
        case .slot, .present, .local, .failure, .loop: flags.append(false)
        default: flags.append(node.kind.children.allSatisfy { flags[$0] })
        }
    }
    return flags
}

/// The value of a node that depends on no binding; nil where it fails or takes too long to work out now.
func constantValue(_ id: TypedTree.ID, in tree: TypedTree) -> CELValue? {
    let program = CELProgram(text: "", Emitter(tree, root: id, folding: false))
    var machine = CELMachine(budget: CELLimits.foldingSteps)
    return try? program.evaluate(NoBindings(), &machine).get()
}

/// Bindings for expressions that read none.
struct NoBindings: CELBindings {
    func value(at slot: Int) -> CELValue? { nil }
}

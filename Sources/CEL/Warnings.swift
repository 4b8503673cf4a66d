/// Finds conditions whose answer is the same for all values.
struct Warnings {
    let tree: TypedTree
    let text: String
    let isConstant: [Bool]
    private(set) var found: [CELProblem] = []

    typealias ID = TypedTree.ID

    /// The warnings on a condition, in the order of their places.
    static func find(in tree: TypedTree, root: ID, text: String) -> [CELProblem] {
        guard tree[root].type == .bool || tree[root].type == .dyn else { return [] }
        var warnings = Warnings(tree: tree, text: text, isConstant: constantNodes(tree))
        warnings.condition(root)
        return inOrder(warnings.found)
    }

    /// A node whose truth decides something.
    private mutating func condition(_ id: ID) {
        let node = tree[id]
        if isConstant[id] { return constant(id) }
        switch node.kind {
        case .compare(let comparison, let left, let right): compareWithItself(comparison, left, right, node)
        case .present(let slot, let name):
            if !slot.isOptional { warn("always-true", "`\(name)` is always there", node.range) }
        case .not(let operand): condition(operand)
        case .and(let operands):
            for operand in operands { condition(operand) }
            pairs(of: operands, within: node, together: true)
        case .or(let operands):
            for operand in operands { condition(operand) }
            pairs(of: operands, within: node, together: false)
        case .conditional(let test, let first, let second):
            condition(test)
            for way in [first, second] where !isConstant[way] { condition(way) }
        case .loop(_, _, _, let filter, let body):
            if let filter { condition(filter) }
            if tree[body].type == .bool { condition(body) }
        default: break
        }
        if let atom = Atom(id, tree), atom.isSize { natural(atom, node.range) }
    }

    private mutating func constant(_ id: ID) {
        switch constantValue(id, in: tree) {
        case .bool(true): warn("always-true", "this always holds", tree[id].range)
        case .bool(false): warn("always-false", "this never holds", tree[id].range)
        case .some: break
        case nil: warn("always-fails", "this has no value, whatever happens", tree[id].range)
        }
    }

    private mutating func compareWithItself(_ comparison: Comparison, _ left: ID, _ right: ID, _ node: TypedNode) {
        // NaN is not equal to itself, so only types without it are told.
        guard ![.double, .dyn].contains(tree[left].type), tree.same(left, right) else { return }
        let holds = Order.equal.satisfies(comparison)
        let shown = words(of: text, tree[left].range)
        warn(holds ? "always-true" : "always-false", "this compares `\(shown)` with itself", node.range)
    }

    /// A size compared with a number that no size can reach or miss.
    private mutating func natural(_ atom: Atom, _ range: Range<Int>) {
        guard case .int(let number) = atom.value else { return }
        let below = Order.greater.satisfies(atom.comparison)
        let at = number < 0 || Order.equal.satisfies(atom.comparison)
        let under = number <= 0 || Order.less.satisfies(atom.comparison)
        if number <= 0, below, at, under { warn("always-true", "a size is always like that", range) }
        let never = !below && (number < 0 || (number == 0 && !Order.equal.satisfies(atom.comparison)))
        if never { warn("always-false", "a size is never like that", range) }
    }

    /// Two parts that cannot both hold, or of which one always holds.
    private mutating func pairs(of operands: [ID], within node: TypedNode, together: Bool) {
        let atoms = operands.map { Atom($0, tree) }
        // Pairs are quadratic; nobody writes a longer row by hand.
        guard operands.count <= 64 else { return }
        for second in operands.indices {
            for first in 0..<second {
                guard let one = atoms[first], let other = atoms[second], tree.same(one.subject, other.subject),
                    together ? !one.canHold(with: other) : one.covers(with: other)
                else { continue }
                let (a, b) = (
                    words(of: text, tree[operands[first]].range), words(of: text, tree[operands[second]].range)
                )
                let range = tree[operands[first]].range.lowerBound..<tree[operands[second]].range.upperBound
                if together {
                    warn("always-false", "`\(a)` and `\(b)` never hold together", range, help: "did you mean `||`?")
                } else {
                    warn("always-true", "one of `\(a)` and `\(b)` always holds", range, help: "did you mean `&&`?")
                }
                return
            }
        }
    }

    private mutating func warn(_ code: String, _ message: String, _ range: Range<Int>, help: String? = nil) {
        guard found.count < CELLimits.problems else { return }
        found.append(CELProblem(code, message, help: help, at: range, severity: .warning))
    }

    private init(tree: TypedTree, text: String, isConstant: [Bool]) {
        self.tree = tree
        self.text = text
        self.isConstant = isConstant
    }
}

/// Finds the reads of values that may be absent where no `has()` makes sure of them.
///
/// In `a && b` an operand runs to a result that matters only if the other is true, so each is read knowing what the
/// other tells; `||` is the same with false, and the two ways of `? :` know the condition.
struct Presence {
    let tree: TypedTree
    private(set) var unguarded: [CELRead] = []

    typealias ID = TypedTree.ID
    typealias Slots = Set<Int>

    init(_ tree: TypedTree, root: ID) {
        self.tree = tree
        walk(root, knowing: [])
        unguarded.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func walk(_ id: ID, knowing known: Slots) {
        let node = tree[id]
        switch node.kind {
        case .slot(let slot, let name):
            if slot.isOptional, !known.contains(slot.index) {
                unguarded.append(CELRead(name: name, slot: slot.index, range: node.range))
            }
        case .and(let operands): walk(operands, when: true, known)
        case .or(let operands): walk(operands, when: false, known)
        case .conditional(let condition, let first, let second):
            walk(condition, knowing: known)
            walk(first, knowing: known.union(told(condition, when: true)))
            walk(second, knowing: known.union(told(condition, when: false)))
        default:
            for child in node.kind.children { walk(child, knowing: known) }
        }
    }

    /// Operands that matter only when all others are `result`.
    private mutating func walk(_ operands: [ID], when result: Bool, _ known: Slots) {
        let facts = operands.map { told($0, when: result) }
        // What all before and all after tell, so that long rows take linear time.
        var before = [known]
        for fact in facts { before.append(before[before.count - 1].union(fact)) }
        var after = Slots()
        var contexts: [Slots] = []
        for index in operands.indices.reversed() {
            contexts.append(before[index].union(after))
            after.formUnion(facts[index])
        }
        for (operand, context) in zip(operands, contexts.reversed()) { walk(operand, knowing: context) }
    }

    /// The slots that are there whenever a condition has this result.
    private func told(_ id: ID, when result: Bool) -> Slots {
        switch tree[id].kind {
        case .present(let slot, _): return result ? [slot.index] : []
        case .not(let operand): return told(operand, when: !result)
        case .and(let operands): return told(operands, when: result, all: result)
        case .or(let operands): return told(operands, when: result, all: !result)
        default: return []
        }
    }

    private func told(_ operands: [ID], when result: Bool, all: Bool) -> Slots {
        let facts = operands.map { told($0, when: result) }
        if all { return facts.reduce([]) { $0.union($1) } }
        return facts.dropFirst().reduce(facts[0]) { $0.intersection($1) }
    }
}

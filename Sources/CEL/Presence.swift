/// Finds the reads of values that may be absent where no `has()` makes sure of them: of the host's own, and of the keys
/// of its maps.
///
/// In `a && b` an operand runs to a result that matters only if the other is true, so each is read knowing what the
/// other tells; `||` is the same with false, and the two ways of `? :` know the condition.
struct Presence {
    let tree: TypedTree
    private(set) var unguarded: [CELRead] = []

    typealias ID = TypedTree.ID
    typealias Facts = Set<Fact>

    /// What is there: a slot, or a key in the map of one, in the maps within it.
    struct Fact: Hashable {
        let slot: Int
        var keys: [String] = []
    }

    init(_ tree: TypedTree, root: ID) {
        self.tree = tree
        walk(root, knowing: [])
        // A map comes before its keys, which are read at the same place.
        unguarded.sort {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    private mutating func walk(_ id: ID, knowing known: Facts) {
        let node = tree[id]
        switch node.kind {
        case .slot(let slot, let name):
            if slot.isOptional, !known.contains(Fact(slot: slot.index)) {
                unguarded.append(CELRead(name: name, slot: slot.index, range: node.range))
            }
        case .and(let operands): walk(operands, when: true, known)
        case .or(let operands): walk(operands, when: false, known)
        case .conditional(let condition, let first, let second):
            walk(condition, knowing: known)
            walk(first, knowing: known.union(told(condition, when: true)))
            walk(second, knowing: known.union(told(condition, when: false)))
        default:
            if let (fact, name) = key(id), !known.contains(fact) {
                unguarded.append(CELRead(name: name, slot: fact.slot, range: node.range))
            }
            for child in node.kind.children { walk(child, knowing: known) }
        }
    }

    /// Operands that matter only when all others are `result`.
    private mutating func walk(_ operands: [ID], when result: Bool, _ known: Facts) {
        let facts = operands.map { told($0, when: result) }
        // What all before and all after tell, so that long rows take linear time.
        var before = [known]
        for fact in facts { before.append(before[before.count - 1].union(fact)) }
        var after = Facts()
        var contexts: [Facts] = []
        for index in operands.indices.reversed() {
            contexts.append(before[index].union(after))
            after.formUnion(facts[index])
        }
        for (operand, context) in zip(operands, contexts.reversed()) { walk(operand, knowing: context) }
    }

    // MARK: Keys

    /// The key that is read in a host's map; nil for all else.
    private func key(_ id: ID) -> (fact: Fact, name: String)? {
        switch tree[id].kind {
        case .select(let map, let key): within(map, key)
        case .call(.index, let operands) where operands.count == 2:
            text(operands[1]).flatMap { within(operands[0], $0) }
        default: nil
        }
    }

    private func within(_ map: ID, _ key: String) -> (fact: Fact, name: String)? {
        if case .slot(let slot, let name) = tree[map].kind {
            return (Fact(slot: slot.index, keys: [key]), "\(name).\(key)")
        }
        guard var (fact, name) = self.key(map) else { return nil }
        fact.keys.append(key)
        name += ".\(key)"
        return (fact, name)
    }

    private func text(_ id: ID) -> String? {
        if case .constant(.string(let text)) = tree[id].kind { return text }
        return nil
    }

    // MARK: What a condition tells

    /// What is there whenever a condition has this result.
    private func told(_ id: ID, when result: Bool) -> Facts {
        switch tree[id].kind {
        case .present(let slot, _): return result ? [Fact(slot: slot.index)] : []
        case .hasKey(let map, let key): return result ? Facts([within(map, key)?.fact].compactMap(\.self)) : []
        case .call(.isIn, let operands) where operands.count == 2:
            guard result, let key = text(operands[0]) else { return [] }
            return Facts([within(operands[1], key)?.fact].compactMap(\.self))
        case .not(let operand): return told(operand, when: !result)
        case .and(let operands): return told(operands, when: result, all: result)
        case .or(let operands): return told(operands, when: result, all: !result)
        default: return []
        }
    }

    private func told(_ operands: [ID], when result: Bool, all: Bool) -> Facts {
        let facts = operands.map { told($0, when: result) }
        if all { return facts.reduce([]) { $0.union($1) } }
        return facts.dropFirst().reduce(facts[0]) { $0.intersection($1) }
    }
}

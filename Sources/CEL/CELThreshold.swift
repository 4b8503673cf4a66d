/// A comparison of a host's value with a constant, such as `contact.elapsed < duration("60s")`.
public struct CELThreshold: Hashable, Sendable {
    /// How the value is compared; the value stands on the left, however it was written.
    public enum Relation: Hashable, Sendable {
        case equal
        case notEqual
        case less
        case lessOrEqual
        case greater
        case greaterOrEqual
    }

    /// What is read.
    public let read: CELRead
    public let relation: Relation
    public let constant: CELValue
    /// The place of the comparison in UTF-8 bytes.
    public let range: Range<Int>

    /// All of an expression, in the order of their places.
    static func all(_ checked: CheckedCEL) -> [CELThreshold] {
        let tree = checked.tree
        var found: [CELThreshold] = []
        func collect(_ id: TypedTree.ID) {
            let node = tree[id]
            if case .compare = node.kind, let atom = Atom(id, tree),
                case .slot(let slot, let name) = tree[atom.subject].kind
            {
                let read = CELRead(name: name, slot: slot.index, range: tree[atom.subject].range)
                let relation = Relation(atom.comparison)
                found.append(CELThreshold(read: read, relation: relation, constant: atom.value, range: node.range))
            }
            for child in node.kind.children { collect(child) }
        }
        collect(checked.root)
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

extension CELThreshold.Relation {
    fileprivate init(_ comparison: Comparison) {
        self =
            switch comparison {
            case .equal: .equal
            case .notEqual: .notEqual
            case .less: .less
            case .lessOrEqual: .lessOrEqual
            case .greater: .greater
            case .greaterOrEqual: .greaterOrEqual
            }
    }
}

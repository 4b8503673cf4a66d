/// A comparison of something with a constant, the something on the left.
struct Atom {
    let subject: TypedTree.ID
    let comparison: Comparison
    let value: CELValue
    /// Whether the something is the size of something.
    let isSize: Bool
    private let hasOrder: Bool
    private let mayBeNaN: Bool

    /// The comparison that a node makes; nil for other nodes.
    init?(_ id: TypedTree.ID, _ tree: TypedTree) {
        switch tree[id].kind {
        case .not(let operand):
            // Not below is no promise of at or above: NaN is neither.
            guard let inner = Atom(operand, tree), !inner.mayBeNaN else { return nil }
            self = Atom(inner.subject, inner.comparison.opposite, inner.value, tree)
        case .compare(let comparison, let left, let right):
            if case .constant(let value)? = Self.constant(right, tree) {
                self = Atom(left, comparison, value, tree)
            } else if case .constant(let value)? = Self.constant(left, tree) {
                self = Atom(right, comparison.mirrored, value, tree)
            } else {
                return nil
            }
        default: return nil
        }
    }

    private init(_ subject: TypedTree.ID, _ comparison: Comparison, _ value: CELValue, _ tree: TypedTree) {
        self.subject = subject
        self.comparison = comparison
        self.value = value
        let type = tree[subject].type
        hasOrder = type.isOrdered
        mayBeNaN = type == .double || type == .dyn
        if case .call(.size, _) = tree[subject].kind { isSize = true } else { isSize = false }
    }

    /// Literals, and conversions of literals such as `duration("60s")`.
    private static func constant(_ id: TypedTree.ID, _ tree: TypedTree) -> TypedKind? {
        switch tree[id].kind {
        case .constant: return tree[id].kind
        case .call(let function, let arguments) where function.isConversion && constant(arguments[0], tree) != nil:
            return constantValue(id, in: tree).map(TypedKind.constant)
        case .list(let elements) where elements.allSatisfy { constant($0, tree) != nil }:
            return constantValue(id, in: tree).map(TypedKind.constant)
        default: return nil
        }
    }

    /// Whether some value could satisfy both; both are about the same thing.
    func canHold(with other: Atom) -> Bool {
        mayBeNaN || points(other).contains { $0.satisfies(comparison) && $1.satisfies(other.comparison) }
    }

    /// Whether every value satisfies one or the other.
    func covers(with other: Atom) -> Bool {
        !mayBeNaN && points(other).allSatisfy { $0.satisfies(comparison) || $1.satisfies(other.comparison) }
    }

    /// How values can stand to both constants. Between two constants there is taken to be something.
    private func points(_ other: Atom) -> [(Order, Order)] {
        var meter = Meter(budget: CELLimits.foldingSteps)
        guard let isSame = try? equals(value, other.value, &meter) else { return [(.equal, .equal), (.none, .none)] }
        guard hasOrder, let isLess = try? compare(value, other.value, .less, &meter) else {
            return isSame ? [(.equal, .equal), (.none, .none)] : [(.equal, .none), (.none, .equal), (.none, .none)]
        }
        if isSame { return [(.less, .less), (.equal, .equal), (.greater, .greater)] }
        let outside: [(Order, Order)] = [(.less, .less), (.greater, .greater)]
        return outside
            + (isLess
                ? [(.equal, .less), (.greater, .less), (.greater, .equal)]
                : [(.less, .equal), (.less, .greater), (.equal, .greater)])
    }
}

extension Comparison {
    /// The comparison that holds when this one does not.
    var opposite: Comparison {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }

    /// The same comparison with its sides swapped.
    var mirrored: Comparison {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}

extension TypedTree {
    /// Whether two nodes always have the same value. Loops are never told to be the same.
    func same(_ a: ID, _ b: ID) -> Bool {
        if a == b { return true }
        switch (nodes[a].kind, nodes[b].kind) {
        case (.slot(let x, _), .slot(let y, _)), (.present(let x, _), .present(let y, _)): return x.index == y.index
        case (.constant(let x), .constant(let y)): return x == y
        case (.local(let x), .local(let y)): return x == y
        case (.select(let x, let f), .select(let y, let g)), (.hasKey(let x, let f), .hasKey(let y, let g)):
            return sameText(f, g) && same(x, y)
        case (.call(let f, let x), .call(let g, let y)): return f == g && same(x, y)
        case (.list(let x), .list(let y)), (.map(let x), .map(let y)): return same(x, y)
        case (.compare(let f, let l, let r), .compare(let g, let m, let s)): return f == g && same(l, m) && same(r, s)
        case (.not(let x), .not(let y)): return same(x, y)
        default: return false
        }
    }

    private func same(_ a: [ID], _ b: [ID]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { same($0, $1) }
    }
}

/// An expression as it was written: nodes in one array, children before their parents.
struct SyntaxTree {
    /// The number of a node.
    typealias ID = Int

    var nodes: [SyntaxNode] = []
    var root: ID = 0

    subscript(id: ID) -> SyntaxNode { nodes[id] }

    /// The dotted name that a node spells, such as `event.reason`; nil for other nodes.
    func dottedName(_ id: ID) -> (parts: [String], isRooted: Bool)? {
        var parts: [String] = []
        var current = id
        while true {
            switch nodes[current].kind {
            case .name(let name, let isRooted): return ((parts + [name]).reversed(), isRooted)
            case .select(let operand, let field, _):
                parts.append(field)
                current = operand
            default: return nil
            }
        }
    }
}

/// One node of an expression with its place.
struct SyntaxNode {
    let kind: SyntaxKind
    /// The place in UTF-8 bytes, without parentheses around it.
    let range: Range<Int>
    /// The place with the parentheses around it.
    var outerRange: Range<Int>
    /// One more than the deepest child's.
    let depth: Int
}

/// What a node says.
enum SyntaxKind {
    typealias ID = SyntaxTree.ID

    case literal(CELValue)
    /// A bare name; rooted names begin with a dot and skip the container and the variables of macros.
    case name(String, isRooted: Bool)
    case select(ID, String, nameRange: Range<Int>)
    case has(ID, String, nameRange: Range<Int>)
    case call(String, receiver: ID?, arguments: [ID], nameRange: Range<Int>)
    case not(ID)
    case negate(ID)
    case binary(BinaryOperator, ID, ID)
    case and([ID])
    case or([ID])
    case conditional(ID, ID, ID)
    case list([ID])
    case map([(key: ID, value: ID)])
    case loop(LoopKind, over: ID, variable: String, filter: ID?, body: ID)
}

/// The macros that walk over a list or the keys of a map.
enum LoopKind: String {
    case all
    case exists
    case existsOne = "exists_one"
    case map
    case filter
}

/// The operators with two operands, but for `&&` and `||`.
enum BinaryOperator {
    case compare(Comparison)
    case isIn
    case add
    case subtract
    case multiply
    case divide
    case remainder
    case index
}

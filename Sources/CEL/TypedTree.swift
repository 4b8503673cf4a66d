/// An expression whose names are resolved: nodes in one array, children before their parents.
struct TypedTree: Sendable {
    typealias ID = Int

    var nodes: [TypedNode] = []

    subscript(id: ID) -> TypedNode { nodes[id] }
}

/// One node of a resolved expression.
struct TypedNode: Sendable {
    let kind: TypedKind
    let type: CELType
    /// The place in UTF-8 bytes.
    let range: Range<Int>
    /// The only texts that it, or an element of it, can be.
    var choices: [String]?
}

/// What a resolved node does.
enum TypedKind: Sendable {
    typealias ID = TypedTree.ID

    case constant(CELValue)
    /// A read of a host's value under the name that the author gave.
    case slot(CELSlot, name: String)
    /// Whether a host's value is there.
    case present(CELSlot, name: String)
    /// The element that an enclosing loop, counted from outside, is at.
    case local(Int)
    case select(ID, String)
    case hasKey(ID, String)
    case compare(Comparison, ID, ID)
    case call(Function, [ID])
    case not(ID)
    case and([ID])
    case or([ID])
    case conditional(ID, ID, ID)
    case list([ID])
    /// Keys and values in turn.
    case map([ID])
    case loop(LoopKind, over: ID, frame: Int, filter: ID?, body: ID)
    /// Something that can only fail, in an expression that was not checked.
    case failure(CELRuntimeError)

    /// The nodes right below.
    var children: [ID] {
        switch self {
        case .constant, .slot, .present, .local, .failure: []
        case .select(let id, _), .hasKey(let id, _), .not(let id): [id]
        case .compare(_, let left, let right): [left, right]
        case .call(_, let ids), .and(let ids), .or(let ids), .list(let ids), .map(let ids): ids
        case .conditional(let a, let b, let c): [a, b, c]
        case .loop(_, let over, _, let filter, let body): filter.map { [over, $0, body] } ?? [over, body]
        }
    }
}

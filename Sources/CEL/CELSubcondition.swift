/// A part of a condition that has a truth of its own, for explaining what decided.
public struct CELSubcondition: Sendable {
    /// How a part stands to the one around it.
    public enum Role: Hashable, Sendable {
        /// The whole condition.
        case whole
        /// One of several that must all hold.
        case conjunct
        /// One of several of which one suffices.
        case disjunct
        /// What must not hold.
        case negated
    }

    public let role: Role
    /// How many parts are around it.
    public let depth: Int
    /// The place in UTF-8 bytes, without parentheses.
    public let range: Range<Int>
    /// The words of that place.
    public let text: String
    /// Whether it is made of further parts, which follow it.
    public let hasParts: Bool
    /// The values it reads, in the order of their places.
    public let reads: [CELRead]
    private let tree: TypedTree
    private let root: TypedTree.ID

    /// The part as a program of its own, compiled at each call; the places of its errors count from its own start.
    public var program: CELProgram { CheckedCEL.program(text, tree, root, origin: range.lowerBound) }

    init(_ checked: CheckedCEL, _ id: TypedTree.ID, _ role: Role, depth: Int) {
        self.role = role
        self.depth = depth
        range = checked.tree[id].range
        text = words(of: checked.text, range)
        hasParts = !Self.parts(id, checked.tree).isEmpty
        reads = CheckedCEL.reads(checked.tree, id)
        tree = checked.tree
        root = id
    }

    /// The parts right below a node.
    private static func parts(_ id: TypedTree.ID, _ tree: TypedTree) -> [(TypedTree.ID, Role)] {
        switch tree[id].kind {
        case .and(let operands): operands.map { ($0, .conjunct) }
        case .or(let operands): operands.map { ($0, .disjunct) }
        case .not(let operand): [(operand, .negated)]
        default: []
        }
    }

    /// A condition and all its parts, each before its own parts.
    static func all(_ checked: CheckedCEL) -> [CELSubcondition] {
        var found: [CELSubcondition] = []
        func collect(_ id: TypedTree.ID, _ role: Role, _ depth: Int) {
            found.append(CELSubcondition(checked, id, role, depth: depth))
            for (part, role) in parts(id, checked.tree) { collect(part, role, depth + 1) }
        }
        collect(checked.root, .whole, 0)
        return found
    }
}

/// The words of a place of a text; all of it where the place is not within.
func words(of text: String, _ range: Range<Int>) -> String {
    let bytes = text.utf8
    guard range.upperBound <= bytes.count else { return text }
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    return String(decoding: bytes[start..<end], as: UTF8.self)
}

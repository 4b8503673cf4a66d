/// An expression whose names and types are right, compiled and ready to run.
public struct CheckedCEL: Sendable {
    /// The text as it was written.
    public let text: String
    /// The type of its value.
    public let type: CELType
    /// The compiled form.
    public let program: CELProgram
    /// What probably does not say what was meant, in the order of the places.
    public let warnings: [CELProblem]
    /// Reads of values that may be absent where no `has()` makes sure of them, in the order of their places.
    public let unguardedOptionalReads: [CELRead]
    let tree: TypedTree
    let root: TypedTree.ID

    init(text: String, tree: TypedTree, root: TypedTree.ID) {
        self.text = text
        self.tree = tree
        self.root = root
        type = tree[root].type
        program = Self.program(text, tree, root)
        warnings = Warnings.find(in: tree, root: root, text: text)
        unguardedOptionalReads = Presence(tree, root: root).unguarded
    }

    /// The most steps an evaluation can take, given the declared sizes of what it reads.
    public var cost: Int { program.cost }
    /// The numbers of the slots it can read, in order.
    public var slotsRead: [Int] { program.slotsRead }
    /// All places that read a value, `has()` among them, in the order of their places.
    public var reads: [CELRead] { Self.reads(tree, root) }
    /// The comparisons of what is read with a constant, in the order of their places: where answers can change.
    public var thresholds: [CELThreshold] { CELThreshold.all(self) }
    /// The condition and the parts that `&&`, `||` and `!` make it of, each before its own parts. Made anew at each
    /// call, for explaining.
    public var subconditions: [CELSubcondition] { CELSubcondition.all(self) }

    /// The program of a node; `text` begins so many bytes into the expression.
    static func program(
        _ text: String, _ tree: TypedTree, _ root: TypedTree.ID, origin: Int = 0
    ) -> CELProgram {
        CELProgram(text: text, Emitter(tree, root: root, folding: true), origin: origin)
    }

    /// The reads of a node and all below it.
    static func reads(_ tree: TypedTree, _ root: TypedTree.ID) -> [CELRead] {
        var found: [CELRead] = []
        func collect(_ id: TypedTree.ID) {
            let node = tree[id]
            switch node.kind {
            case .slot(let slot, let name), .present(let slot, let name):
                found.append(CELRead(name: name, slot: slot.index, range: node.range))
            default:
                for child in node.kind.children { collect(child) }
            }
        }
        collect(root)
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

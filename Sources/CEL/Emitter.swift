/// Turns a resolved expression into flat code, reckoning its worst-case cost on the way.
struct Emitter {
    let tree: TypedTree
    /// For each node whether nothing below it depends on bindings; empty where nothing shall be folded.
    let isConstant: [Bool]
    var code: [Instruction] = []
    var ranges: [Range<Int>] = []
    var constants: [CELValue] = []
    var handlers: [Handler] = []
    var failures: [CELRuntimeError] = []
    var slots = Set<Int>()
    /// Whether the program ends with the register instead of the stack.
    var endsWithTruth = false
    /// The height of the stack here.
    var height = 0
    /// The number of loops that can run within each other.
    var frames = 0
    /// How often the current place can run.
    var times = 1
    var cost = 0
    /// Steps of comparisons with constants since the innermost loop began: they are charged with its turns.
    var flatSteps = 0
    /// The extents of the elements of the loops around, outermost first.
    var items: [CELExtent] = []

    typealias ID = TypedTree.ID

    /// The code of a node and all below it.
    init(_ tree: TypedTree, root: ID, folding: Bool) {
        self.tree = tree
        isConstant = folding ? constantNodes(tree) : []
        endsWithTruth = tree[root].type == .bool
        if endsWithTruth { emitTruth(root) } else { _ = emit(root) }
        put(Instruction(.halt), tree[root].range, height: 0)
        flatSteps = CELExtent.plus(flatSteps, code.count)
        cost = CELExtent.plus(cost, flatSteps)
    }

    /// Adds a step, which changes the height of the stack by so much, and gives its number.
    @discardableResult
    mutating func put(_ instruction: Instruction, _ range: Range<Int>, height change: Int) -> Int {
        code.append(instruction)
        ranges.append(range)
        height += change
        return code.count - 1
    }

    mutating func charge(_ steps: Int) {
        cost = CELExtent.plus(cost, CELExtent.times(times, steps))
    }

    mutating func constant(_ value: CELValue) -> Int {
        constants.append(value)
        return constants.count - 1
    }

    /// Emits code that pushes the value of a node, and gives the largest it can get.
    mutating func emit(_ id: ID) -> CELExtent {
        let node = tree[id]
        if let value = folded(id) { return emitConstant(value, node.range) }
        switch node.kind {
        case .constant(let value): return emitConstant(value, node.range)
        case .slot(let slot, _):
            slots.insert(slot.index)
            put(Instruction(.slot, slot.index), node.range, height: 1)
            return slot.extent
        case .local(let frame):
            put(Instruction(.local, frame), node.range, height: 1)
            return items[frame]
        case .select(let operand, let field): return emitField(.select, operand, field, node.range)
        case .call(let function, let arguments): return emitCall(function, arguments, node.range)
        case .conditional(let condition, let first, let second):
            return emitConditional(condition, first, second, node.range)
        case .list(let elements): return emitList(elements, node.range)
        case .map(let parts): return emitMap(parts, node.range)
        case .loop(let kind, let over, let frame, let filter, let body) where kind.makesList:
            return emitLoop(kind, over, frame, filter, body, node.range)
        case .failure(let error):
            failures.append(error)
            put(Instruction(.fail, failures.count - 1), node.range, height: 1)
            return .scalar
        case .present, .hasKey, .compare, .not, .and, .or, .loop:
            emitTruth(id)
            put(Instruction(.pushTruth), node.range, height: 1)
            return .scalar
        }
    }

    /// Emits code that leaves the truth of a node in the register; an error where it is no bool.
    mutating func emitTruth(_ id: ID) {
        let node = tree[id]
        if case .bool(let truth)? = folded(id) {
            put(Instruction(.truth, truth ? 1 : 0), node.range, height: 0)
            return
        }
        switch node.kind {
        case .present(let slot, _):
            slots.insert(slot.index)
            put(Instruction(.present, slot.index), node.range, height: 0)
        case .hasKey(let operand, let field): _ = emitField(.hasKey, operand, field, node.range)
        case .compare(let comparison, let left, let right): emitComparison(comparison, left, right, node.range)
        case .not(let operand):
            emitTruth(operand)
            put(Instruction(.not), node.range, height: 0)
        case .and(let operands): emitLogic(operands, .skipIfFalse, .joinAnd)
        case .or(let operands): emitLogic(operands, .skipIfTrue, .joinOr)
        case .loop(let kind, let over, let frame, let filter, let body) where !kind.makesList:
            _ = emitLoop(kind, over, frame, filter, body, node.range)
        default:
            _ = emit(id)
            put(Instruction(.test), node.range, height: -1)
        }
    }

    mutating func emitConstant(_ value: CELValue, _ range: Range<Int>) -> CELExtent {
        put(Instruction(.constant, constant(value)), range, height: 1)
        return CELExtent.exact(value)
    }

    /// The value of a node that never depends on bindings; nil for others and where it has none.
    func folded(_ id: ID) -> CELValue? {
        guard !isConstant.isEmpty, isConstant[id] else { return nil }
        if case .constant(let value) = tree[id].kind { return value }
        return constantValue(id, in: tree)
    }
}

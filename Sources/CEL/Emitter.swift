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
    /// The height of the stack here.
    var height = 0
    /// The number of loops that can run within each other.
    var frames = 0
    /// How often the current place can run.
    var times = 1
    var cost = 0
    /// The extents of the elements of the loops around, outermost first.
    var items: [CELExtent] = []

    typealias ID = TypedTree.ID

    init(_ tree: TypedTree, folding: Bool) {
        self.tree = tree
        isConstant = folding ? constantNodes(tree) : []
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
        case .present(let slot, _):
            slots.insert(slot.index)
            put(Instruction(.present, slot.index), node.range, height: 1)
            return .scalar
        case .local(let frame):
            put(Instruction(.local, frame), node.range, height: 1)
            return items[frame]
        case .select(let operand, let field): return emitField(.select, operand, field, node.range)
        case .hasKey(let operand, let field): return emitField(.hasKey, operand, field, node.range)
        case .compare(let comparison, let left, let right):
            return emitComparison(comparison, left, right, node.range)
        case .call(let function, let arguments): return emitCall(function, arguments, node.range)
        case .not(let operand):
            _ = emit(operand)
            put(Instruction(.not), node.range, height: 0)
            return .scalar
        case .and(let operands): return emitLogic(operands, .skipIfFalse, .joinAnd, node.range)
        case .or(let operands): return emitLogic(operands, .skipIfTrue, .joinOr, node.range)
        case .conditional(let condition, let first, let second):
            return emitConditional(condition, first, second, node.range)
        case .list(let elements): return emitList(elements, node.range)
        case .map(let parts): return emitMap(parts, node.range)
        case .loop(let kind, let over, let frame, let filter, let body):
            return emitLoop(kind, over, frame, filter, body, node.range)
        case .failure(let error):
            failures.append(error)
            put(Instruction(.fail, failures.count - 1), node.range, height: 1)
            return .scalar
        }
    }

    private mutating func emitConstant(_ value: CELValue, _ range: Range<Int>) -> CELExtent {
        put(Instruction(.constant, constant(value)), range, height: 1)
        return CELExtent.exact(value)
    }

    /// The value of a node that never depends on bindings; nil for others and where it has none.
    func folded(_ id: ID) -> CELValue? {
        guard !isConstant.isEmpty, isConstant[id] else { return nil }
        if case .constant(let value) = tree[id].kind { return value }
        return constantValue(id, in: tree)
    }

    /// Operands of `&&` or `||`: an operand's error waits at the join for one that decides.
    private mutating func emitLogic(
        _ operands: [ID], _ skip: Operation, _ join: Operation, _ range: Range<Int>
    ) -> CELExtent {
        let base = height
        var skips: [Int] = []
        var ownHandlers: [Int] = []
        for (index, operand) in operands.enumerated() {
            let start = code.count
            _ = emit(operand)
            if index == operands.count - 1 { break }
            skips.append(put(Instruction(skip), tree[operand].range, height: -1))
            ownHandlers.append(handlers.count)
            handlers.append(Handler(steps: start..<code.count, target: code.count, join: 0, height: base))
        }
        let end = put(Instruction(join), tree[operands[operands.count - 1]].range, height: 0)
        for place in skips { code[place] = Instruction(skip, end) }
        for index in ownHandlers { handlers[index].join = end }
        return .scalar
    }

    private mutating func emitConditional(
        _ condition: ID, _ first: ID, _ second: ID, _ range: Range<Int>
    ) -> CELExtent {
        _ = emit(condition)
        let branch = put(Instruction(.branch), tree[condition].range, height: -1)
        let one = emit(first)
        let jump = put(Instruction(.jump), range, height: -1)
        code[branch] = Instruction(.branch, code.count)
        let other = emit(second)
        code[jump] = Instruction(.jump, code.count)
        return one.covering(other)
    }
}

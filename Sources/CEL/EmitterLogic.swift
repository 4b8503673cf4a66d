extension Emitter {
    /// Operands of `&&` or `||`: an operand's error waits at the join for one that decides.
    mutating func emitLogic(_ operands: [ID], _ skip: Operation, _ join: Operation) {
        var skips: [Int] = []
        var ownHandlers: [Int] = []
        for operand in operands.dropLast() {
            let start = code.count
            emitTruth(operand)
            skips.append(put(Instruction(skip), tree[operand].range, height: 0))
            ownHandlers.append(handlers.count)
            handlers.append(Handler(steps: start..<code.count, target: code.count, join: 0, height: height))
        }
        let last = operands[operands.count - 1]
        emitTruth(last)
        let end = put(Instruction(join), tree[last].range, height: 0)
        for place in skips { code[place] = Instruction(skip, end) }
        for index in ownHandlers { handlers[index].join = end }
    }

    mutating func emitConditional(_ condition: ID, _ first: ID, _ second: ID, _ range: Range<Int>) -> CELExtent {
        emitTruth(condition)
        let branch = put(Instruction(.skipIfFalse), tree[condition].range, height: 0)
        let one = emit(first)
        let jump = put(Instruction(.jump), range, height: -1)
        code[branch] = Instruction(.skipIfFalse, code.count)
        let other = emit(second)
        code[jump] = Instruction(.jump, code.count)
        return one.covering(other)
    }

    /// A macro: enter the loop, move on, work out the body, conclude.
    mutating func emitLoop(
        _ kind: LoopKind, _ over: ID, _ frame: Int, _ filter: ID?, _ body: ID, _ range: Range<Int>
    ) -> CELExtent {
        let extent = emit(over)
        charge(extent.count)
        put(Instruction(.enter, frame), tree[over].range, height: -1)
        frames = max(frames, frame + 1)
        let outerTimes = times
        times = CELExtent.times(times, extent.count)
        items.append(extent.item)
        let outerSteps = flatSteps
        flatSteps = 0
        let next = put(Instruction(.next), range, height: 0)
        if let filter {
            emitTruth(filter)
            put(Instruction(.skipIfFalse, next), tree[filter].range, height: 0)
        }
        var result = CELExtent.scalar
        if kind == .map { result = emit(body) } else { emitTruth(body) }
        let test = put(Instruction(.halt), tree[body].range, height: kind == .map ? -1 : 0)
        let end = code.count
        if kind == .all || kind == .exists {
            handlers.append(Handler(steps: next + 1..<end, target: next, join: end, height: height))
        }
        items.removeLast()
        times = outerTimes
        let steps = min(CELExtent.plus(flatSteps, end - next), Int(Int32.max))
        flatSteps = outerSteps
        charge(CELExtent.times(CELExtent.plus(extent.count, 1), steps))
        code[next] = Instruction(.next, frame, end, steps)
        let (decide, conclude) = kind.operations
        code[test] = Instruction(decide, frame, next, end)
        put(Instruction(conclude, frame), range, height: kind.makesList ? 1 : 0)
        switch kind {
        case .map: return .list(extent.count, of: result)
        case .filter: return .list(extent.count, of: extent.item)
        default: return .scalar
        }
    }
}

extension LoopKind {
    /// Whether the result is a list; else it is a truth.
    var makesList: Bool { self == .map || self == .filter }

    /// The steps that end each turn and the whole loop.
    fileprivate var operations: (decide: Operation, conclude: Operation) {
        switch self {
        case .all: (.decideAll, .concludeAll)
        case .exists: (.decideExists, .concludeExists)
        case .existsOne: (.count, .concludeOne)
        case .filter: (.keep, .concludeList)
        case .map: (.collect, .concludeList)
        }
    }
}

extension Emitter {
    mutating func emitField(_ operation: Operation, _ operand: ID, _ field: String, _ range: Range<Int>) -> CELExtent {
        let extent = emit(operand)
        charge(lookUpCost(entries: extent.count, key: CELExtent.text(field.utf8.count).walk))
        put(Instruction(operation, constant(.string(field))), range, height: 0)
        return operation == .select ? extent.element : .scalar
    }

    /// A comparison; one of a slot with a constant is a single step.
    mutating func emitComparison(_ comparison: Comparison, _ left: ID, _ right: ID, _ range: Range<Int>) -> CELExtent {
        if case .slot(let slot, _) = tree[left].kind, let value = folded(right) {
            slots.insert(slot.index)
            charge(min(slot.extent.walk, CELExtent.exact(value).walk))
            let instruction = Instruction(.compareSlot, slot.index, constant(value), comparison: comparison)
            // An absent slot is told at the slot itself.
            put(instruction, tree[left].range, height: 1)
            return .scalar
        }
        let (a, b) = (emit(left), emit(right))
        charge(min(a.walk, b.walk))
        put(Instruction(.compare, comparison: comparison), range, height: -1)
        return .scalar
    }

    mutating func emitCall(_ function: Function, _ arguments: [ID], _ range: Range<Int>) -> CELExtent {
        let extents = arguments.map { emit($0) }
        charge(worstCase(function, extents))
        let isZoned = function.isTimePart && arguments.count == 2
        let instruction = Instruction(isZoned ? .zonedCall : .call, arguments.count, function: function)
        put(instruction, range, height: 1 - arguments.count)
        return result(function, extents)
    }

    mutating func emitList(_ elements: [ID], _ range: Range<Int>) -> CELExtent {
        var element = CELExtent.scalar
        for id in elements { element = element.covering(emit(id)) }
        put(Instruction(.list, elements.count), range, height: 1 - elements.count)
        return .list(elements.count, of: element)
    }

    mutating func emitMap(_ parts: [ID], _ range: Range<Int>) -> CELExtent {
        var key = CELExtent.scalar
        var value = CELExtent.scalar
        for (index, id) in parts.enumerated() {
            let extent = emit(id)
            if index % 2 == 0 { key = key.covering(extent) } else { value = value.covering(extent) }
        }
        let count = parts.count / 2
        charge(CELExtent.times(count, lookUpCost(entries: count, key: key.walk)))
        put(Instruction(.map, count), range, height: 1 - parts.count)
        return .map(count, from: key, to: value)
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
        let next = put(Instruction(.next), range, height: 0)
        let base = height
        if let filter {
            _ = emit(filter)
            put(Instruction(.branch, next), tree[filter].range, height: -1)
        }
        let result = emit(body)
        let test = put(Instruction(.halt), tree[body].range, height: -1)
        let end = code.count
        if kind == .all || kind == .exists {
            handlers.append(Handler(steps: next + 1..<end, target: next, join: end, height: base))
        }
        items.removeLast()
        times = outerTimes
        let steps = end - next
        charge(CELExtent.times(CELExtent.plus(extent.count, 1), steps))
        code[next] = Instruction(.next, frame, end, steps)
        let (decide, conclude) = Self.operations(kind)
        code[test] = Instruction(decide, frame, next, end)
        put(Instruction(conclude, frame), range, height: 1)
        switch kind {
        case .map: return .list(extent.count, of: result)
        case .filter: return .list(extent.count, of: extent.item)
        default: return .scalar
        }
    }

    private static func operations(_ kind: LoopKind) -> (decide: Operation, conclude: Operation) {
        switch kind {
        case .all: (.decideAll, .concludeAll)
        case .exists: (.decideExists, .concludeExists)
        case .existsOne: (.count, .concludeOne)
        case .filter: (.keep, .concludeList)
        case .map: (.collect, .concludeList)
        }
    }
}

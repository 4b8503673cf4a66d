extension Emitter {
    /// A comparison; one with a constant is a single step.
    mutating func emitComparison(_ comparison: Comparison, _ left: ID, _ right: ID, _ range: Range<Int>) {
        if let value = folded(right), emitConstantComparison(comparison, left, value) { return }
        if let value = folded(left), emitConstantComparison(comparison.mirrored, right, value) { return }
        let (a, b) = (emit(left), emit(right))
        charge(min(a.walk, b.walk))
        put(Instruction(.compare, comparison: comparison), range, height: -2)
    }

    /// A comparison of a slot or a loop's element with a constant; false, and nothing emitted, for other nodes. The
    /// step has the place of what it reads, for that is what can be absent.
    private mutating func emitConstantComparison(_ comparison: Comparison, _ id: ID, _ value: CELValue) -> Bool {
        let node = tree[id]
        switch node.kind {
        case .slot(let slot, _):
            slots.insert(slot.index)
            let (operation, function) = Self.slotComparison(comparison, value)
            let step = Instruction(
                operation, slot.index, constant(value), function: function, comparison: comparison)
            put(step, node.range, height: 0)
        case .local(let frame):
            put(Instruction(.compareLocal, frame, constant(value), comparison: comparison), node.range, height: 0)
        default: return false
        }
        flatSteps = CELExtent.plus(flatSteps, CELExtent.exact(value).walk)
        return true
    }

    private static func slotComparison(_ comparison: Comparison, _ value: CELValue) -> (Operation, Function) {
        switch value {
        case .int: (.compareSlotNumber, .int)
        case .duration: (.compareSlotNumber, .duration)
        case .string where comparison == .equal || comparison == .notEqual: (.compareSlotText, .string)
        default: (.compareSlot, .dyn)
        }
    }
}

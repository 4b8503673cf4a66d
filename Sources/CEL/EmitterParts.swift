extension Emitter {
    /// A read of a map's field, or the question whether it is there.
    mutating func emitField(
        _ operation: Operation, _ operand: ID, _ field: String, _ range: Range<Int>
    ) -> CELExtent {
        let extent = emit(operand)
        charge(lookUpCost(entries: extent.count, key: CELExtent.text(field.utf8.count).walk))
        put(Instruction(operation, constant(.string(field))), range, height: operation == .select ? 0 : -1)
        return operation == .select ? extent.element : .scalar
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
}

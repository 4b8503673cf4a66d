extension CELMachine {
    /// Applies a function to the values on top.
    mutating func call(_ step: Instruction) throws(CELRuntimeError) {
        if step.a == 1 {
            let value = pop()
            stack.append(try apply(step.function, value))
        } else {
            if addsNumbers(step.function) { return }
            let second = pop()
            let first = pop()
            stack.append(try apply(step.function, first, second))
        }
    }

    /// Adds or subtracts the two numbers on top where they are, as most calls do; false where there is more to it.
    @inline(__always)
    private mutating func addsNumbers(_ function: Function) -> Bool {
        guard function == .add || function == .subtract else { return false }
        let top = stack.count - 1
        guard case .int(let first) = stack[top - 1], case .int(let second) = stack[top] else { return false }
        let (result, overflow) =
            function == .add ? first.addingReportingOverflow(second) : first.subtractingReportingOverflow(second)
        if overflow { return false }
        stack.removeLast()
        stack[top - 1] = .int(result)
        return true
    }

    private mutating func apply(_ function: Function, _ value: CELValue) throws(CELRuntimeError) -> CELValue {
        switch function {
        case .negate: return try negated(value)
        case .size: return .int(Int64(try size(value)))
        case .type: return .type(value.type)
        case .dyn: return value
        case _ where function.isTimePart: return .int(try timePart(function, value))
        default: return try convert(value, by: function, &meter)
        }
    }

    private mutating func apply(
        _ function: Function, _ first: CELValue, _ second: CELValue
    ) throws(CELRuntimeError) -> CELValue {
        switch function {
        case .index: return try element(of: first, at: second)
        case .isIn: return .bool(try membership(first, in: second))
        case .contains, .startsWith, .endsWith:
            guard case .string(let text) = first, case .string(let part) = second else {
                throw noSuchOverload(function.shownName, [first, second])
            }
            return .bool(try search(function, text, part))
        default: return try calculate(function, first, second, &meter)
        }
    }

    private mutating func search(_ function: Function, _ text: String, _ part: String) throws(CELRuntimeError) -> Bool {
        if function == .contains {
            try meter.charge(searchCost(text.utf8.count, part.utf8.count))
            return holds(text, part)
        }
        try meter.chargeBytes(part.utf8.count)
        if function == .startsWith { return text.utf8.starts(with: part.utf8) }
        return text.utf8.suffix(part.utf8.count).elementsEqual(part.utf8)
    }

    private mutating func size(_ value: CELValue) throws(CELRuntimeError) -> Int {
        switch value {
        case .string(let text):
            try meter.chargeBytes(text.utf8.count)
            return codePoints(text)
        case .bytes(let bytes): return bytes.count
        case .list(let elements): return elements.count
        case .map(let map): return map.count
        default: throw noSuchOverload("size", [value])
        }
    }

    private mutating func membership(_ value: CELValue, in container: CELValue) throws(CELRuntimeError) -> Bool {
        switch container {
        case .list(let elements):
            for index in elements.indices {
                try meter.charge(1)
                if try equals(value, elements[index], &meter) { return true }
            }
            return false
        case .map(let map): return try entry(of: map, value) != nil
        default: throw noSuchOverload("in", [value, container])
        }
    }

    private mutating func element(of container: CELValue, at key: CELValue) throws(CELRuntimeError) -> CELValue {
        switch container {
        case .list(let elements):
            guard key.type.isNumeric else { throw noSuchOverload("[]", [container, key]) }
            guard let position = position(key), elements.indices.contains(position) else {
                let message = "there is no element `\(key)` in a list of \(elements.count)"
                throw CELRuntimeError("index-out-of-range", message)
            }
            return elements[position]
        case .map(let map):
            guard let value = try entry(of: map, key) else { throw noSuchKey(key) }
            return value
        default: throw noSuchOverload("[]", [container, key])
        }
    }

    private func position(_ key: CELValue) -> Int? {
        switch key {
        case .int(let number): Int(exactly: number)
        case .uint(let number): Int(exactly: number)
        case .double(let number): wholeNumber(number).flatMap(position)
        default: nil
        }
    }

    private mutating func entry(of map: CELMap, _ key: CELValue) throws(CELRuntimeError) -> CELValue? {
        try meter.charge(lookUpCost(entries: map.count, key: keyWalk(key)))
        return map[key]
    }

    mutating func field(of value: CELValue, _ name: CELValue) throws(CELRuntimeError) -> CELValue {
        guard case .map(let map) = value else { throw noFields(value, name) }
        guard let found = try entry(of: map, name) else { throw noSuchKey(name) }
        return found
    }

    mutating func hasField(_ value: CELValue, _ name: CELValue) throws(CELRuntimeError) -> Bool {
        guard case .map(let map) = value else { throw noFields(value, name) }
        return try entry(of: map, name) != nil
    }

    private func noSuchKey(_ key: CELValue) -> CELRuntimeError {
        CELRuntimeError("no-such-key", "there is no key \(shown(key))")
    }

    private func noFields(_ value: CELValue, _ name: CELValue) -> CELRuntimeError {
        CELRuntimeError("no-such-field", "`\(value.type.runtimeName)` has no field `\(name.string ?? "")`")
    }
}

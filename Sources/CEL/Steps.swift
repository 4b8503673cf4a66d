extension CELMachine {
    /// Compares a value with a constant. That takes no more steps than the constant is long, which are charged with
    /// the straight line.
    @usableFromInline
    func compare(
        _ value: CELValue, _ step: Instruction, _ program: CompiledCode
    ) throws(CELRuntimeError) -> Bool {
        var free = Meter(budget: .max)
        return try CEL.compare(value, program.constants[Int(step.b)], step.comparison, &free)
    }

    /// Takes one step that reads no bindings, and gives the number of the next.
    @usableFromInline
    mutating func perform(
        _ step: Instruction, _ place: Int, _ program: CompiledCode, _ truth: inout Bool
    ) throws(CELRuntimeError) -> Int {
        switch step.operation {
        case .truth: truth = step.a != 0
        case .test: truth = try popTruth()
        case .pushTruth: stack.append(.bool(truth))
        case .constant: stack.append(program.constants[Int(step.a)])
        case .local:
            let frame = Int(step.a)
            stack.append(frames[frame].items[frames[frame].position])
        case .compareLocal:
            let frame = Int(step.a)
            truth = try compare(frames[frame].items[frames[frame].position], step, program)
        case .compare:
            let right = pop()
            let left = pop()
            truth = try CEL.compare(left, right, step.comparison, &meter)
        case .call: try call(step)
        case .select:
            let value = pop()
            stack.append(try field(of: value, program.constants[Int(step.a)]))
        case .hasKey:
            let value = pop()
            truth = try hasField(value, program.constants[Int(step.a)])
        case .list:
            let count = Int(step.a)
            let elements = Array(stack.suffix(count))
            stack.removeLast(count)
            stack.append(.list(elements))
        case .map: try makeMap(Int(step.a))
        case .fail: throw program.failures[Int(step.a)]
        default: return try performLoop(step, place, &truth)
        }
        return place + 1
    }

    /// Takes the top, which has to be a bool.
    private mutating func popTruth() throws(CELRuntimeError) -> Bool {
        let value = pop()
        if case .bool(let truth) = value { return truth }
        let message = "a condition has to be `bool`, and this is `\(value.type.runtimeName)`"
        throw CELRuntimeError("no-such-overload", message)
    }

    private mutating func makeMap(_ count: Int) throws(CELRuntimeError) {
        let parts = Array(stack.suffix(2 * count))
        stack.removeLast(2 * count)
        let pairs = (0..<count).map { (parts[2 * $0], parts[2 * $0 + 1]) }
        for pair in pairs { try meter.charge(lookUpCost(entries: count, key: keyWalk(pair.0))) }
        do throws(CELMap.Refusal) {
            stack.append(.map(try CELMap(pairs)))
        } catch {
            switch error {
            case .duplicateKey(let key):
                throw CELRuntimeError("duplicate-key", "the key \(shown(key)) is there twice")
            case .notAKey(let key):
                throw CELRuntimeError("bad-key", "`\(key.type.runtimeName)` cannot be the key of a map")
            }
        }
    }
}

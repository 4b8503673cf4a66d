extension CELMachine {
    @usableFromInline
    mutating func push(_ value: CELValue) {
        stack.append(value)
    }

    /// Takes the top; the compiler of expressions sees to it that there is one.
    @usableFromInline
    mutating func pop() -> CELValue {
        stack.popLast() ?? .null
    }

    /// Compares a slot's value with a constant.
    @usableFromInline
    mutating func compare(_ value: CELValue, _ step: Instruction, _ program: CompiledCode) throws(CELRuntimeError) {
        let constant = program.constants[Int(step.b)]
        stack.append(.bool(try CEL.compare(value, constant, step.comparison, &meter)))
    }

    /// Takes one step that reads no bindings, and gives the number of the next.
    @usableFromInline
    mutating func perform(
        _ step: Instruction, _ place: Int, _ program: CompiledCode
    ) throws(CELRuntimeError) -> Int {
        switch step.operation {
        case .constant: stack.append(program.constants[Int(step.a)])
        case .local:
            let frame = Int(step.a)
            stack.append(frames[frame].items[frames[frame].position])
        case .compare:
            let right = pop()
            let left = pop()
            stack.append(.bool(try CEL.compare(left, right, step.comparison, &meter)))
        case .not: stack.append(.bool(!(try truth("!"))))
        case .skipIfFalse: return try skip(if: false, "&&", to: Int(step.a), place)
        case .skipIfTrue: return try skip(if: true, "||", to: Int(step.a), place)
        case .joinAnd: try join(deciding: false, "&&", place)
        case .joinOr: try join(deciding: true, "||", place)
        case .jump: return Int(step.a)
        case .branch: return try truth("?") ? place + 1 : Int(step.a)
        case .call: try call(step)
        case .select:
            let value = pop()
            stack.append(try field(of: value, program.constants[Int(step.a)]))
        case .hasKey:
            let value = pop()
            stack.append(.bool(try hasField(value, program.constants[Int(step.a)])))
        case .list:
            let count = Int(step.a)
            let elements = Array(stack.suffix(count))
            stack.removeLast(count)
            stack.append(.list(elements))
        case .map: try makeMap(Int(step.a))
        case .fail: throw program.failures[Int(step.a)]
        default: return try performLoop(step, place)
        }
        return place + 1
    }

    /// Takes the top, which has to be a bool.
    mutating func truth(_ user: String) throws(CELRuntimeError) -> Bool {
        let value = pop()
        guard case .bool(let truth) = value else { throw noSuchOverload(user, [value]) }
        return truth
    }

    private mutating func skip(
        if deciding: Bool, _ user: String, to target: Int, _ place: Int
    ) throws(CELRuntimeError) -> Int {
        guard try truth(user) == deciding else { return place + 1 }
        stack.append(.bool(deciding))
        return target
    }

    /// The last operand is on top: it decides, or an earlier error comes out, or it is the answer.
    private mutating func join(deciding: Bool, _ user: String, _ place: Int) throws(CELRuntimeError) {
        let result = try truth(user)
        if let waiting = takePending(place), result != deciding { throw waiting }
        stack.append(.bool(result))
    }

    /// The error that waited for this join.
    mutating func takePending(_ place: Int) -> CELRuntimeError? {
        guard let waiting = pending.last, waiting.join == place else { return nil }
        pending.removeLast()
        return waiting.error
    }

    private mutating func makeMap(_ count: Int) throws(CELRuntimeError) {
        let parts = Array(stack.suffix(2 * count))
        stack.removeLast(2 * count)
        let pairs = (0..<count).map { (parts[2 * $0], parts[2 * $0 + 1]) }
        for pair in pairs { try meter.charge(lookUpCost(entries: count, key: CELExtent.exact(pair.0).walk)) }
        do throws(CELMap.Refusal) {
            stack.append(.map(try CELMap(pairs)))
        } catch {
            switch error {
            case .duplicateKey(let key):
                throw CELRuntimeError("duplicate-key", "the key `\(key)` is there twice")
            case .notAKey(let key):
                throw CELRuntimeError("bad-key", "`\(key.type.runtimeName)` cannot be the key of a map")
            }
        }
    }
}

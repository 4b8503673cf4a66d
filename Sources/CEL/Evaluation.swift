extension CELProgram {
    /// The value for these bindings, or why there is none. Ends within `cost` steps if the values are no larger than
    /// declared, and within the machine's budget in any case; allocates nothing unless it makes text, a list or a map.
    @inlinable
    public func evaluate<Bindings: CELBindings>(
        _ bindings: Bindings, _ machine: inout CELMachine
    ) -> Result<CELValue, CELRuntimeError> {
        var truth = false
        if let error = run(bindings, &machine, &truth) { return .failure(error) }
        return .success(code.endsWithTruth ? .bool(truth) : machine.pop())
    }

    /// The truth for these bindings; an error also where the value is no bool.
    @inlinable
    public func evaluateBool<Bindings: CELBindings>(
        _ bindings: Bindings, _ machine: inout CELMachine
    ) -> Result<Bool, CELRuntimeError> {
        var truth = false
        if let error = run(bindings, &machine, &truth) { return .failure(error) }
        if code.endsWithTruth { return .success(truth) }
        let value = machine.pop()
        if case .bool(let truth) = value { return .success(truth) }
        return .failure(code.notBool(value))
    }

    /// Takes step after step; the result is in `truth` or on the stack.
    @inlinable
    func run<Bindings: CELBindings>(
        _ bindings: Bindings, _ machine: inout CELMachine, _ truth: inout Bool
    ) -> CELRuntimeError? {
        if let error = machine.begin(code) { return error }
        var place = 0
        while true {
            let step = code.code[place]
            do throws(CELRuntimeError) {
                switch step.operation {
                case .compareSlot:
                    guard let value = bindings.value(at: Int(step.a)) else { throw code.absent(at: place) }
                    truth = try machine.compare(value, step, code)
                    place += 1
                case .compareSlotText:
                    guard let value = bindings.value(at: Int(step.a)) else { throw code.absent(at: place) }
                    if case .string(let text) = value {
                        truth = sameText(text, code.texts[Int(step.b)]) == (step.comparison == .equal)
                    } else {
                        truth = try machine.compare(value, step, code)
                    }
                    place += 1
                case .compareSlotNumber:
                    guard let value = bindings.value(at: Int(step.a)) else { throw code.absent(at: place) }
                    switch value {
                    case .int(let number) where step.function == .int:
                        truth = step.comparison.holds(number, code.numbers[Int(step.b)])
                    case .duration(let length) where step.function == .duration:
                        truth = step.comparison.holds(length.nanoseconds, code.numbers[Int(step.b)])
                    default: truth = try machine.compare(value, step, code)
                    }
                    place += 1
                case .slot:
                    guard let value = bindings.value(at: Int(step.a)) else { throw code.absent(at: place) }
                    machine.push(value)
                    place += 1
                case .present:
                    truth = bindings.value(at: Int(step.a)) != nil
                    place += 1
                case .not:
                    truth.toggle()
                    place += 1
                case .skipIfFalse: place = truth ? place + 1 : Int(step.a)
                case .skipIfTrue: place = truth ? Int(step.a) : place + 1
                case .joinAnd:
                    if machine.hasPending { try machine.join(deciding: false, truth, place) }
                    place += 1
                case .joinOr:
                    if machine.hasPending { try machine.join(deciding: true, truth, place) }
                    place += 1
                case .jump: place = Int(step.a)
                case .halt: return nil
                case .zonedCall:
                    let (zone, second) = try machine.zone(step)
                    let offset = fixedOffset(zone) ?? bindings.secondsEast(ofZone: zone, at: second)
                    try machine.readTime(step, offset)
                    place += 1
                default: place = try machine.perform(step, place, code, &truth)
                }
            } catch {
                switch machine.recover(from: error, at: place, code) {
                case .success(let next): place = next
                case .failure(let error): return error
                }
            }
        }
    }
}

extension CompiledCode {
    /// The error of reading something that is not there.
    @usableFromInline
    @inline(never)
    func absent(at place: Int) -> CELRuntimeError {
        CELRuntimeError("no-such-field", "`\(words(of: text, ranges[place]))` is not there")
    }

    @usableFromInline
    @inline(never)
    func notBool(_ value: CELValue) -> CELRuntimeError {
        let message = "the result is `\(value.type.runtimeName)`, not `bool`"
        return CELRuntimeError("not-a-bool", message, at: 0..<text.utf8.count)
    }
}

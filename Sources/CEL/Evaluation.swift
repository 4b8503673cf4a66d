extension CELProgram {
    /// The value for these bindings, or why there is none. Ends within `cost` steps if the values are no larger than
    /// declared, and within the machine's budget in any case; allocates nothing unless it makes text, a list or a map.
    @inlinable
    public func evaluate<Bindings: CELBindings>(
        _ bindings: Bindings, _ machine: inout CELMachine
    ) -> Result<CELValue, CELRuntimeError> {
        if let error = machine.begin(code) { return .failure(error) }
        var place = 0
        while true {
            let step = code.code[place]
            do throws(CELRuntimeError) {
                switch step.operation {
                case .slot:
                    guard let value = bindings.value(at: Int(step.a)) else { throw code.absent(at: place) }
                    machine.push(value)
                    place += 1
                case .compareSlot:
                    guard let value = bindings.value(at: Int(step.a)) else { throw code.absent(at: place) }
                    try machine.compare(value, step, code)
                    place += 1
                case .present:
                    machine.push(.bool(bindings.value(at: Int(step.a)) != nil))
                    place += 1
                case .zonedCall:
                    let (zone, second) = try machine.zone(step)
                    let offset = fixedOffset(zone) ?? bindings.secondsEast(ofZone: zone, at: second)
                    try machine.readTime(step, zone, offset)
                    place += 1
                case .halt: return .success(machine.pop())
                default: place = try machine.perform(step, place, code)
                }
            } catch {
                switch machine.recover(from: error, at: place, code) {
                case .success(let next): place = next
                case .failure(let error): return .failure(error)
                }
            }
        }
    }

    /// The truth for these bindings; an error also where the value is no bool.
    @inlinable
    public func evaluateBool<Bindings: CELBindings>(
        _ bindings: Bindings, _ machine: inout CELMachine
    ) -> Result<Bool, CELRuntimeError> {
        switch evaluate(bindings, &machine) {
        case .success(.bool(let truth)): .success(truth)
        case .success(let value): .failure(code.notBool(value))
        case .failure(let error): .failure(error)
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

extension CELMachine {
    /// Where to go on after an error, or the error that comes out in the end: of several, the first that was met.
    @usableFromInline
    @inline(never)
    mutating func recover(
        from error: CELRuntimeError, at place: Int, _ program: CompiledCode
    ) -> Result<Int, CELRuntimeError> {
        let error = error.range.isEmpty ? error.at(program.ranges[place]) : error
        // A spent budget is no value that an operand could outweigh.
        guard meter.steps <= meter.budget, let handler = program.handlers.first(where: { $0.steps.contains(place) })
        else { return .failure(pending.first?.error ?? error) }
        var first = error
        while let waiting = pending.last, handler.steps.contains(waiting.join) {
            first = waiting.error
            pending.removeLast()
        }
        if pending.last?.join != handler.join { pending.append(PendingError(error: first, join: handler.join)) }
        stack.removeLast(stack.count - handler.height)
        return .success(handler.target)
    }
}

/// An error that matters only if no other operand or element decides.
@usableFromInline
struct PendingError: Sendable {
    let error: CELRuntimeError
    /// The step that decides.
    let join: Int
}

extension CELMachine {
    /// Whether an error waits for any join.
    @inlinable var hasPending: Bool { !pending.isEmpty }

    /// The last operand is in the register: it decides, or an earlier error comes out.
    @usableFromInline
    mutating func join(deciding: Bool, _ truth: Bool, _ place: Int) throws(CELRuntimeError) {
        if let waiting = takePending(place), truth != deciding { throw waiting }
    }

    /// The error that waited for this join.
    mutating func takePending(_ place: Int) -> CELRuntimeError? {
        guard let waiting = pending.last, waiting.join == place else { return nil }
        pending.removeLast()
        return waiting.error
    }

    /// Where to go on after an error, or the error that comes out in the end: of several, the first that was met.
    @usableFromInline
    @inline(never)
    mutating func recover(
        from error: CELRuntimeError, at place: Int, _ program: CompiledCode
    ) -> Result<Int, CELRuntimeError> {
        let error = error.range.isEmpty ? error.at(program.ranges[place]) : error
        // A spent budget is no value that an operand could outweigh.
        if meter.steps > meter.budget { return .failure(error) }
        guard let handler = program.handler(of: place) else { return .failure(pending.first?.error ?? error) }
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

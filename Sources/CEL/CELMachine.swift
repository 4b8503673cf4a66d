/// The memory of evaluations, kept from one to the next so that they allocate nothing.
public struct CELMachine: Sendable {
    var stack: [CELValue] = []
    var frames: [LoopFrame] = []
    /// Errors that wait for their join, the outermost first.
    @usableFromInline var pending: [PendingError] = []
    var meter: Meter

    /// A machine whose evaluations take at most so many steps each.
    public init(budget: Int = CELLimits.steps) {
        meter = Meter(budget: budget)
    }

    /// The steps that the last evaluation took.
    public var steps: Int { meter.steps }

    /// Makes ready for a program; an error where even its straight line takes more than the budget.
    @usableFromInline
    mutating func begin(_ program: CompiledCode) -> CELRuntimeError? {
        if !stack.isEmpty { stack.removeAll(keepingCapacity: true) }
        if !pending.isEmpty { pending.removeAll(keepingCapacity: true) }
        while frames.count < program.frames { frames.append(LoopFrame()) }
        meter.restart()
        do throws(CELRuntimeError) {
            try meter.charge(program.flatSteps)
            return nil
        } catch {
            return error.at(program.ranges[program.code.count - 1])
        }
    }

    @usableFromInline
    mutating func push(_ value: CELValue) {
        stack.append(value)
    }

    /// Takes the top; the compiler of expressions sees to it that there is one.
    @usableFromInline
    mutating func pop() -> CELValue {
        stack.popLast() ?? .null
    }
}

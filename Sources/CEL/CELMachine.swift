/// The memory of evaluations, kept from one to the next so that they allocate nothing.
public struct CELMachine: Sendable {
    var stack: [CELValue] = []
    var frames: [Frame] = []
    /// Errors that wait for their join, the outermost first.
    var pending: [PendingError] = []
    var meter: Meter

    /// A loop at work.
    struct Frame: Sendable {
        var items: [CELValue] = []
        var position = -1
        var isDecided = false
        var matches = 0
        var results: [CELValue] = []
    }

    /// An error that matters only if nothing decides otherwise.
    struct PendingError: Sendable {
        let error: CELRuntimeError
        let join: Int
    }

    /// A machine whose evaluations take at most so many steps each.
    public init(budget: Int = CELLimits.steps) {
        meter = Meter(budget: budget)
        stack.reserveCapacity(16)
    }

    /// The steps that the last evaluation took.
    public var steps: Int { meter.steps }

    @usableFromInline
    mutating func begin(_ program: CompiledCode) -> CELRuntimeError? {
        stack.removeAll(keepingCapacity: true)
        if !pending.isEmpty { pending.removeAll(keepingCapacity: true) }
        while frames.count < program.frames { frames.append(Frame()) }
        meter = Meter(budget: meter.budget)
        do {
            try meter.charge(program.code.count)
            return nil
        } catch {
            return error.at(program.ranges[program.code.count - 1])
        }
    }
}

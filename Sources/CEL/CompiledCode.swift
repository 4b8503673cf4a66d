/// The arrays of a program, shared between its copies.
@usableFromInline
final class CompiledCode: Sendable {
    let text: String
    @usableFromInline let code: [Instruction]
    let ranges: [Range<Int>]
    let constants: [CELValue]
    private let handlers: [Handler]
    /// For each step the number of the innermost handler around it; -1 for none.
    private let handlerNumbers: [Int32]
    let failures: [CELRuntimeError]
    let slots: [Int]
    let frames: Int
    @usableFromInline let endsWithTruth: Bool
    let cost: Int
    /// The steps that every evaluation is charged with at its start.
    let flatSteps: Int
    /// The texts among the constants, at the same numbers.
    @usableFromInline let texts: [String]
    /// The numbers among the constants, and the nanoseconds of lengths of time, at the same numbers.
    @usableFromInline let numbers: [Int64]

    init(_ text: String, _ emitter: Emitter) {
        self.text = text
        code = emitter.code
        ranges = emitter.ranges
        constants = emitter.constants
        handlers = emitter.handlers
        handlerNumbers = Self.handlerNumbers(emitter)
        failures = emitter.failures
        slots = emitter.slots.sorted()
        frames = emitter.frames
        endsWithTruth = emitter.endsWithTruth
        cost = emitter.cost
        flatSteps = emitter.flatSteps
        texts = emitter.constants.map { $0.string ?? "" }
        numbers = emitter.constants.map { $0.quickNumber ?? 0 }
    }

    /// The innermost handler around a step.
    func handler(of place: Int) -> Handler? {
        let number = handlerNumbers[place]
        return number < 0 ? nil : handlers[Int(number)]
    }

    /// Inner handlers come before outer ones, so the outer ones are noted first.
    private static func handlerNumbers(_ emitter: Emitter) -> [Int32] {
        var numbers = [Int32](repeating: -1, count: emitter.code.count)
        for (number, handler) in emitter.handlers.enumerated().reversed() {
            for step in handler.steps { numbers[step] = Int32(truncatingIfNeeded: number) }
        }
        return numbers
    }
}

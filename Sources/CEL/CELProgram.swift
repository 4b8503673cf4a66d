/// A compiled expression: flat code that runs without looking anything up by name.
///
/// Programs are equal where their texts are; they are small to copy.
public struct CELProgram: Sendable {
    @usableFromInline let code: CompiledCode

    /// The text it was compiled from.
    public var text: String { code.text }
    /// The most steps an evaluation can take, given the declared sizes of what it reads.
    public var cost: Int { code.cost }
    /// The numbers of the slots it can read, in order.
    public var slotsRead: [Int] { code.slots }

    /// A program from its code; `text` begins so many bytes into the expression.
    init(text: String, _ emitter: consuming Emitter, origin: Int = 0) {
        if origin != 0 {
            emitter.ranges = emitter.ranges.map { $0.lowerBound - origin..<$0.upperBound - origin }
        }
        code = CompiledCode(text, emitter)
    }
}

extension CELProgram: Hashable {
    public static func == (left: CELProgram, right: CELProgram) -> Bool {
        left.code === right.code || sameText(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(CELValue.string(text))
    }
}

/// The arrays of a program, shared between its copies.
@usableFromInline
final class CompiledCode: Sendable {
    let text: String
    @usableFromInline let code: [Instruction]
    let ranges: [Range<Int>]
    let constants: [CELValue]
    let handlers: [Handler]
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
        failures = emitter.failures
        slots = emitter.slots.sorted()
        frames = emitter.frames
        endsWithTruth = emitter.endsWithTruth
        cost = emitter.cost
        flatSteps = emitter.flatSteps
        texts = emitter.constants.map { $0.string ?? "" }
        numbers = emitter.constants.map { $0.quickNumber ?? 0 }
    }
}

/// The values that an evaluation reads, and the time zones it may name.
public protocol CELBindings: TimeZoneRules {
    /// The value of a slot; nil where it is absent.
    func value(at slot: Int) -> CELValue?
}

extension CELBindings {
    /// No named zones.
    public func secondsEast(ofZone name: String, at second: Int64) -> Int? { nil }
}

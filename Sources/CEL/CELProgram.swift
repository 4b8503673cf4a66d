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

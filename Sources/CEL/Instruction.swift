/// One step of a compiled expression. What `a`, `b` and `c` mean is said at each operation.
@usableFromInline
struct Instruction: Sendable {
    @usableFromInline let operation: Operation
    @usableFromInline let function: Function
    @usableFromInline let comparison: Comparison
    @usableFromInline let a: Int32
    @usableFromInline let b: Int32
    @usableFromInline let c: Int32

    init(
        _ operation: Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, function: Function = .dyn,
        comparison: Comparison = .equal
    ) {
        self.operation = operation
        self.function = function
        self.comparison = comparison
        self.a = Int32(truncatingIfNeeded: a)
        self.b = Int32(truncatingIfNeeded: b)
        self.c = Int32(truncatingIfNeeded: c)
    }
}

/// What a step does with the stack. The numbers that steps carry are bounded by the limit on nodes.
@usableFromInline
enum Operation: UInt8, Sendable {
    /// Ends the evaluation with the top.
    case halt
    /// Pushes constant `a`.
    case constant
    /// Pushes the value of slot `a`; an error where it is absent.
    case slot
    /// Pushes whether slot `a` has a value.
    case present
    /// Pushes the element that loop `a` is at.
    case local
    /// Compares the top two.
    case compare
    /// Compares slot `a` with constant `b`.
    case compareSlot
    /// Replaces the top bool by its opposite.
    case not
    /// Goes to `a` keeping the top if it is false, else drops it.
    case skipIfFalse
    /// Goes to `a` keeping the top if it is true, else drops it.
    case skipIfTrue
    /// Ends `&&`: an operand's error comes out unless the top is false.
    case joinAnd
    /// Ends `||`: an operand's error comes out unless the top is true.
    case joinOr
    /// Goes to `a`.
    case jump
    /// Drops the top bool and goes to `a` if it was false.
    case branch
    /// Applies a function to the top `a` values.
    case call
    /// Reads a part of the time below in the zone on top.
    case zonedCall
    /// Replaces the top by its field named by constant `a`.
    case select
    /// Replaces the top by whether it has a field named by constant `a`.
    case hasKey
    /// Makes a list of the top `a` values.
    case list
    /// Makes a map of the top `a` pairs.
    case map
    /// Drops the top and lets loop `a` walk over it.
    case enter
    /// Moves loop `a` on, or goes to `b` at the end; takes `c` steps.
    case next
    /// Drops the top bool; if it is false, loop `a` is decided and goes to `c`, else back to `b`.
    case decideAll
    /// The same with true.
    case decideExists
    /// Drops the top bool and counts it if true in loop `a`; goes back to `b`.
    case count
    /// Drops the top bool and keeps the element of loop `a` if true; goes back to `b`.
    case keep
    /// Drops the top into the results of loop `a`; goes back to `b`.
    case collect
    /// Pushes the answer of loop `a` that ends here; `b` tells the macro.
    case concludeAll
    case concludeExists
    case concludeOne
    case concludeList
    /// Raises failure `a`.
    case fail
}

/// Where to go on when a step between two places fails: in an operand of `&&` or `||`, or in the body of `all` or
/// `exists`. The error is kept until the step `join` decides whether it matters.
struct Handler: Sendable {
    let steps: Range<Int>
    let target: Int
    var join: Int
    /// The height of the stack to go on with.
    let height: Int
}

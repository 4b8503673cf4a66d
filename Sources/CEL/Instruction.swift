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

/// What a step does. Values live on a stack, the truth of the latest condition in a register of its own, so that
/// conditions cost no traffic on the stack. The numbers that steps carry are bounded by the limit on nodes.
@usableFromInline
enum Operation: UInt8, Sendable {
    /// Ends the evaluation: with the register in a program for a condition, else with the top.
    case halt
    /// Pushes the value of slot `a`; an error where it is absent.
    case slot
    /// Tells whether slot `a` has a value.
    case present
    /// Compares slot `a` with constant `b`; their bytes count among the steps of the straight line.
    case compareSlot
    /// The same for equality with a text.
    case compareSlotText
    /// The same for an `int` or a `duration`, as the function of the step tells.
    case compareSlotNumber
    /// Turns the register round.
    case not
    /// Goes to `a` if the register is false.
    case skipIfFalse
    /// Goes to `a` if the register is true.
    case skipIfTrue
    /// Ends `&&`: an operand's error comes out unless the register is false.
    case joinAnd
    /// Ends `||`: an operand's error comes out unless the register is true.
    case joinOr
    /// Goes to `a`.
    case jump
    /// Reads a part of the time below in the zone on top.
    case zonedCall
    /// Sets the register to true if `a` is not zero.
    case truth
    /// Moves the top, which has to be a bool, to the register.
    case test
    /// Pushes the register.
    case pushTruth
    /// Pushes constant `a`.
    case constant
    /// Pushes the element that loop `a` is at.
    case local
    /// Compares the element that loop `a` is at with constant `b`.
    case compareLocal
    /// Compares the top two, and drops them.
    case compare
    /// Applies a function to the top `a` values.
    case call
    /// Replaces the top by its field named by constant `a`.
    case select
    /// Drops the top and tells whether it has a field named by constant `a`.
    case hasKey
    /// Makes a list of the top `a` values.
    case list
    /// Makes a map of the top `a` pairs.
    case map
    /// Drops the top and lets loop `a` walk over it.
    case enter
    /// Moves loop `a` on, or goes to `b` at the end; takes `c` steps.
    case next
    /// If the register is false, loop `a` is decided and goes to `c`, else back to `b`.
    case decideAll
    /// The same with true.
    case decideExists
    /// Counts a true register in loop `a`; goes back to `b`.
    case count
    /// Keeps the element of loop `a` if the register is true; goes back to `b`.
    case keep
    /// Drops the top into the results of loop `a`; goes back to `b`.
    case collect
    /// Tells the answer of loop `a`, which ends here.
    case concludeAll
    case concludeExists
    case concludeOne
    /// Pushes the results of loop `a`, which ends here.
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

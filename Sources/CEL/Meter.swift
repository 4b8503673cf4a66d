/// Counts the steps of an evaluation against its budget.
struct Meter: Sendable {
    let budget: Int
    private(set) var steps = 0

    init(budget: Int) {
        self.budget = budget
    }

    /// Begins again at none.
    mutating func restart() {
        steps = 0
    }

    /// Adds steps; an error once they pass the budget.
    @inline(__always)
    mutating func charge(_ count: Int) throws(CELRuntimeError) {
        let (sum, overflow) = steps.addingReportingOverflow(count)
        steps = overflow ? .max : sum
        if steps > budget { throw Self.spent(budget) }
    }

    /// Adds the steps of walking over so many bytes of text.
    @inline(__always)
    mutating func chargeBytes(_ count: Int) throws(CELRuntimeError) {
        try charge(1 + count / CELLimits.bytesAStep)
    }

    @inline(never)
    private static func spent(_ budget: Int) -> CELRuntimeError {
        CELRuntimeError("budget-spent", "evaluation takes more than \(budget) steps")
    }
}

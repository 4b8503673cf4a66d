import PolicyEngine

/// Outcomes on their way to standard output, collected until they are many or nothing else is to do.
struct OutcomeOutput {
    private let printsEmpty: Bool
    private var printer: OutcomePrinter
    /// Writes in the place of `printer`.
    private let behind: WriteBehind?
    private var waiting: [Outcome] = []
    /// The reader has gone; nothing can be told any more.
    private(set) var isClosed = false
    private static let enough = 256

    /// With `writesBehind` a thread of its own writes; not for outcomes whose JSON is made already.
    init(_ format: RunCommand.Format, printsEmpty: Bool, policy reference: String, writesBehind: Bool) {
        self.printsEmpty = printsEmpty
        printer = OutcomePrinter(format, policy: reference)
        behind = writesBehind ? WriteBehind(printer) : nil
    }

    /// Enough has been collected to be worth writing.
    var isFull: Bool { printer.isFull || waiting.count >= Self.enough }

    /// The outcome as JSON, without its line break.
    func line(_ outcome: Outcome) -> [UInt8] { printer.line(outcome) }

    mutating func add(_ outcome: Outcome) {
        if outcome.isEmpty, !printsEmpty { return }
        if behind == nil { printer.add(outcome) } else { waiting.append(outcome) }
    }

    /// Adds an outcome whose JSON is made already.
    mutating func add(_ outcome: Outcome, line: [UInt8]) { printer.add(outcome, line: line) }

    /// Forgets what was not written: it was not recorded either.
    mutating func discard() { printer.discard() }

    /// Writes everything, or has it written; a closed pipe is no error.
    mutating func flush() throws(CommandFailure) {
        guard let behind else {
            try printer.flush()
            isClosed = printer.isClosed
            return
        }
        if !waiting.isEmpty { behind.put(&waiting) }
        isClosed = try behind.isClosed()
    }

    /// Writes the last; returns when all is written.
    mutating func finish() throws(CommandFailure) {
        try flush()
        behind?.finish()
        isClosed = try behind?.isClosed() ?? isClosed
    }
}

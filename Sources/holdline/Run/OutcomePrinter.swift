import Glibc
import PolicyEngine

/// Writes outcomes to standard output, in the form that was asked for.
struct OutcomePrinter: Sendable {
    private let format: RunCommand.Format
    private let writer: OutcomeWriter
    private var text = OutcomeText()
    private var bytes: [UInt8] = []
    /// The reader has gone; nothing can be told any more.
    private(set) var isClosed = false
    private static let enough = 65_536

    init(_ format: RunCommand.Format, policy reference: String) {
        self.format = format
        writer = OutcomeWriter(policy: reference)
        bytes.reserveCapacity(2 * Self.enough)
    }

    /// Enough has been collected to be worth a system call.
    var isFull: Bool { bytes.count >= Self.enough }

    /// The outcome as JSON, without its line break.
    func line(_ outcome: Outcome) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(512)
        writer.write(outcome, to: &line)
        line.removeLast()
        return line
    }

    mutating func add(_ outcome: Outcome) {
        switch format {
        case .ndjson: writer.write(outcome, to: &bytes)
        case .text: text.write(outcome, to: &bytes)
        }
    }

    /// Adds an outcome whose JSON is made already.
    mutating func add(_ outcome: Outcome, line: [UInt8]) {
        guard format == .ndjson else { return add(outcome) }
        bytes += line
        bytes.append(0x0A)
    }

    /// Forgets what was not written: it was not recorded either.
    mutating func discard() { bytes.removeAll(keepingCapacity: true) }

    /// Writes everything; a closed pipe is no error.
    mutating func flush() throws(CommandFailure) {
        if bytes.isEmpty || isClosed { return }
        if !Files.write(bytes, to: STDOUT_FILENO) {
            guard errno == EPIPE else { throw CommandFailure("cannot write the outcomes: \(Files.reason(errno))") }
            isClosed = true
        }
        bytes.removeAll(keepingCapacity: true)
    }
}

import Dispatch
import PolicyEngine
import Synchronization

/// A thread that writes outcomes while others work.
final class WriteBehind: Sendable {
    private struct Fate {
        var isClosed = false
        var failure: CommandFailure?
    }

    private let toWrite = Relay<[Outcome]?>()
    private let written: Relay<[Outcome]>
    private let fate = Mutex(Fate())
    private let end = DispatchSemaphore(value: 0)
    private static let behind = 4

    init(_ printer: OutcomePrinter) {
        written = Relay((0..<Self.behind).map { _ in [] })
        DispatchQueue(label: "writing").async { self.write(with: printer) }
    }

    private func write(with printer: OutcomePrinter) {
        var printer = printer
        while var outcomes = toWrite.take() {
            for outcome in outcomes { printer.add(outcome) }
            let failure = flush(&printer)
            fate.withLock { $0 = Fate(isClosed: printer.isClosed, failure: $0.failure ?? failure) }
            outcomes.removeAll(keepingCapacity: true)
            written.put(consume outcomes)
        }
        end.signal()
    }

    private func flush(_ printer: inout OutcomePrinter) -> CommandFailure? {
        do throws(CommandFailure) {
            try printer.flush()
            return nil
        } catch {
            printer.discard()
            return error
        }
    }

    /// Hands outcomes over, and leaves an empty list in their place.
    func put(_ outcomes: inout [Outcome]) {
        var empty = written.take()
        swap(&outcomes, &empty)
        toWrite.put(consume empty)
    }

    /// The reader of what is written has gone. It may be known a little later than it is so.
    func isClosed() throws(CommandFailure) -> Bool {
        let fate = fate.withLock { $0 }
        if let failure = fate.failure { throw failure }
        return fate.isClosed
    }

    /// Waits until everything is written. Nothing is handed over after that.
    func finish() {
        toWrite.put(nil)
        end.wait()
    }
}

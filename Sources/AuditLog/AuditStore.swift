/// What is added to a log at once.
public struct AuditBatch: Sendable {
    public var events: [EventRecord] = []
    public var outcomes: [OutcomeRecord] = []
    public var refusals: [RefusalRecord] = []
    /// After the last event recorded so far agents answered all they had heard; a replay has to do the same there.
    public var pauses = false

    public init() {}

    public var isEmpty: Bool { events.isEmpty && outcomes.isEmpty && refusals.isEmpty && !pauses }

    /// Forgets everything but the room it took.
    public mutating func clear() {
        events.removeAll(keepingCapacity: true)
        outcomes.removeAll(keepingCapacity: true)
        refusals.removeAll(keepingCapacity: true)
        pauses = false
    }
}

/// A place that keeps a log: `append` returns a durable index, or throws.
///
/// The index is the number of the last event that will survive any crash from now on. A batch is kept whole or not at
/// all; after an error nothing of it is there.
public protocol AuditStore {
    func append(_ batch: AuditBatch) throws -> Int64
}

/// Why a log cannot be opened, read or written; told in the words of the person at the terminal.
public struct AuditFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Lowercase, without a final period; names in backticks; never what an event holds.
    public var message: String
    public var help: String?

    public init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

    public var description: String { message }
}

import AuditLog
import GRDB
import PolicyEngine

extension SQLiteLog {
    /// Adds a batch in one transaction and returns the number of the last event, durable from now on; or throws, and
    /// then nothing of the batch is there.
    ///
    /// Numbers go on where the log ends. Linear in the batch, with a few index steps a record.
    @discardableResult
    public func append(_ batch: AuditBatch) throws -> Int64 {
        if batch.isEmpty { return events }
        guard batch.events.first.map({ $0.number == events + 1 }) ?? true,
            batch.outcomes.first.map({ $0.number == outcomes + 1 }) ?? true
        else { throw AuditFault("the records do not go on where the audit log `\(path)` ends") }
        try told { connection in
            try connection.inTransaction(.immediate) {
                try Self.insert(batch.events, connection)
                try Self.insert(batch.outcomes, connection)
                try Self.insert(batch.refusals, connection)
                if batch.pauses {
                    var pause = try SQLStatement(connection, "INSERT OR IGNORE INTO pauses VALUES (?)")
                    try pause.bind(events + Int64(batch.events.count))
                    try pause.run()
                }
                return .commit
            }
        }
        events += Int64(batch.events.count)
        outcomes += Int64(batch.outcomes.count)
        return events
    }

    private static func insert(_ events: [EventRecord], _ connection: Database) throws {
        if events.isEmpty { return }
        var insert = try SQLStatement(connection, "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?)")
        for event in events {
            try insert.bind(event.number)
            try insert.bind(event.time)
            try insert.bind(event.type)
            try insert.bind(event.source)
            try insert.bind(event.id)
            try insert.bind(event.contact)
            try insert.bind(event.customer)
            try insert.bind(event.agent)
            try insert.bind(event.channel)
            try insert.bind(bits: event.content)
            try insert.bind(text: event.line)
            try insert.run()
        }
    }

    private static func insert(_ outcomes: [OutcomeRecord], _ connection: Database) throws {
        if outcomes.isEmpty { return }
        var insert = try SQLStatement(connection, "INSERT INTO outcomes VALUES (?,?,?,?,?,?,?,?)")
        var norms = try NormRows(connection)
        for record in outcomes {
            try insert.bind(record.number)
            try insert.bind(record.recordedWith)
            try insert.bind(record.outcome.event)
            try insert.bind(record.outcome.time)
            try insert.bind(record.outcome.contact)
            try insert.bind(record.outcome.customer)
            try insert.bind(record.outcome.agent)
            try insert.bind(text: record.line)
            try insert.run()
            try norms.follow(record)
        }
    }

    private static func insert(_ refusals: [RefusalRecord], _ connection: Database) throws {
        if refusals.isEmpty { return }
        var insert = try SQLStatement(
            connection,
            "INSERT OR IGNORE INTO refused (input, line, code, message, at, hash, raw) VALUES (?,?,?,?,?,?,?)")
        for refusal in refusals {
            try insert.bind(refusal.input)
            try insert.bind(refusal.line)
            try insert.bind(refusal.code)
            try insert.bind(refusal.message)
            try insert.bind(refusal.column)
            try insert.bind(bits: refusal.hash)
            try insert.bind(blob: refusal.raw)
            try insert.run()
        }
    }
}

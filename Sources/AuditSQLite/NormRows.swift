import AuditLog
import GRDB
import PolicyEngine
import PolicyLanguage

/// Writes what outcomes say of norms: a row when one is issued, its states as they come.
struct NormRows {
    private var insert: SQLStatement
    private var miss: SQLStatement
    private var close: SQLStatement

    init(_ connection: Database) throws {
        insert = try SQLStatement(
            connection,
            """
            INSERT INTO norms (norm, modality, action, by, rule, contact, customer, agent, due, until, state,
                issued, issued_by, issued_in) VALUES (?,?,?,?,?,?,?,?,?,?,'open',?,?,?)
            """)
        miss = try SQLStatement(
            connection,
            """
            UPDATE norms SET state = 'missed', missed = ?, missed_by = ?, missed_in = ?
            WHERE number = (\(Self.latest))
            """
        )
        close = try SQLStatement(
            connection,
            "UPDATE norms SET state = ?, closed = ?, closed_by = ?, closed_in = ? WHERE number = (\(Self.latest))")
    }

    /// A contact that began anew numbers its norms again, and a contact and a customer may have one name: so the latest
    /// that is still open or missed, of the same act, and best of the same contact.
    private static let latest = """
        SELECT number FROM norms WHERE norm = ? AND action = ? AND state IN ('open', 'missed')
        ORDER BY contact IS ? DESC, number DESC LIMIT 1
        """

    mutating func follow(_ record: OutcomeRecord) throws {
        for issued in record.outcome.issued { try add(issued, record) }
        for closed in record.outcome.closed { try end(closed, record) }
    }

    private mutating func add(_ issued: Outcome.Issued, _ record: OutcomeRecord) throws {
        try insert.bind(issued.norm)
        try insert.bind(issued.modality.rawValue)
        try insert.bind(issued.action)
        try insert.bind(issued.by.joined(separator: ","))
        try insert.bind(issued.rule)
        try insert.bind(record.outcome.contact)
        try insert.bind(record.outcome.customer)
        try insert.bind(record.outcome.agent)
        try insert.bind(issued.due)
        try insert.bind(issued.until)
        try insert.bind(record.outcome.time)
        try insert.bind(record.outcome.event)
        try insert.bind(record.number)
        try insert.run()
    }

    private mutating func end(_ closed: Outcome.Closed, _ record: OutcomeRecord) throws {
        if closed.state == .missed {
            try end(closed, record, &miss)
        } else {
            try close.bind(closed.state.rawValue)
            try end(closed, record, &close)
        }
    }

    private func end(_ closed: Outcome.Closed, _ record: OutcomeRecord, _ update: inout SQLStatement) throws {
        try update.bind(record.outcome.time)
        try update.bind(record.outcome.event)
        try update.bind(record.number)
        try update.bind(closed.norm)
        try update.bind(closed.action)
        try update.bind(record.outcome.contact)
        try update.run()
    }
}

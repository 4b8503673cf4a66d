import AuditLog
import GRDB
import PolicyEngine
import PolicyLanguage

/// Which contacts are wanted; nil for any.
public struct CaseFilter: Sendable {
    public var contact: String?
    public var customer: String?
    public var agent: String?
    /// Contacts whose first event is not before this moment, in milliseconds since 1970.
    public var since: Int64?

    public init(contact: String? = nil, customer: String? = nil, agent: String? = nil, since: Int64? = nil) {
        self.contact = contact
        self.customer = customer
        self.agent = agent
        self.since = since
    }
}

/// Looking at contacts one by one; memory is bound by the largest of them.
extension SQLiteLog {
    /// How much of the events is read.
    public enum Depth: Sendable {
        /// Only what a summary needs: conduct, ends and retractions.
        case summary
        case everything
    }

    /// Hands over every contact that is wanted, in the order in which they began; `body` must not use this log.
    public func cases(_ filter: CaseFilter, _ depth: Depth, _ body: (Case) throws -> Void) throws {
        let policy = try policies().last
        try told { connection in
            var find = try SQLStatement(
                connection,
                """
                SELECT contact FROM events WHERE contact IS NOT NULL AND (?1 IS NULL OR contact = ?1) GROUP BY contact
                HAVING (?2 IS NULL OR max(customer = ?2)) AND (?3 IS NULL OR max(agent = ?3))
                    AND (?4 IS NULL OR min(time) >= ?4) ORDER BY min(number)
                """)
            try find.bind(filter.contact)
            try find.bind(filter.customer)
            try find.bind(filter.agent)
            try find.bind(filter.since)
            defer { find.reset() }
            while try find.step() {
                var found = Case(contact: find.text(0), policy: policy)
                found.events = try Self.events(of: found.contact, depth, connection)
                found.outcomes = try Self.outcomes(of: found.contact, connection)
                found.norms = try Self.norms(of: found.contact, connection)
                try body(found)
            }
        }
    }

    /// The names of contacts that begin like this one or are about as long, for "did you mean"; at most 10,000.
    public func contactNames(like name: String) throws -> [String] {
        try told { connection in
            var find = try SQLStatement(
                connection,
                """
                SELECT DISTINCT contact FROM events WHERE contact IS NOT NULL
                    AND abs(length(contact) - length(?1)) <= 3 ORDER BY contact LIMIT 10000
                """)
            try find.bind(name)
            var names: [String] = []
            while try find.step() { names.append(find.text(0)) }
            return names
        }
    }

    private static let reader = EventReader()

    private static func events(
        of contact: String, _ depth: Depth, _ connection: Database
    ) throws -> [Case.Happening] {
        let types = [BuiltInEvent.conductObserved, .contactEnded, .retracted].map { "'\($0.rawValue)'" }
        let line = depth == .everything ? "line" : "CASE WHEN type IN (\(types.joined(separator: ","))) THEN line END"
        var find = try SQLStatement(
            connection,
            """
            SELECT number, time, type, id, customer, agent, channel, \(line) FROM events
            WHERE contact = ? ORDER BY number
            """
        )
        try find.bind(contact)
        var events: [Case.Happening] = []
        while try find.step() {
            let line = find.bytes(7)
            events.append(
                Case.Happening(
                    number: find.int(0), time: find.int(1), type: find.text(2), id: find.text(3),
                    customer: find.optionalText(4), agent: find.optionalText(5), channel: find.optionalText(6),
                    event: line.isEmpty ? nil : try? reader.read(line)))
        }
        return events
    }

    private static func outcomes(of contact: String, _ connection: Database) throws -> [Case.Finding] {
        var find = try SQLStatement(
            connection, "SELECT number, recorded_with, line FROM outcomes WHERE contact = ? ORDER BY number")
        try find.bind(contact)
        var outcomes: [Case.Finding] = []
        while try find.step() {
            guard let outcome = Outcome(json: find.bytes(2)) else { continue }
            outcomes.append(Case.Finding(number: find.int(0), recordedWith: find.int(1), outcome: outcome))
        }
        return outcomes
    }

    private static func norms(of contact: String, _ connection: Database) throws -> [NormRecord] {
        var find = try SQLStatement(connection, "SELECT * FROM norms WHERE contact = ? ORDER BY number")
        try find.bind(contact)
        var norms: [NormRecord] = []
        while try find.step() {
            guard let modality = Modality(rawValue: find.text(2)), let state = NormState(rawValue: find.text(11)) else {
                continue
            }
            norms.append(
                NormRecord(
                    number: find.int(0), norm: find.text(1), modality: modality, action: find.text(3),
                    by: find.text(4).split(separator: ",").map(String.init), rule: find.text(5),
                    contact: find.optionalText(6), customer: find.optionalText(7), agent: find.optionalText(8),
                    due: find.optionalInt(9), until: find.optionalInt(10), state: state,
                    issued: moment(find, 12) ?? NormRecord.Moment(time: 0, event: "", outcome: 0),
                    missed: moment(find, 15), closed: moment(find, 18)))
        }
        return norms
    }

    private static func moment(_ row: SQLStatement, _ column: Int32) -> NormRecord.Moment? {
        row.optionalInt(column).map {
            NormRecord.Moment(time: $0, event: row.text(column + 1), outcome: row.int(column + 2))
        }
    }
}

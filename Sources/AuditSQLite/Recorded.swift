import AuditLog
import GRDB

/// What a log holds already, as a run needs it that goes on with it.
extension SQLiteLog {
    /// Whether this very event is in the log. Logarithmic in the log's length.
    public func holds(_ identity: EventIdentity) throws -> Bool {
        try told { connection in
            var find = try SQLStatement(
                connection, "SELECT 1 FROM events WHERE time = ? AND content = ? AND id = ? AND source = ? LIMIT 1")
            try find.bind(identity.time)
            try find.bind(bits: identity.content)
            try find.bind(identity.id)
            try find.bind(identity.source)
            defer { find.reset() }
            return try find.step()
        }
    }

    /// A line of an input that is in the log as refused.
    public struct KnownRefusal: Sendable, Equatable {
        public var line: Int64
        public var hash: UInt64
        public var code: String
        public var message: String
        public var column: Int64?
    }

    /// The next refused lines of an input after a line, in order, at most `count`.
    public func refusals(of input: String, after line: Int64, count: Int) throws -> [KnownRefusal] {
        try told { connection in
            var find = try SQLStatement(
                connection,
                "SELECT line, hash, code, message, at FROM refused WHERE input = ? AND line > ? ORDER BY line LIMIT ?")
            try find.bind(input)
            try find.bind(line)
            try find.bind(Int64(count))
            var known: [KnownRefusal] = []
            while try find.step() {
                known.append(
                    KnownRefusal(
                        line: find.int(0), hash: UInt64(bitPattern: find.int(1)), code: find.text(2),
                        message: find.text(3), column: find.optionalInt(4)))
            }
            return known
        }
    }

    /// One recorded event with all that came of it, for a replay.
    public struct Recorded {
        public var number: Int64
        public var line: [UInt8]
        /// Agents answered all they had heard after this event.
        public var pauses: Bool
        /// The outcomes recorded with it, those of the pause last.
        public var outcomes: [[UInt8]]
    }

    /// Hands over every recorded event in order; `body` must not use this log. Memory is constant in the log's length.
    public func replay(_ body: (Recorded) throws -> Void) throws {
        try told { connection in
            var events = try SQLStatement(
                connection,
                "SELECT number, line, event IS NOT NULL FROM events LEFT JOIN pauses ON event = number ORDER BY number")
            var outcomes = try SQLStatement(connection, "SELECT recorded_with, line FROM outcomes ORDER BY number")
            var hasOutcome = try outcomes.step()
            defer {
                events.reset()
                outcomes.reset()
            }
            while try events.step() {
                var recorded = Recorded(
                    number: events.int(0), line: events.bytes(1), pauses: events.int(2) != 0, outcomes: [])
                while hasOutcome, outcomes.int(0) <= recorded.number {
                    recorded.outcomes.append(outcomes.bytes(1))
                    hasOutcome = try outcomes.step()
                }
                try body(recorded)
            }
        }
    }
}

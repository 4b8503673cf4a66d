import AuditLog
import GRDB
import Glibc

/// The audit log in one SQLite file: append returns a durable index, or throws.
///
/// Open it `forWriting` to record (one process at a time) or `forReading` (any number, also while it is written).
/// Write-ahead journal, `synchronous=FULL`: a batch that was appended survives a crash of process, system or power.
public final class SQLiteLog: AuditStore {
    public let path: String
    let queue: DatabaseQueue
    /// Let go after `queue`, whose connection closes first.
    private let lock: WriterLock?
    /// How far the log has come.
    public internal(set) var events: Int64 = 0
    public internal(set) var outcomes: Int64 = 0

    private init(path: String, queue: DatabaseQueue, lock: WriterLock?) {
        self.path = path
        self.queue = queue
        self.lock = lock
    }

    deinit { try? queue.close() }

    /// Opens a log to add to it; makes it where there is none, and brings an older one up to date.
    public static func forWriting(_ path: String) throws -> SQLiteLog {
        let lock = try WriterLock(path)
        return try told(path) {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            configuration.prepareDatabase { connection in
                try connection.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384")
            }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let log = SQLiteLog(path: path, queue: queue, lock: lock)
            try queue.inDatabase { connection in
                try log.checkHeader(connection, mayBeEmpty: true)
                try connection.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 4000")
            }
            try Schema.migrator.migrate(queue)
            try log.readState()
            return log
        }
    }

    /// Opens a log to look into it; nothing is changed.
    public static func forReading(_ path: String) throws -> SQLiteLog {
        if access(path, F_OK) != 0 { throw AuditFault("there is no audit log `\(path)`") }
        return try told(path) {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let log = SQLiteLog(path: path, queue: queue, lock: nil)
            try queue.inDatabase { try log.checkHeader($0, mayBeEmpty: false) }
            try log.readState()
            return log
        }
    }

    private func checkHeader(_ connection: Database, mayBeEmpty: Bool) throws {
        let application = try Int64.fetchOne(connection, sql: "PRAGMA application_id") ?? 0
        let version = try Int64.fetchOne(connection, sql: "PRAGMA user_version") ?? 0
        // The migrator makes its own table first: a run killed just then has left an empty log.
        let tables =
            try Int64.fetchOne(
                connection, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") ?? 0
        if application == 0, version == 0, tables == 0 {
            if mayBeEmpty { return }
            throw AuditFault("`\(path)` is empty: nothing was recorded in it")
        }
        guard application == Schema.application else { throw AuditFault.notALog(path) }
        if version > Schema.version {
            throw AuditFault(
                "`\(path)` was written by a newer version of holdline (form \(version), known \(Schema.version))",
                help: "use that version")
        }
    }

    private func readState() throws {
        try queue.inDatabase { connection in
            events = try Int64.fetchOne(connection, sql: "SELECT coalesce(max(number), 0) FROM events") ?? 0
            outcomes = try Int64.fetchOne(connection, sql: "SELECT coalesce(max(number), 0) FROM outcomes") ?? 0
        }
    }

    /// Turns what SQLite says into words for the person at the terminal.
    static func told<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as DatabaseError {
            throw AuditFault(error, path)
        }
    }

    func told<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.told(path) { try queue.inDatabase(body) }
    }
}

extension AuditFault {
    static func notALog(_ path: String) -> AuditFault {
        AuditFault("`\(path)` is not an audit log of holdline", help: "name another file; this one was not touched")
    }

    /// GRDB's own description would show SQL and values; only SQLite's words for the code are told.
    init(_ error: DatabaseError, _ path: String) {
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notALog(path)
        case .SQLITE_CANTOPEN: self.init("cannot open the audit log `\(path)`")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init("the audit log `\(path)` is in use by another program", help: "close it there and try again")
        case .SQLITE_FULL: self.init("no room is left for the audit log `\(path)`")
        case .SQLITE_READONLY: self.init("the audit log `\(path)` cannot be written to")
        case .SQLITE_CORRUPT: self.init("the audit log `\(path)` is damaged", help: "go back to a copy of it")
        default: self.init("the audit log `\(path)` failed: \(error.resultCode)")
        }
    }
}

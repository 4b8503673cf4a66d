import GRDB
import GRDBSQLite

/// A prepared statement bound and stepped through SQLite's own calls: the log writes and reads many small rows, and
/// converting each value twice would cost more than storing it.
///
/// Parameters are bound in order from the first. Errors come as GRDB's `DatabaseError` and never carry values.
struct SQLStatement {
    private let statement: Statement
    private let connection: Database
    private var next: Int32 = 1

    /// Prepares the text, or takes it from the connection's cache.
    init(_ connection: Database, _ sql: String) throws {
        self.connection = connection
        statement = try connection.cachedStatement(sql: sql)
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    private var handle: SQLiteStatement { statement.sqliteStatement }

    mutating func bind(_ value: Int64?) throws {
        try check(value.map { sqlite3_bind_int64(handle, next, $0) } ?? sqlite3_bind_null(handle, next))
        next += 1
    }

    /// A 64-bit pattern, stored as SQLite's signed integer.
    mutating func bind(bits: UInt64) throws { try bind(Int64(bitPattern: bits)) }

    mutating func bind(_ value: String?) throws {
        guard var value else {
            try bind(Int64?.none)
            return
        }
        let code = value.withUTF8 { bind(bytes: UnsafeRawBufferPointer($0), asText: true) }
        try check(code)
        next += 1
    }

    /// UTF-8 text given as bytes.
    mutating func bind(text: [UInt8]) throws {
        try check(text.withUnsafeBytes { bind(bytes: $0, asText: true) })
        next += 1
    }

    mutating func bind(blob: [UInt8]?) throws {
        guard let blob else {
            try bind(Int64?.none)
            return
        }
        try check(blob.withUnsafeBytes { bind(bytes: $0, asText: false) })
        next += 1
    }

    /// SQLite copies the bytes; an empty buffer may have no address, and no address would be null.
    private func bind(bytes: UnsafeRawBufferPointer, asText: Bool) -> Int32 {
        let copies = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
        if bytes.isEmpty {
            return asText ? sqlite3_bind_text(handle, next, "", 0, copies) : sqlite3_bind_zeroblob(handle, next, 0)
        }
        let count = Int32(clamping: bytes.count)
        return asText
            ? sqlite3_bind_text(handle, next, bytes.assumingMemoryBound(to: CChar.self).baseAddress, count, copies)
            : sqlite3_bind_blob(handle, next, bytes.baseAddress, count, copies)
    }

    /// Runs a statement that answers no rows and makes it ready to be bound again.
    mutating func run() throws {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        next = 1
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw fault(code) }
    }

    /// Goes to the next row; false after the last, and then the statement can be bound again.
    mutating func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        reset()
        guard code == SQLITE_DONE else { throw fault(code) }
        return false
    }

    /// Leaves the rows that were not read.
    mutating func reset() {
        sqlite3_reset(handle)
        next = 1
    }

    // MARK: Columns, from 0

    func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func optionalInt(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : int(column)
    }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func optionalText(_ column: Int32) -> String? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
    }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    private func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw fault(code) }
    }

    private func fault(_ code: Int32) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errstr(code)))
    }
}

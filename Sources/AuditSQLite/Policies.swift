import AuditLog
import GRDB

/// The policies a log was written under.
extension SQLiteLog {
    /// All recorded policies, the latest last.
    public func policies() throws -> [PolicyRecord] {
        try told { connection in
            var find = try SQLStatement(
                connection, "SELECT number, reference, digest, id, title FROM policies ORDER BY number")
            var found: [(number: Int64, record: PolicyRecord)] = []
            while try find.step() {
                found.append(
                    (
                        find.int(0),
                        PolicyRecord(
                            reference: find.text(1), digest: find.text(2), id: find.text(3),
                            title: find.optionalText(4), conduct: [], files: [])
                    ))
            }
            for index in found.indices { try Self.complete(&found[index].record, found[index].number, connection) }
            return found.map(\.record)
        }
    }

    private static func complete(_ record: inout PolicyRecord, _ number: Int64, _ connection: Database) throws {
        var conduct = try SQLStatement(
            connection, "SELECT name FROM policy_conduct WHERE policy = ? ORDER BY position")
        try conduct.bind(number)
        while try conduct.step() { record.conduct.append(conduct.text(0)) }
        var files = try SQLStatement(
            connection, "SELECT name, text FROM policy_files WHERE policy = ? ORDER BY position")
        try files.bind(number)
        while try files.step() { record.files.append(PolicyRecord.File(name: files.text(0), text: files.text(1))) }
    }

    /// Records the policy of a run, or checks that it is the one recorded: one log, one policy.
    public func adopt(_ policy: PolicyRecord) throws {
        if let recorded = try policies().last {
            if recorded.digest == policy.digest { return }
            throw AuditFault(
                "the audit log `\(path)` was written under `\(recorded.reference)`, and this is `\(policy.reference)`",
                help: "go on with that policy, or give this one a log of its own")
        }
        try told { connection in
            try connection.inTransaction(.immediate) {
                try Self.insert(policy, connection)
                return .commit
            }
        }
    }

    private static func insert(_ policy: PolicyRecord, _ connection: Database) throws {
        var insert = try SQLStatement(connection, "INSERT INTO policies VALUES (1, ?, ?, ?, ?)")
        try insert.bind(policy.reference)
        try insert.bind(policy.digest)
        try insert.bind(policy.id)
        try insert.bind(policy.title)
        try insert.run()
        var conduct = try SQLStatement(connection, "INSERT INTO policy_conduct VALUES (1, ?, ?)")
        for (index, name) in policy.conduct.enumerated() {
            try conduct.bind(Int64(index))
            try conduct.bind(name)
            try conduct.run()
        }
        var files = try SQLStatement(connection, "INSERT INTO policy_files VALUES (1, ?, ?, ?)")
        for (index, file) in policy.files.enumerated() {
            try files.bind(Int64(index))
            try files.bind(file.name)
            try files.bind(file.text)
            try files.run()
        }
    }
}

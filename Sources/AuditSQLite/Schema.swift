import GRDB

/// The tables of a log and how older ones are brought up to date.
enum Schema {
    /// Marks a database as a log of ours: `Hold`.
    static let application: Int64 = 0x486F_6C64
    /// The newest version this program knows, kept in `user_version`.
    static let version: Int64 = 1

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { connection in
            try connection.execute(sql: policies + events + outcomes + norms + refused)
            try connection.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = 1")
        }
        return migrator
    }

    private static let policies = """
        CREATE TABLE policies (
            number INTEGER PRIMARY KEY, reference TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, id TEXT NOT NULL,
            title TEXT
        ) STRICT;
        CREATE TABLE policy_conduct (
            policy INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (policy, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE policy_files (
            policy INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (policy, position)
        ) STRICT, WITHOUT ROWID;

        """

    /// Events come nearly in order of time, so an index that begins with it is written in one place; one by content
    /// alone would touch a page of its own for every event.
    private static let events = """
        CREATE TABLE events (
            number INTEGER PRIMARY KEY, time INTEGER NOT NULL, type TEXT NOT NULL, source TEXT NOT NULL,
            id TEXT NOT NULL, contact TEXT, customer TEXT, agent TEXT, channel TEXT, content INTEGER NOT NULL,
            line TEXT NOT NULL
        ) STRICT;
        CREATE INDEX events_by_time ON events (time, content);
        CREATE INDEX events_by_contact ON events (contact) WHERE contact IS NOT NULL;
        CREATE TABLE pauses (event INTEGER PRIMARY KEY) STRICT;

        """

    private static let outcomes = """
        CREATE TABLE outcomes (
            number INTEGER PRIMARY KEY, recorded_with INTEGER NOT NULL, event TEXT NOT NULL, time INTEGER NOT NULL,
            contact TEXT, customer TEXT, agent TEXT, line TEXT NOT NULL
        ) STRICT;
        CREATE INDEX outcomes_by_contact ON outcomes (contact) WHERE contact IS NOT NULL;

        """

    private static let norms = """
        CREATE TABLE norms (
            number INTEGER PRIMARY KEY, norm TEXT NOT NULL, modality TEXT NOT NULL, action TEXT NOT NULL,
            by TEXT NOT NULL, rule TEXT NOT NULL, contact TEXT, customer TEXT, agent TEXT, due INTEGER, until INTEGER,
            state TEXT NOT NULL,
            issued INTEGER NOT NULL, issued_by TEXT NOT NULL, issued_in INTEGER NOT NULL,
            missed INTEGER, missed_by TEXT, missed_in INTEGER,
            closed INTEGER, closed_by TEXT, closed_in INTEGER
        ) STRICT;
        CREATE INDEX norms_by_name ON norms (norm);
        CREATE INDEX norms_by_contact ON norms (contact) WHERE contact IS NOT NULL;

        """

    private static let refused = """
        CREATE TABLE refused (
            number INTEGER PRIMARY KEY, input TEXT NOT NULL, line INTEGER NOT NULL, code TEXT NOT NULL,
            message TEXT NOT NULL, at INTEGER, hash INTEGER NOT NULL, raw BLOB, UNIQUE (input, line, hash)
        ) STRICT;

        """
}

import AuditSQLite
import Foundation
import GRDB
import Glibc
import Testing

/// `kill -9` in the middle of a recorded run, again and again, leaves the same log as a run that nobody disturbed.
@Suite(.serialized, .enabled(if: Holdline.built != nil, "the program is not built"))
struct CrashTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func killedRunsLeaveTheLogOfAnUndisturbedOne(seed: UInt64) throws {
        guard let holdline = Holdline.built else { return }
        let scratch = try Scratch()
        let policy = try scratch.write("small.policy.yaml", SmallPolicy.text)
        let events = try scratch.write("events.ndjson", EventLines.make(1_200, seed: seed))
        let until = ["--until", "2026-12-31T00:00:00Z", "--batch", "40"]
        let plain = try holdline.run(["run", policy, events] + until)
        let clock = ContinuousClock()
        let begun = clock.now
        let whole = try holdline.run(["run", policy, events, "--audit", scratch.path("whole.db")] + until)
        // Machines differ: a kill has to come before a run is through.
        let length = UInt32(begun.duration(to: clock.now) / .microseconds(1))
        #expect(plain.output == whole.output)
        #expect(!plain.output.isEmpty)

        var numbers = SeededNumbers(seed)
        var printed = ""
        var kills = 0
        for attempt in 0..<400 {
            let output = try scratch.write("out", "")
            let errors = try scratch.write("err", "")
            let process = try holdline.start(
                ["run", policy, events, "--audit", scratch.path("killed.db")] + until, output: output, errors: errors)
            let early = UInt32.random(in: length / 40...length * 4 / 5, using: &numbers)
            let patience = attempt == 0 ? length / 3 : attempt < 60 ? early : 30_000_000
            let isKilled = kill(process, after: patience)
            let part = try scratch.read("out")
            // A kill may cut the last line it was printing; what stands before was recorded first.
            printed +=
                isKilled
                ? String(part[..<(part.lastIndex(of: "\n").map { part.index(after: $0) } ?? part.startIndex)]) : part
            if isKilled { kills += 1 } else { break }
        }
        #expect(kills > 0)
        let recorded = try rows("SELECT line FROM outcomes ORDER BY number", scratch.path("killed.db"))
        let lines = printed.split(separator: "\n").map(String.init)
        // Plain values in the expectations: a failure should not print thousands of lines.
        let held = Self.counts(recorded)
        let isAllRecorded = Self.counts(lines).allSatisfy { held[$0.key, default: 0] >= $0.value }
        #expect(isAllRecorded, "something was printed that is not in the log, or printed more often")
        let isSame = recorded == plain.output.split(separator: "\n").map(String.init)
        #expect(isSame, "the recorded outcomes are not those of a run without a log")
        for table in ["policies", "policy_files", "policy_conduct", "events", "pauses", "outcomes", "norms", "refused"]
        {
            let killed = try rows("SELECT * FROM \(table) ORDER BY 1", scratch.path("killed.db"))
            let undisturbed = try rows("SELECT * FROM \(table) ORDER BY 1", scratch.path("whole.db"))
            let isEqual = killed == undisturbed
            #expect(isEqual, "\(table) differs after \(kills) kills: \(killed.count) and \(undisturbed.count) rows")
            #expect(!killed.isEmpty)
        }
    }

    /// Killed after the migrator's own table and before ours.
    @Test func `a log without its tables yet is recorded into`() throws {
        guard let holdline = Holdline.built else { return }
        let scratch = try Scratch()
        let path = scratch.path("half.db")
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        let policy = try scratch.write("small.policy.yaml", SmallPolicy.text)
        let events = try scratch.write("events.ndjson", EventLines.make(60, seed: 1))
        let run = try holdline.run(["run", policy, events, "--audit", path, "--until", "2026-12-31T00:00:00Z"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try rows("SELECT line FROM outcomes ORDER BY number", path).count > 0)
    }

    private static func counts(_ lines: [String]) -> [String: Int] {
        lines.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// False if it ended by itself before that.
    private func kill(_ process: Process, after microseconds: UInt32) -> Bool {
        var waited: UInt32 = 0
        while process.isRunning, waited < microseconds {
            usleep(1_000)
            waited += 1_000
        }
        let wasRunning = process.isRunning
        if wasRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    private func rows(_ sql: String, _ path: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        return try queue.read { connection in
            try Row.fetchAll(connection, sql: sql).map { row in
                row.databaseValues.map { String.fromDatabaseValue($0) ?? "\($0)" }.joined(separator: "|")
            }
        }
    }
}

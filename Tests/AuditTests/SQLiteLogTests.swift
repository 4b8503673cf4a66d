import AuditLog
import AuditSQLite
import Foundation
import GRDB
import PolicyEngine
import PolicyLanguage
import Testing

/// Append returns a durable index, or throws.
@Suite struct SQLiteLogTests {
    private let scratch: Scratch
    private let path: String

    init() throws {
        scratch = try Scratch()
        path = scratch.path("log.db")
    }

    private func batch(_ events: [EventRecord], _ outcomes: [OutcomeRecord] = []) -> AuditBatch {
        var batch = AuditBatch()
        batch.events = events
        batch.outcomes = outcomes
        return batch
    }

    @Test func appendAnswersTheNumberOfTheLastEventAndItIsThereAfterwards() throws {
        let first = try Samples.event(1)
        do {
            let log = try SQLiteLog.forWriting(path)
            try log.adopt(Samples.policy)
            #expect(try log.append(batch([first, try Samples.event(2)])) == 2)
            #expect(try log.append(AuditBatch()) == 2)
        }
        let log = try SQLiteLog.forReading(path)
        #expect(log.events == 2)
        #expect(try log.holds(first.identity))
        #expect(try !log.holds(EventIdentity(time: first.time, source: "", id: "e-1", content: first.content ^ 1)))
        #expect(try !log.holds(EventIdentity(time: first.time, source: "x", id: "e-1", content: first.content)))
        #expect(try log.policies() == [Samples.policy])
    }

    @Test func recordsThatDoNotGoOnWhereTheLogEndsAreRefusedWhole() throws {
        let log = try SQLiteLog.forWriting(path)
        try log.append(batch([try Samples.event(1)]))
        #expect(throws: AuditFault.self) { try log.append(batch([try Samples.event(3)])) }
        #expect(throws: AuditFault.self) { try log.append(batch([try Samples.event(1)])) }
        let gap = [try Samples.event(2), try Samples.event(2)]
        #expect(throws: AuditFault.self) { try log.append(batch(gap)) }
        #expect(log.events == 1)
        #expect(try log.append(batch([try Samples.event(2)])) == 2)
    }

    @Test func aReplayHandsOverBytesOutcomesAndPausesInOrder() throws {
        let log = try SQLiteLog.forWriting(path)
        let events = try (1...3).map { try Samples.event(Int64($0)) }
        let outcomes = [
            Samples.record(1, Samples.outcome("e-1", at: 1), with: 1),
            Samples.record(2, Samples.outcome("cu-1#1", at: 2), with: 3),
            Samples.record(3, Samples.outcome("e-3", at: 3), with: 3),
        ]
        var all = batch(events, outcomes)
        all.pauses = true
        try log.append(all)
        var lines: [[UInt8]] = []
        var found: [[UInt8]] = []
        var pauses: [Bool] = []
        try log.replay { recorded in
            lines.append(recorded.line)
            found += recorded.outcomes
            pauses.append(recorded.pauses)
        }
        #expect(lines == events.map(\.line))
        #expect(found == outcomes.map(\.line))
        #expect(pauses == [false, false, true])
    }

    @Test func anotherWriterIsTurnedAwayAndAReaderIsNot() throws {
        let log = try SQLiteLog.forWriting(path)
        try log.append(batch([try Samples.event(1)]))
        let fault = #expect(throws: AuditFault.self) { _ = try SQLiteLog.forWriting(path) }
        #expect(fault?.message.contains("another run is writing") == true)
        #expect(try SQLiteLog.forReading(path).events == 1)
    }

    @Test func theLockEndsWithItsHolder() throws {
        do { _ = try SQLiteLog.forWriting(path) }
        #expect(try SQLiteLog.forWriting(path).events == 0)
    }

    @Test func anotherPolicyIsTurnedAway() throws {
        let log = try SQLiteLog.forWriting(path)
        try log.adopt(Samples.policy)
        try log.adopt(Samples.policy)
        var other = Samples.policy
        other.digest = "f"
        let fault = #expect(throws: AuditFault.self) { try log.adopt(other) }
        #expect(fault?.help != nil)
        #expect(try log.policies().count == 1)
    }

    @Test func aFileThatIsNoLogIsNotTouched() throws {
        let text = "holdline: 1\npolicy: small\n" + String(repeating: "# much ado\n", count: 200)
        let file = try scratch.write("small.policy.yaml", text)
        #expect(throws: AuditFault.self) { _ = try SQLiteLog.forWriting(file) }
        #expect(throws: AuditFault.self) { _ = try SQLiteLog.forReading(file) }
        #expect(try scratch.read("small.policy.yaml") == text)
        let other = scratch.path("other.db")
        try DatabaseQueue(path: other).inDatabase { try $0.execute(sql: "CREATE TABLE t (x)") }
        #expect(throws: AuditFault.self) { _ = try SQLiteLog.forWriting(other) }
        #expect(throws: AuditFault.self) { _ = try SQLiteLog.forReading(scratch.path("nothing.db")) }
        #expect(!FileManager.default.fileExists(atPath: scratch.path("nothing.db")))
    }

    @Test func aLogOfANewerFormIsTurnedAway() throws {
        do { _ = try SQLiteLog.forWriting(path) }
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA user_version = 99") }
        let fault = #expect(throws: AuditFault.self) { _ = try SQLiteLog.forWriting(path) }
        #expect(fault?.message.contains("newer version") == true)
        #expect(throws: AuditFault.self) { _ = try SQLiteLog.forReading(path) }
    }

    @Test func aRefusedLineIsRecordedOnce() throws {
        let log = try SQLiteLog.forWriting(path)
        var refused = AuditBatch()
        let refusal = EventRefusal(.badTime, "a time is wanted", column: 7)
        for line in [3, 3, 9] as [Int64] {
            refused.refusals.append(RefusalRecord(input: "-", line: line, refusal: refusal, hash: .max))
        }
        try log.append(refused)
        try log.append(refused)
        let known = try log.refusals(of: "-", after: 0, count: 10)
        #expect(known.map(\.line) == [3, 9])
        #expect(known.first?.hash == .max)
        #expect(try log.refusals(of: "-", after: 3, count: 10).map(\.line) == [9])
        #expect(try log.refusals(of: "other", after: 0, count: 10).isEmpty)
    }

    @Test func aNormKeepsItsMissWhenItIsDoneLater() throws {
        let log = try SQLiteLog.forWriting(path)
        var first = Samples.outcome("e-1", at: 1)
        first.issued = [Samples.issued("c-1/1"), Samples.issued("c-1/2", .may, "end_contact", due: nil)]
        var missed = Samples.outcome("cu-1#1", at: 30)
        missed.closed = [Outcome.Closed(norm: "c-1/1", action: "warn", state: .missed)]
        var late = Samples.outcome("e-2", at: 40)
        late.closed = [Outcome.Closed(norm: "c-1/1", action: "warn", state: .late)]
        let outcomes = [first, missed, late].enumerated().map { Samples.record(Int64($0) + 1, $1) }
        try log.append(batch([try Samples.event(1)], outcomes))
        let norms = try cases(log)[0].norms
        #expect(norms.map(\.state) == [.late, .open])
        #expect(norms[0].issued == NormRecord.Moment(time: first.time, event: "e-1", outcome: 1))
        #expect(norms[0].missed == NormRecord.Moment(time: missed.time, event: "cu-1#1", outcome: 2))
        #expect(norms[0].closed == NormRecord.Moment(time: late.time, event: "e-2", outcome: 3))
        #expect(norms[1].closed == nil)
    }

    @Test func aNormNameThatComesAgainClosesTheLatestOfItsContact() throws {
        let log = try SQLiteLog.forWriting(path)
        var first = Samples.outcome("e-1", at: 1)
        first.issued = [Samples.issued("c-1/1")]
        var again = Samples.outcome("e-2", at: 2)
        again.issued = [Samples.issued("c-1/1")]
        // A customer may have the name of a contact.
        var other = Samples.outcome("e-3", at: 3, contact: "c-2")
        other.issued = [Samples.issued("c-1/1")]
        var closed = Samples.outcome("e-4", at: 4)
        closed.closed = [Outcome.Closed(norm: "c-1/1", action: "warn", state: .fulfilled)]
        let outcomes = [first, again, other, closed].enumerated().map { Samples.record(Int64($0) + 1, $1) }
        try log.append(batch([try Samples.event(1), try Samples.event(2, contact: "c-2")], outcomes))
        let found = try cases(log)
        #expect(found.map(\.contact) == ["c-1", "c-2"])
        #expect(found[0].norms.map(\.state) == [.open, .fulfilled])
        #expect(found[1].norms.map(\.state) == [.open])
    }

    private func cases(_ log: SQLiteLog, _ filter: CaseFilter = CaseFilter()) throws -> [Case] {
        var found: [Case] = []
        try log.cases(filter, .everything) { found.append($0) }
        return found
    }

    @Test func casesAreFoundByContactCustomerAgentAndTime() throws {
        let log = try SQLiteLog.forWriting(path)
        try log.append(batch([try Samples.event(1), try Samples.event(2, contact: "c-2"), try Samples.event(3)]))
        #expect(try cases(log).map { $0.events.count } == [2, 1])
        #expect(try cases(log, CaseFilter(contact: "c-2")).map(\.contact) == ["c-2"])
        #expect(try cases(log, CaseFilter(customer: "cu-1")).count == 2)
        #expect(try cases(log, CaseFilter(agent: "a-9")).isEmpty)
        #expect(try cases(log, CaseFilter(since: Samples.start + 2_000)).map(\.contact) == ["c-2"])
    }
}

import AuditLog
import PolicyEngine
import Testing

/// A case in a few words.
@Suite struct CaseSummaryTests {
    private func observed(_ id: String, _ conduct: String, severity: Int? = nil) -> String {
        let more = severity.map { ",\"severity\":\($0)" } ?? ""
        return Samples.line(id, at: 10, "conduct.observed", "{\"conduct\":[\"\(conduct)\"]\(more)}")
    }

    @Test func theWorstConductComesFirstByThePolicyWhereSeverityIsNotAlwaysGiven() throws {
        let lines = [
            observed("1", "rude", severity: 4), observed("2", "insult"), observed("3", "other"), observed("4", "rude"),
        ]
        let summary = CaseSummary(try Samples.records(lines))
        #expect(summary.conduct.map(\.conduct) == ["insult", "rude", "other"])
        #expect(summary.conduct.map(\.times) == [1, 2, 1])
    }

    @Test func theWorstConductIsTheMostSevereWhereSeverityIsAlwaysGiven() throws {
        let lines = [
            observed("1", "threat", severity: 1), observed("2", "rude", severity: 3),
            observed("3", "insult", severity: 1),
        ]
        #expect(CaseSummary(try Samples.records(lines)).conduct.map(\.conduct) == ["rude", "threat", "insult"])
    }

    @Test func conductThatWasTakenBackDoesNotCount() throws {
        let lines = [observed("1", "insult"), Samples.line("2", at: 20, "retracted", "{\"event\":\"1\"}")]
        #expect(CaseSummary(try Samples.records(lines)).conduct.isEmpty)
    }

    @Test func aCaseTellsWhereLaddersEndedAndWhichDeedsWereNotInOrder() throws {
        let lines = [
            Samples.line("1", at: 0, "contact.started", "{}"),
            Samples.line("2", at: 60, "contact.ended", "{\"by\":\"agent\",\"reason\":\"abuse\"}"),
        ]
        var first = Samples.outcome("1", at: 0)
        first.changes = [.ladder("abuse", from: 0, to: 1), .ladder("abuse", from: 1, to: 2)]
        var last = Samples.outcome("2", at: 60)
        last.changes = [.ladder("abuse", from: 2, to: 1)]
        last.verdicts = [
            Outcome.Verdict(action: "end_contact", verdict: .premature, norm: nil, rule: "ladders.abuse.3"),
            Outcome.Verdict(action: "warn", verdict: .late, norm: nil, rule: nil),
        ]
        let summary = CaseSummary(try Samples.records(lines, [first, last]))
        #expect(summary.ladders.map { [$0.position, $0.highest] } == [[1, 2]])
        #expect(summary.objections.map(\.verdict) == [.premature])
        #expect(summary.ended == Samples.start + 60_000)
        #expect(summary.isEventful)
        #expect(summary.text.contains("too soon: end_contact"))
        #expect(summary.json.hasPrefix("{\"contact\":\"c-1\",\"customer\":\"cu-1\""))
    }

    @Test func plainTalkIsNothingToTell() throws {
        let lines = [Samples.line("1", at: 0, "utterance", "{\"speaker\":\"customer\",\"text\":\"hello\"}")]
        #expect(!CaseSummary(try Samples.records(lines)).isEventful)
    }

    @Test func namesCannotSteerATerminal() throws {
        let line =
            "{\"id\":\"1\",\"time\":\"2026-11-21T10:00:00Z\",\"type\":\"utterance\",\"contact\":\"c-1\","
            + "\"agent\":\"a\\u001b[2J\",\"data\":{\"speaker\":\"agent\"}}"
        let records = try Samples.records([line])
        #expect(!CaseSummary(records).text.contains("\u{1B}"))
        #expect(!Timeline(records, withTexts: true).text.contains("\u{1B}"))
    }
}

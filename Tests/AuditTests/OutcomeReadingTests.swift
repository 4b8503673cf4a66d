import AuditLog
import PolicyEngine
import Testing

/// What the log holds of an outcome is the outcome.
@Suite struct OutcomeReadingTests {
    private var full: Outcome {
        var outcome = Samples.outcome("e-\"1\"\n", at: 1)
        outcome.late = true
        var issued = Samples.issued("c-1/1")
        issued.until = Samples.start
        issued.arguments = [
            Outcome.Argument(name: "to", value: .text("manager")),
            Outcome.Argument(name: "minutes", value: .number(-10)),
            Outcome.Argument(name: "must_say", value: .list(["a", "b"])),
        ]
        issued.script = Outcome.Script(id: "s", language: "da", text: "Hold op\u{1}\u{1F620}\\o/ – tak")
        outcome.issued = [issued, Samples.issued("c-1/2", .mustNot, "end_contact", due: nil)]
        outcome.closed = [Outcome.Closed(norm: "c-1/1", action: "warn", state: .superseded)]
        outcome.paused = [
            Outcome.Paused(norm: "c-1/1", action: "warn", prohibition: "c-1/2"),
            Outcome.Paused(norm: "c-1/3", action: "hold", prohibition: nil),
        ]
        outcome.resumed = [Outcome.Resumed(norm: "c-1/1", action: "warn")]
        outcome.verdicts = [
            Outcome.Verdict(action: "warn", verdict: .wrongRole, norm: nil, rule: nil),
            Outcome.Verdict(action: "warn", verdict: .silent, norm: "c-1/1", rule: "rules.x"),
        ]
        outcome.changes = [
            .ladder("abuse", from: 2, to: 1), .status("protected", from: nil, to: .active),
            .status("protected", from: .active, to: .ended),
        ]
        outcome.coached = [Outcome.Coached(phrase: "calm down", language: "en")]
        outcome.conflicts = [Outcome.Conflict(action: "warn", duty: "c-1/1", prohibition: "c-1/2")]
        outcome.faults = [Outcome.Fault(rule: "rules.x", code: "no-such-key", message: "no such key")]
        return outcome
    }

    @Test func everyPartOfAnOutcomeIsReadBackAsItWas() {
        #expect(Outcome(json: Samples.record(1, full).line) == full)
        let bare = Samples.outcome("e", at: 0, contact: nil)
        #expect(Outcome(json: Samples.record(1, bare).line) == bare)
    }

    @Test func cutOrSpoiledBytesAreNoOutcomeAndNoCrash() {
        let line = Samples.record(1, full).line
        for length in 0..<line.count { #expect(Outcome(json: Array(line[..<length])) == nil) }
        for position in line.indices {
            var spoiled = line
            spoiled[position] = 0x22
            _ = Outcome(json: spoiled)
        }
        #expect(Outcome(json: Array(String(repeating: "[", count: 100_000).utf8)) == nil)
        #expect(Outcome(json: Array("{\"event\":\"\\ud83d\\ude20\\ud83d\",\"time\":\"x\"}".utf8)) == nil)
    }
}

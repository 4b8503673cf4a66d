import PolicyEngine
import PolicyLanguage

/// Outcomes that between them have everything an outcome can have.
enum OutcomeSamples {
    static let time: Int64 = 1_795_255_240_250

    static func plain(_ change: (inout Outcome) -> Void = { _ in }) -> Outcome {
        var outcome = Outcome(event: "e-12", time: time, contact: "c-1", customer: "cu-9", agent: nil)
        change(&outcome)
        return outcome
    }

    static let warn = Outcome.Issued(
        norm: "c-1/3", modality: .must, action: "warn", by: ["agent"], due: time + 30_000, until: nil, arguments: [],
        script: Outcome.Script(id: "warning", language: "da", text: "Jeg vil \"gerne\"\nhjælpe dig."),
        rule: "ladders.abuse.1")

    static let report = Outcome.Issued(
        norm: "cu-9/1", modality: .mustNot, action: "report", by: ["manager", "director"], due: nil,
        until: time + 86_400_000,
        arguments: [
            Outcome.Argument(name: "to", value: .text("police")),
            Outcome.Argument(name: "minutes", value: .number(-10)),
            Outcome.Argument(name: "must_say", value: .list(["reason", "appeal"])),
        ], script: nil, rule: "rules.threat")

    static let full = plain { outcome in
        outcome.agent = "a-7"
        outcome.late = true
        outcome.issued = [warn, report]
        outcome.closed = [Outcome.Closed(norm: "c-1/2", action: "warn", state: .fulfilled)]
        outcome.paused = [
            Outcome.Paused(norm: "c-1/1", action: "end_contact", prohibition: "c-1/2"),
            Outcome.Paused(norm: "c-1/2", action: "hold", prohibition: nil),
        ]
        outcome.resumed = [Outcome.Resumed(norm: "c-1/3", action: "warn")]
        outcome.verdicts = [
            Outcome.Verdict(action: "end_contact", verdict: .wrongRole, norm: nil, rule: "actions.end_contact"),
            Outcome.Verdict(action: "warn", verdict: .fulfilled, norm: "c-1/2", rule: "ladders.abuse.1"),
            Outcome.Verdict(action: "hold", verdict: .silent, norm: nil, rule: nil),
        ]
        outcome.changes = [
            .ladder("abuse", from: 0, to: 1), .status("protected", from: nil, to: .active),
            .status("protected", from: .active, to: .ended),
        ]
        outcome.coached = [Outcome.Coached(phrase: "calm down", language: "en")]
        outcome.conflicts = [Outcome.Conflict(action: "warn", duty: "c-1/3", prohibition: "c-1/1")]
        outcome.faults = [Outcome.Fault(rule: "rules.threat", code: "no-such-key", message: "there is no `x`")]
    }
}

import PolicyLanguage
import Testing

@testable import PolicyTesting

/// What somebody writes who has not read the page about tests: the help says what to type, and typed it is right.
@Suite struct BeginnerKeyTests {
    /// A part of a test, and what stands in the help for it.
    struct Turn: CustomTestStringConvertible, Sendable {
        let wrong: String
        let typed: String
        /// The whole of it as it is right; where it is nil, the help itself takes its place.
        var right: String?
        var testDescription: String { wrong }

        init(_ wrong: String, _ typed: String, _ right: String? = nil) {
            (self.wrong, self.typed, self.right) = (wrong, typed, right)
        }
    }

    private static let steps = "steps: [{at: 0s, contact.started: {}}, {at: 9s, conduct.observed: insult}]"

    private func holds(_ turn: Turn, _ file: (String) -> String) throws {
        let wrong = try Fixture.run(file(turn.wrong))
        #expect(wrong.problems.contains { $0.contains("`\(turn.typed)`") }, "\(wrong.problems)")
        let right = try Fixture.run(file(turn.right ?? turn.typed))
        #expect(right.problems.filter { !$0.contains("unmentioned-verdict") } == [], "\(turn.right ?? turn.typed)")
        #expect(right.results.count == 1)
    }

    static let inTests = [
        Turn("start: 2026-03-01T10:00:00Z", "at: 2026-03-01T10:00:00Z", startingAt("2026-03-01T10:00:00Z")),
        Turn(
            "when: 2026-03-01T10:00:00+01:00", "at: 2026-03-01T10:00:00+01:00", startingAt("2026-03-01T10:00:00+01:00")),
        Turn("date: 2026-03-01", "at: 2026-03-01T09:00:00Z", startingAt("2026-03-01T09:00:00Z")),
        Turn("time: 10:30", "at: 2026-01-05T10:30:00Z", startingAt("2026-01-05T10:30:00Z")),
        Turn("given: {start: 2026-03-01T10:00:00Z}", "at: 2026-03-01T10:00:00Z", startingAt("2026-03-01T10:00:00Z")),
        Turn("timezone: Europe/Copenhagen", "at: 2026-11-21T10:00:00+01:00", startingAt("2026-11-21T10:00:00+01:00")),
        Turn("events: [{at: 0s, contact.started: {}}]", "steps", "steps: [{at: 0s, contact.started: {}}]"),
        Turn("scenario: [{at: 0s, contact.started: {}}]", "steps", "steps: [{at: 0s, contact.started: {}}]"),
        Turn("setup: {channel: phone}", "given", "given: {channel: phone}\n  \(steps)"),
        Turn("channel: phone", "given: {channel: phone}", "given: {channel: phone}\n  \(steps)"),
        Turn("given: {steps: [{at: 0s, contact.started: {}}]}", "steps: …", "given: {}\n  \(steps)"),
        Turn("skip: true", "holdline test --filter WORD", steps),
        Turn(
            "then: {must: [warn]}", "expect: {must: [warn]}",
            "steps: [{at: 9s, conduct.observed: insult, expect: {must: [warn]}}]"),
    ]

    private static func startingAt(_ moment: String) -> String {
        "steps: [{at: \(moment), contact.started: {}}, {at: 9s, conduct.observed: insult}]"
    }

    @Test("keys of a test", arguments: inTests)
    func test(_ turn: Turn) throws {
        try holds(turn) { "policy: p\ntests:\n- name: a\n  \($0)\n" }
    }

    @Test("words for the name of a test", arguments: ["description", "scenario", "title", "it"])
    func name(_ word: String) throws {
        let turn = Turn("\(word): a warning is due", "name: a warning is due")
        try holds(turn) { "policy: p\ntests:\n- \($0)\n  \(Self.steps)\n" }
    }

    @Test(
        "keys of a step",
        arguments: [
            Turn(
                "at: 9s, conduct.observed: insult, then: {must: [warn]}", "expect",
                "at: 9s, conduct.observed: insult, expect: {must: [warn]}"),
            Turn(
                "at: 9s, conduct.observed: insult, assert: {must: [warn]}", "expect",
                "at: 9s, conduct.observed: insult, expect: {must: [warn]}"),
            Turn(
                "at: 9s, conduct.observed: insult, must: [warn]", "expect: {must: [warn]}",
                "at: 9s, conduct.observed: insult, expect: {must: [warn]}"),
            Turn(
                "at: 9s, event: conduct.observed, data: {conduct: insult}", "conduct.observed: {conduct: insult}",
                "at: 9s, conduct.observed: {conduct: insult}"),
            Turn(
                "at: 9s, type: conduct.observed, conduct: insult", "conduct.observed: {conduct: insult}",
                "at: 9s, conduct.observed: {conduct: insult}"),
            Turn(
                "at: 9s, event: {type: conduct.observed, conduct: insult}", "conduct.observed: {conduct: insult}",
                "at: 9s, conduct.observed: {conduct: insult}"),
            Turn(
                "at: 9s, event: {conduct.observed: {conduct: insult}}", "conduct.observed: {conduct: insult}",
                "at: 9s, conduct.observed: {conduct: insult}"),
            Turn(
                "at: 9s, conduct.observed: {data: {conduct: insult}}", "conduct.observed: {conduct: insult}",
                "at: 9s, conduct.observed: {conduct: insult}"),
            Turn("time: 9s, conduct.observed: insult", "at: 9s", "at: 9s, conduct.observed: insult"),
            Turn("wait: 5m", "{at: 303s, time.passed: {}}", "at: 303s, time.passed: {}"),
            Turn("after: 5m, conduct.observed: insult", "at: 303s", "at: 303s, conduct.observed: insult"),
            Turn(
                "at: 9s, action.done: warn, by: agent", "action.done: {action: warn, by: agent}",
                "at: 9s, action.done: {action: warn, by: agent}"),
            Turn(
                "at: 9s, contact.started: {}, language: da", "contact.started: {language: da}",
                "at: 9s, contact.started: {language: da}"),
            Turn("at: 9s, done: warn", "action.done: warn", "at: 9s, action.done: warn"),
            Turn("at: 9s, conduct: insult", "conduct.observed: insult", "at: 9s, conduct.observed: insult"),
            Turn(
                "at: 2026-03-01, conduct.observed: insult", "2026-03-01T09:00:00Z",
                "at: 2026-03-01T09:00:00Z, conduct.observed: insult"),
            Turn(
                "at: 09:30, conduct.observed: insult", "2026-01-05T09:30:00Z",
                "at: 2026-01-05T09:30:00Z, conduct.observed: insult"),
        ])
    func step(_ turn: Turn) throws {
        try holds(turn) { "policy: p\ntests:\n- name: a\n  steps: [{at: 3s, contact.started: {}}, {\($0)}]\n" }
    }

    @Test(
        "expectations",
        arguments: [
            Turn("{nothing: true}", "none: true", "{none: true}"),
            Turn("[]", "expect: {none: true}", "{none: true}"),
            Turn("none", "expect: {none: true}", "{none: true}"),
            Turn("{}", "expect: {none: true}", "{none: true}"),
            Turn("warn", "expect: {must: [warn]}", "{must: [warn]}"),
            Turn("[must: [warn], may: []]", "expect: {must: [warn], may: []}", "{must: [warn], may: []}"),
            Turn("{verdict: premature}", "verdict: {end_contact: premature}", "{verdict: {end_contact: premature}}"),
            Turn(
                "{verdict: [end_contact: premature]}", "verdict: {end_contact: premature}",
                "{verdict: {end_contact: premature}}"),
            Turn("{status: active}", "status: {protected: active}", "{status: {protected: active}}"),
            Turn("{status: [protected]}", "status: {protected: active}", "{status: {protected: active}}"),
            Turn("{allowed: [end_contact]}", "may", "{may: [end_contact]}"),
            Turn(
                "{forbidden: end_contact}", "verdict: {end_contact: forbidden}", "{verdict: {end_contact: forbidden}}"),
            Turn("{forbidden: end_contact}", "must_not: [end_contact]", "{must_not: [end_contact]}"),
            Turn("{must: {warn: {within: 30s}}}", "due: 100s", "{must: {warn: {due: 100s}}}"),
            Turn("{closed: warn}", "closed: {warn: fulfilled}", "{closed: {warn: fulfilled}}"),
            Turn("{not: {must: [warn]}}", "silent: [warn]", "{silent: [warn]}"),
            Turn("{script: 'Please stop.'}", "script: {warn: warning}", "{script: {warn: warning}}"),
            Turn("{script: warning}", "script: {end_contact: warning}", "{script: {end_contact: warning}}"),
            Turn("{due: 30s}", "due: {end_contact: 100s}", "{due: {end_contact: 100s}}"),
            Turn("{ladder: 1}", "ladder: {abuse: 1}", "{ladder: {abuse: 1}}"),
            Turn("{warn: true}", "must: [warn]", "{must: [warn]}"),
            Turn("{must: {warn: true}}", "[warn]", "{must: [warn]}"),
            Turn("{must: {warn: false}}", "silent: [warn]", "{silent: [warn]}"),
            Turn("{must: {action: warn}}", "[warn]", "{must: [warn]}"),
            Turn("{must: nothing}", "[]", "{must: []}"),
            Turn("{may: {}}", "may: []", "{may: []}"),
            Turn("{must: warn within 30s}", "{warn: {due: 100s}}", "{must: {warn: {due: 100s}}}"),
            Turn("{issued: [warn]}", "must: [warn]", "{must: [warn]}"),
            Turn("{silent: true}", "silent: [warn]", "{silent: [warn]}"),
            Turn("{coached: false}", "coached: []", "{coached: []}"),
            Turn(
                "{rule: ladders.abuse.1}", "must: {warn: {rule: ladders.abuse.1}}",
                "{must: {warn: {rule: ladders.abuse.1}}}"),
        ])
    func expectation(_ turn: Turn) throws {
        try holds(turn) {
            "policy: p\ntests:\n- name: a\n  steps:\n  - {at: 0s, contact.started: {}}\n"
                + "  - {at: 70s, contact.ended: {by: agent, reason: abuse}, expect: \($0)}\n"
        }
    }

    @Test("the words of a script stand in the place of its name")
    func words() throws {
        let report = try Fixture.run(
            steps: "  - {at: 0s, conduct.observed: insult, expect: {script: {warn: Please stop.}}}")
        #expect(
            report.problems.first?.contains("name the script, not its words; scripts: `") ?? false, "\(report.problems)"
        )
    }
}

import Foundation
import PolicyLanguage
import Testing

@testable import PolicyTesting

/// The example in a coverage hint is one: a test of it tries the thing.
@Suite struct ConditionExampleTests {
    private static func policy(_ when: String, _ condition: String, _ role: String = "if") -> String {
        """
        holdline: 1
        policy: p
        roles: [agent, colleague, leader, supervisor, system]
        conduct: [rude, insult, indecent_picture]
        groups: {abuse: [insult, indecent_picture]}
        facts:
          calm: {type: bool}
          visits: {type: int, about: customer}
          shift: {type: text}
        settings: {long: 10m}
        actions:
          assess: {by: [agent, leader], fields: [result]}
          look_in: {by: [leader], must_say: [hello]}
        events: {survey.answered: {score: {type: int, required: true}, wait: duration, remarks: list}}
        statuses: {protected: {about: contact}}
        measures:
          rudeness: {count: conduct.rude, per: contact, in_last: 1h}
        rules:
          r: {when: \(when), \(role): '\(condition)', should: announce}
        """
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var when: String
        var condition: String
        /// Examples by what is tried, as far as they are of interest.
        var examples: [String: String] = [:]
        var testDescription: String { "\(when) \(condition)" }
    }

    static let cases = [
        Case(
            when: "contact.started", condition: "contact.new_matter",
            examples: [
                "if is true": "`contact.started: {new_matter: true}`", "if is false": "`contact.started: {}`",
            ]),
        Case(
            when: "status.decided", condition: #"event.status == "protected" && event.decision == "imposed""#,
            examples: [
                "if is decided by `event.status == \"protected\"` being false":
                    "`status.decided: {status: another, decision: imposed}`"
            ]),
        Case(
            when: "conduct.abuse", condition: #"event.source != "classifier""#,
            examples: ["if is false": "`conduct.observed: {conduct: insult, source: classifier}`"]),
        Case(
            when: "conduct.abuse", condition: #"event.conduct == ["indecent_picture"] && event.confidence >= 0.8"#,
            examples: [
                "if is true": "`conduct.observed: indecent_picture`",
                "if is decided by `event.confidence >= 0.8` being false":
                    "`conduct.observed: {conduct: indecent_picture, confidence: 0.5}`",
            ]),
        Case(
            when: "contact.ended", condition: #"has(event.reason) && event.reason == "abuse""#,
            examples: [
                "if is decided by `has(event.reason)` being false": "`contact.ended: customer`",
                "if is true": "`contact.ended: {by: agent, reason: abuse}`",
            ]),
        Case(
            when: "contact.ended", condition: #"has(event.reason) && event.reason in ["abuse", "time_limit"]"#,
            examples: [
                "if is decided by `event.reason in [\"abuse\", \"time_limit\"]` being false":
                    "`contact.ended: {by: agent, reason: completed}`"
            ]),
        Case(
            when: "conduct.rude", condition: #"fact("calm") || status("protected") || rudeness >= 3"#,
            examples: [
                "if is decided by `fact(\"calm\")` being true":
                    "`conduct.observed: rude` with `given: {facts: {calm: true}}`",
                "if is decided by `status(\"protected\")` being true":
                    "`conduct.observed: rude` with `given: {statuses: [protected]}`",
            ]),
        Case(
            when: "conduct.rude", condition: "rudeness == 3",
            examples: [
                "if is true": "`conduct.observed: rude` with `given: {counts: {rudeness: 2}}`",
                "if is false": "`conduct.observed: rude`",
            ]),
        Case(when: "conduct.rude", condition: #"rudeness == 1 && fact("calm")"#),
        Case(when: "conduct.rude", condition: #"event.directed_at == "agent" && !(event.severity < 2)"#),
        Case(when: "conduct.rude", condition: #"has(event.severity) && (event.severity > 3 || fact("calm"))"#),
        Case(when: "survey.answered", condition: #"event.score < 3 && (!has(event.wait) || event.wait > long)"#),
        Case(
            when: "fact.recorded", condition: #"event.name == "calm" && fact("calm")"#,
            examples: [
                "if is decided by `fact(\"calm\")` being false": "`fact.recorded: {name: calm, value: false}`",
                "if is decided by `event.name == \"calm\"` being false":
                    "`fact.recorded: {name: visits, value: 1}` with `given: {facts: {calm: true}}`",
            ]),
        Case(
            when: "fact.recorded", condition: #"status("protected") && fact("calm")"#,
            examples: [
                "if is decided by `fact(\"calm\")` being false":
                    "`fact.recorded: {name: calm, value: false}` with `given: {statuses: [protected]}`",
                "if is true": "`fact.recorded: {name: calm, value: true}` with `given: {statuses: [protected]}`",
                "if is decided by `status(\"protected\")` being false": "`fact.recorded: {name: calm, value: true}`",
            ]),
        Case(when: "fact.recorded", condition: #"!fact("calm") && fact("visits") >= 3"#),
        Case(
            when: "fact.recorded", condition: #"event.name == "visits" && fact("visits") >= 3"#,
            examples: ["if is true": "`fact.recorded: {name: visits, value: 3}`"]),
        Case(when: "fact.recorded", condition: #"event.name == "calm" || event.value == 3"#),
        Case(when: "action.done", condition: #"event.action == "warn" && event.by == "agent""#),
        Case(
            when: "action.done",
            condition: #"event.action == "assess" && event.by in ["agent", "leader"] && has(event.fields) "#
                + #"&& event.fields.result == "doubt""#,
            examples: [
                #"if is decided by `event.action == "assess"` being false"#:
                    "`action.done: {action: record, fields: {result: doubt}}`",
                #"if is decided by `event.by in ["agent", "leader"]` being false"#:
                    "`action.done: {action: assess, by: colleague, fields: {result: doubt}}`",
                "if is decided by `has(event.fields)` being false": "`action.done: assess`",
                "if is decided by `event.fields.result == \"doubt\"` being false":
                    "`action.done: {action: assess, fields: {result: something}}`",
            ]),
        Case(
            when: "action.done", condition: #"event.action == "assess" && fact("shift") == "night""#,
            examples: [
                #"if is decided by `event.action == "assess"` being false"#:
                    "`action.done: hold` with `given: {facts: {shift: night}}`"
            ]),
        Case(
            when: "action.done", condition: #"event.action == "look_in""#,
            examples: [
                "if is true": "`action.done: {action: look_in, by: leader, said: hello}`",
                "if is false": "`action.done: hold`",
            ]),
        Case(
            when: "action.done", condition: #"event.action == "assess" && event.by == "leader""#,
            examples: [
                #"if is decided by `event.action == "assess"` being false"#:
                    "`action.done: {action: hold, by: leader}`"
            ]),
        Case(
            when: "action.done", condition: #"event.action != "assess" && event.action != "look_in""#,
            examples: [
                "if is decided by `event.action != \"assess\"` being false":
                    "`action.done: {action: assess, fields: {result: something}}`"
            ]),
        Case(when: "action.done", condition: #"event.action in ["assess", "look_in"] && rudeness >= 2"#),
        Case(
            when: "action.done",
            condition: #"event.action == "record" && has(event.fields) && has(event.fields.minutes) "#
                + "&& event.fields.minutes > 3"),
        Case(when: "action.done", condition: #"event.action == "warn" && has(event.to) && event.to == "leader""#),
        Case(
            when: "action.done",
            condition: #"event.action == "say" && has(event.said) && "name" in event.said && "why" in event.said"#),
        Case(when: "action.declined", condition: #"event.action == "warn" && event.by == "supervisor""#),
        Case(when: "fact.recorded", condition: #"event.name == "shift" && event.value == "late""#),
        Case(when: "supervisor.joined", condition: #"has(event.mode) && event.mode in ["join", "take_over"]"#),
        Case(
            when: "contact.started", condition: #"contact.channel == "chat""#,
            examples: ["if is true": "`contact.started: {}` with `given: {channel: chat}`"]),
    ]

    @Test("an example tries what it is for", arguments: cases, ["if", "unless"])
    func examples(_ one: Case, _ role: String) throws {
        let subject = try Fixture.subject(Self.policy(one.when, one.condition, role))
        let coverage = Coverage(try #require(subject.policy))
        let items = coverage.untried.filter { $0.kind == .condition || $0.kind == .rule }
        try #require(items.count > 1)
        for item in items {
            let hint = coverage.hint(for: item)
            let parts = hint.components(separatedBy: ", for example ")
            try #require(parts.count == 2, "no example: \(hint)")
            if let wanted = one.examples[item.what] { #expect(parts[1] == wanted) }
            let tried = try #require(try run(parts[1], on: subject).coverage)
            #expect(!tried.untried.contains { $0.key == item.key }, "\(hint)")
        }
        let whats = items.map(\.what)
        if role == "if" { for what in one.examples.keys { #expect(whats.contains(what), "\(whats)") } }
    }

    /// "`EVENT` with `given: {…}`" as a test.
    private func run(_ example: String, on subject: TestSubject) throws -> TestReport {
        let code = example.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        let given = code.dropFirst().first { $0.hasPrefix("given: ") } ?? "given: {}"
        let file = "policy: p\ntests:\n- name: t\n  \(given)\n  steps: [{at: 0s, \(code[0])}]\n"
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: subject)
        #expect(report.diagnostics.filter { $0.severity == .error }.isEmpty, "\(example): \(report.problems)")
        return report
    }

    @Test("what the event's own record keeps from coming about has no example")
    func contradicted() throws {
        let condition = #"event.name == "calm" && event.value == true && fact("calm")"#
        let coverage = Coverage(
            try #require(try Fixture.subject(Self.policy("fact.recorded", condition)).policy))
        let item = try #require(
            coverage.untried.first { $0.what == #"if is decided by `fact("calm")` being false"# })
        #expect(!coverage.hint(for: item).contains("for example"))
    }

    @Test("that another fact is recorded is not asked for where no other fact can have such a value")
    func theOnlyFact() throws {
        let condition = #"event.name == "calm" && event.value == true"#
        let text = Self.policy("fact.recorded", condition).replacing(
            "  visits:", with: "  other: {type: bool}\n  visits:")
        func keys(_ text: String) throws -> [String] {
            Coverage(try #require(try Fixture.subject(text).policy)).items.map(\.what)
        }
        let asked = #"if is decided by `event.name == "calm"` being false"#
        #expect(try keys(text).contains(asked))
        #expect(!(try keys(Self.policy("fact.recorded", condition)).contains(asked)))
    }

    @Test("examples of a measure's condition try it too")
    func measures() throws {
        let condition = #"event.action == "assess" && has(event.fields) && event.fields.result == "doubt""#
        let text = Self.policy("conduct.rude", "doubts > 0").replacing(
            "measures:",
            with: "measures:\n  doubts: {count: action.done, if: '\(condition)', per: contact, in_last: 1h}")
        let subject = try Fixture.subject(text)
        let coverage = Coverage(try #require(subject.policy))
        let items = coverage.untried.filter { $0.id == "measures.doubts" }
        #expect(items.count == 5)
        for item in items {
            let parts = coverage.hint(for: item).components(separatedBy: ", for example ")
            try #require(parts.count == 2, "no example: \(parts)")
            let tried = try #require(try run(parts[1], on: subject).coverage)
            #expect(!tried.untried.contains { $0.key == item.key }, "\(parts)")
        }
    }

    @Test("where nothing is found there is no example")
    func nothing() throws {
        let subject = try Fixture.subject(Self.policy("contact.started", #"contact.id == "c-9""#))
        let coverage = Coverage(try #require(subject.policy))
        for item in coverage.untried { #expect(!coverage.hint(for: item).contains("for example")) }
    }
}

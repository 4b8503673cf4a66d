import Foundation
import JSONSchema
import PolicyLanguage
import SourceText
import Testing
import YAMLTree

@testable import PolicyTesting

/// The reader of tests and the schema agree on every test file there is, good and bad, and on mistakes in good ones.
@Suite struct TestSchemaTests {
    /// Found beside the table, and left to the reader: two tests of one name, times that go back.
    private static let beyondTheSchema: Set = ["duplicate-name", "goes-back", "out-of-range"]

    /// Small files with one of everything, and with each kind of mistake.
    private static let samples: [String] = [
        "policy: p.policy.yaml\ntests: []\n",
        "policy: p.policy.yaml\ntests:\n- {name: a, findings: []}\n- {name: b, findings: unknown-name}\n",
        "policy: p.policy.yaml\ntests:\n- {name: a, findings: [], steps: []}\n",
        "policy: p.policy.yaml\ntests:\n- {name: a}\n",
        "policy: [a.policy.yaml, b.policy.yaml]\ntests: []\n",
        "tests: []\n", "policy: p\n", "policy:\ntests: []\n", "policy: p\ntests: {a: b}\n", "- a\n", "word\n",
        "policy: p\ntest: []\n",
        sample(given: "{chanel: phone}"), sample(given: "[phone]"), sample(given: "{channel: [phone]}"),
        sample(given: "{facts: {a: 1, b: [x], c: true}, statuses: on_hold, counts: {calls: 3, others: 99999}}"),
        sample(given: "{counts: {calls: many}}"), sample(given: "{counts: {calls: -1}}"),
        sample(given: "{statuses: {a: b}}"), sample(given: "{facts: known}"), sample(given: "{agent: }"),
        sample(step: "{contact.started: {}}"), sample(step: "{at: 70}"), sample(step: "{at: 0s}"), sample(step: "now"),
        sample(step: "{at: 0s, contact.started: {}, utterance: {speaker: agent}}"),
        sample(step: "{at: 0s, contact.started: {}, expct: {}}"),
        sample(step: "{at: 2026-01-05T10:00:00Z, contact.started: {}}"),
        sample(step: "{at: 2026-01-05T10:00:00, contact.started: {}}"),
        sample(step: "{at: 1h2.5s, survey.answered: {score: 3}, id: 7, contact: none, agent: a-2}"),
        sample(step: "{at: 1s, survey: {score: 3}}"), sample(step: "{at: [1s], contact.started: {}}"),
        sample(step: "{at: 1s, conduct.observed: insult}"), sample(step: "{at: 1s, conduct.observed: [insult, rude]}"),
        sample(step: "{at: 1s, conduct.observed: {conduct: insult, severity: 2}}"),
        sample(step: "{at: 1s, supervisor.requested: }"),
        sample(step: "{at: 1s, contact.ended: {by: nobody}, expect: {refused: bad-choice}}"),
    ]

    private static func sample(given: String) -> String {
        "policy: p\ntests:\n- {name: a, given: \(given), steps: [{at: 0s, contact.started: {}}]}\n"
    }

    private static func sample(step: String) -> String { "policy: p\ntests:\n- {name: a, steps: [\(step)]}\n" }

    private static func sample(expect: String) -> String {
        sample(step: "{at: 0s, contact.started: {}, expect: \(expect)}")
    }

    private static let expectations: [String] = [
        "{must: warn}", "{must: [warn, {notify: {to: manager, due: 5m, by: [a, b]}}], should: {a: , b: {}}}",
        "{may: [], must_not: [end_contact]}", "{must: [[warn]]}", "{must: {warn: {whithin: 5m}}}", "{must: {warn: x}}",
        "{must: {warn: {due: soon}}}", "{shoud: []}", "{}", "[]", "{silent: warn}", "{silent: [a, b]}",
        "{silent: {a: b}}", "{closed: {}}", "{closed: {warn: fulfilled}}", "{closed: {warn: [late, missed, none]}}",
        "{closed: {warn: fulfiled}}", "{closed: []}", "{verdict: {warn: premature}}", "{verdict: {warn: bad}}",
        "{status: {protected: none}}", "{status: {protected: on}}", "{ladder: {abuse: 0}}", "{ladder: {abuse: 1001}}",
        "{ladder: {abuse: -1}}", "{ladder: {abuse: 1.5}}", "{measure: {length: 5m, calls: 3}}",
        "{measure: {calls: none}}", "{script: {warn: none}}", "{due: {warn: 100s}}", "{due: {warn: 100}}",
        "{coached: [calm down]}", "{coached: []}", "{none: true}", "{none: false}", "{duplicate: true}",
        "{refused: missing-field}", "{refused: mising-field}", "{refused: [missing-field]}", "{none: }",
    ]

    /// What the reader says; findings that need the policy are not among it.
    private func findings(_ text: String) -> [Diagnostic] { TestFile.read("x", Array(text.utf8)).diagnostics }

    private func expectAgreement(_ files: [(name: String, root: YAMLNode)]) throws {
        let problems = try Validator.problems(of: files.map { JSON($0.root) }, by: TestSchema.schema)
        for ((name, root), problem) in zip(files, problems) {
            var reader = TestReader()
            _ = reader.read(root)
            let findings = reader.findings.filter { !Self.beyondTheSchema.contains($0.code) }
            if reader.findings.isEmpty {
                #expect(problem == "" || isOfData(problem), "\(name): the reader takes it, the schema does not")
            } else if !findings.isEmpty, !isOfOwnEvent(findings, root) {
                let all = findings.map { "\($0.code): \($0.message)" }
                #expect(problem != "", "\(name): the schema takes what the reader refuses for \(all)")
            }
        }
    }

    /// Data of events is held against the policy, after the reader.
    private func isOfData(_ problem: String) -> Bool {
        BuiltInEvent.allCases.contains { problem.contains("/\($0.rawValue)") }
    }

    /// Which of several unknown keys is a declared event, only the policy can tell.
    private func isOfOwnEvent(_ findings: [Diagnostic], _ root: YAMLNode) -> Bool {
        findings.allSatisfy { $0.code == "unknown-key" && $0.message.hasSuffix(" in a step") }
    }

    private func trees(_ texts: [String]) throws -> [(String, YAMLNode)] {
        try texts.map { ($0, try #require(Documents.tree(Array($0.utf8)))) }
    }

    @Test func `reader and schema agree on every test file of the project`() throws {
        #expect(!Documents.tests.isEmpty)
        try expectAgreement(
            Documents.tests.compactMap { path in Documents.bytes(path).flatMap(Documents.tree).map { (path, $0) } })
    }

    @Test func `reader and schema agree on one of everything`() throws {
        let all = try trees(Self.samples + Self.expectations.map(Self.sample(expect:)))
        let good = all.count { findings($0.0).isEmpty }
        #expect(good > 20 && all.count - good > 30)
        try expectAgreement(all)
    }

    @Test func `data that fits is taken, and data that is refused only where that is meant`() throws {
        let cases: [(String, Bool)] = [
            ("conduct.observed: {conduct: insult, severity: 2}", true), ("conduct.observed: insult", true),
            ("conduct.observed: {conduct: insult, directd_at: agent}", false), ("conduct.observed: {}", false),
            ("conduct.observed: {conduct: insult, directed_at: nobody}", false), ("contact.started: {}", true),
            ("contact.started: ", true), ("contact.started: {new_matter: maybe}", false), ("utterance: agent", true),
            ("utterance: nobody", false), ("fact.recorded: {name: a, value: 3, until: 10m}", true),
            ("fact.recorded: {name: a}", false), ("utterance: nobody, expect: {refused: bad-choice}", true),
        ]
        let all = try trees(cases.map { Self.sample(step: "{at: 0s, \($0.0)}") })
        let problems = try Validator.problems(of: all.map { JSON($0.1) }, by: TestSchema.schema)
        for (one, problem) in zip(cases, problems) { #expect((problem == "") == one.1, "\(one.0): \(problem)") }
    }

    @Test(arguments: 1...2) func `a mistake in a good test file is seen by both or by none`(_ seed: Int) throws {
        var mutation = Mutation(seed: UInt64(seed))
        var all: [(String, YAMLNode)] = []
        let small = try trees(
            (Self.samples + Self.expectations.map(Self.sample(expect:))).filter { findings($0).isEmpty })
        for (name, root) in small {
            for _ in 1...24 { all.append(("seed \(seed), \(name)", mutation.changed(root))) }
        }
        try expectAgreement(all)
    }
}

import PolicyEngine
import PolicyLanguage
import SourceText
import Testing

@testable import PolicyTesting

@Suite struct GenerationTests {
    /// Rules of a policy, and how many percent of it are reached from nothing.
    struct Sample: Sendable, CustomTestStringConvertible {
        var law: String
        var text: String
        /// What has to stand in the tests, such as an edge.
        var holds: [String] = []
        var testDescription: String { law }
    }

    static let samples = [
        Sample(
            law: "one of everything", text: Fixture.policy, holds: ["counts: {endings: 2}", "measure: {endings: 3}"]),
        Sample(
            law: "a deadline's two sides",
            text: """
                holdline: 1
                policy: p
                rules: {r: {when: supervisor.requested, must: {answer: {within: 90s, if_missed: {notify: {who: manager}}}}}}
                """,
            holds: [
                "{at: 100s, time.passed: {}, expect: {must: [answer], none: true}}",
                "{at: 100s1ms, time.passed: {}, expect: {must: [{notify: {to: manager}}], closed: {answer: missed}}}",
            ]),
        Sample(
            law: "a step that asks for several observations",
            text: """
                holdline: 1
                policy: p
                conduct: [rude]
                ladders: {l: {when: conduct.rude, steps: [{times: 3, should: announce}, {may: end_contact}]}}
                """),
        Sample(
            law: "a clock, and a condition on the contact's age",
            text: """
                holdline: 1
                policy: p
                measures: {length: {elapsed: contact.started}}
                rules:
                  r: {when: {measure: length, reaches: 20m}, should: announce}
                  s: {when: supervisor.requested, if: 'contact.elapsed >= duration("1h")', must_not: hold}
                """,
            holds: ["{at: 19m59s999ms, time.passed: {}", "{at: 20m, time.passed: {}"]),
        Sample(
            law: "channels, facts about agents, fields of events",
            text: """
                holdline: 1
                policy: p
                facts: {tired: {type: bool, about: agent, by: [agent]}, visits: {type: int, about: customer}}
                events: {survey.answered: {score: {type: int, required: true}, wait: duration}}
                rules:
                  r: {when: survey.answered, if: 'event.score < 3', must: call_back}
                  s: {when: contact.started, if: 'contact.channel == "chat"', should: say}
                  t: {when: fact.recorded, if: 'event.name == "visits" && fact("visits") > 5', may: transfer}
                """,
            holds: ["survey.answered: {score: 2}", "survey.answered: {score: 3}", "value: 6"]),
        Sample(
            law: "what is recorded with a deed, by roles that may do it and by one that may not",
            text: """
                holdline: 1
                policy: p
                roles: [agent, colleague, leader]
                actions: {assess: {by: [leader], fields: [result]}, end_contact: {by: [leader], closed: false}}
                rules:
                  r:
                    when: action.done
                    if: 'event.action == "assess" && event.by == "leader" && has(event.fields) && event.fields.result == "doubt"'
                    must: call_back
                  s: {when: action.done, if: 'event.action == "assess"', must: record}
                """,
            holds: [
                "action.done: {action: record, by: leader, fields: {result: doubt}}",
                "action.done: {action: assess, by: leader, fields: {result: doubt}}",
                "action.done: {action: assess, by: agent, fields: {result: doubt}}",
            ]),
        Sample(
            law: "what only an example in a hint comes to",
            text: """
                holdline: 1
                policy: p
                conduct: [rude]
                facts: {calm: {type: bool}, note: {type: text}}
                rules:
                  r: {when: contact.started, if: 'fact("calm") && fact("note") == "x"', should: announce}
                """),
        Sample(
            law: "languages, lengths of texts, refusals of what is due at once",
            text: """
                holdline: 1
                policy: p
                languages: [en, da]
                conduct: [rude]
                rules:
                  r: {when: conduct.rude, if: 'contact.language == "en" && contact.new_matter', must: {warn: {within: 0s}}}
                  s: {when: {duty: warn, becomes: declined}, must: report}
                  t: {when: utterance, if: 'has(event.text) && size(event.text) > 20', may: hold}
                """,
            holds: ["language: da", "text: aaaaaaaaaaaaaaaaaaaaa}"]),
        Sample(
            law: "a status that ends by itself, and what follows",
            text: """
                holdline: 1
                policy: p
                conduct: [danger, rude]
                statuses: {protected: {about: contact, until: 1h, while_active: {must_not: end_contact}}}
                rules:
                  r: {when: conduct.danger, begin: protected}
                  s: {when: {status: protected, becomes: ended}, if: 'ladder("l") == 0', should: record}
                ladders: {l: {when: conduct.rude, suspended_while: 'status("protected")', steps: [{may: transfer}]}}
                """),
    ]

    @Test("what is written reads, passes, tries what it says, and is the same each time", arguments: samples)
    func passes(_ sample: Sample) throws {
        let subject = try Fixture.subject(sample.text)
        let policy = try #require(subject.policy, "\(subject.findings)")
        let generation = try Generation(policy, policyPath: "p.policy.yaml", tried: nil, budget: 6_000)
        let report = TestFile.read("g.test.yaml", Array(generation.text.utf8)).run(on: subject)
        #expect(report.problems == [], "\(generation.text)")
        #expect(report.failures == [], "\(generation.text)")
        #expect(report.results.count == generation.testCount)
        let coverage = try #require(report.coverage)
        #expect(coverage.triedCount == generation.reached)
        #expect(coverage.untried == generation.unreached)
        #expect(coverage.untried.map(\.key) == [], "\(generation.text)")
        for text in sample.holds { #expect(generation.text.contains(text), "\(text) in \(generation.text)") }
        let again = try Generation(policy, policyPath: "p.policy.yaml", tried: nil, budget: 6_000)
        #expect(again.text == generation.text)
        for line in generation.text.split(separator: "\n") { #expect(line.count <= 130, "\(line)") }
    }

    @Test("only what is untried is written, and nothing where all is tried")
    func rest() throws {
        let subject = try Fixture.subject()
        let policy = try #require(subject.policy)
        let all = try Generation(policy, policyPath: "p", tried: nil)
        let file = TestFile.read("g.test.yaml", Array(all.text.utf8))
        let name = try #require(file.run(on: subject).results.first?.name.value)
        let first = try #require(file.run(on: subject, TestOptions(filter: name)).coverage)
        let rest = try Generation(policy, policyPath: "p", tried: first)
        #expect(rest.reached == all.reached - first.triedCount)
        let none = try Generation(policy, policyPath: "p", tried: file.run(on: subject).coverage)
        #expect(none.text == "" && none.testCount == 0 && none.unreached == [])
        #expect(none.played == 0)
    }

    @Test("what cannot be reached is told, and the search ends")
    func unreachable() throws {
        let subject = try Fixture.subject(
            """
            holdline: 1
            policy: p
            facts: {a: {type: bool}}
            rules:
              r: {when: contact.started, if: 'fact("a") && contact.id == "c-77"', must: say}
            """)
        let generation = try Generation(
            try #require(subject.policy), policyPath: "p", tried: nil, budget: 500)
        #expect(generation.played <= 500)
        #expect(generation.unreached.map(\.key).contains("rules.r fires"))
    }

    @Test(
        "any word is written so that it is read back",
        arguments: [
            "a", "no", "1.5", "with 'quotes'", "a: b", "#x", "", "é", "two\nlines", "-", "[x]", "on hold", "a ",
        ])
    func scalars(_ word: String) throws {
        let text = "policy: p\ntests: [{name: \(FlowText.scalar(word.isEmpty ? "x" : word)), steps: []}]"
        let file = TestFile.read("x.test.yaml", Array(text.utf8))
        #expect(file.tests.map(\.name.value) == [word.isEmpty ? "x" : word], "\(text)")
        let line = "policy: p\ntests:\n  - name: \(FlowText.line(word.isEmpty ? "x" : word))\n    steps: []\n"
        #expect(TestFile.read("x", Array(line.utf8)).tests.map(\.name.value) == file.tests.map(\.name.value), "\(line)")
    }

    @Test(
        "lengths of time are read back",
        arguments: [0, 1, 999, 1_000, 59_999, 60_000, 90_000, 599_999, 600_000, 3_600_000, 90_061_001] as [Int64])
    func moments(_ milliseconds: Int64) {
        #expect(TestTime.duration(FlowText.moment(milliseconds)) == milliseconds)
    }
}

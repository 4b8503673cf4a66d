import PolicyLanguage
import SourceText
import Testing

@testable import PolicyTesting

@Suite struct CoverageTests {
    private static let steps = """
          - {at: 0s, conduct.observed: {conduct: insult}}
          - {at: 10s, action.done: warn}
          - {at: 20s, conduct.observed: {conduct: insult}}
          - {at: 30s, action.done: warn}
          - {at: 40s, conduct.observed: {conduct: insult}}
          - {at: 50s, conduct.observed: {conduct: danger}}
          - {at: 60s, supervisor.requested: {}}
          - {at: 70s, survey.answered: {score: 1}}
          - {at: 80s, contact.ended: {by: customer}}
        """

    private func report(_ coverage: Coverage) throws -> CoverageReport {
        let bytes = Array(Fixture.policy.utf8)
        let sources = PolicyLoader.load("small.policy.yaml") { _ in bytes }.sources
        return CoverageReport(name: "small.policy.yaml", sources: sources, coverage: coverage)
    }

    @Test("what was never tried has its place, and what would try it")
    func text() throws {
        let policy = try #require(try Fixture.subject().policy)
        let none = Coverage(policy)
        #expect(none.percent == 0)
        let coverage = try #require(try Fixture.run(steps: Self.steps).coverage)
        #expect(
            try report(coverage).text == """
                small.policy.yaml: coverage: 61% (19 of 31)
                  small.policy.yaml:39:3: never tried: rules.safe-again fires, nor 4 more of it
                    to try it, send `fact.recorded`, with its conditions met, for example `fact.recorded: {name: known, \
                value: true}`
                  small.policy.yaml:48:10: never tried: rules.unhappy if is false
                    to try it, look at rules.unhappy where `event.score < 3 && (!has(event.wait) || event.wait > \
                duration("1m"))` does not hold, for example `survey.answered: {score: 3}`
                  small.policy.yaml:48:10: never tried: rules.unhappy if is decided by `event.score < 3` being false
                    to try it, look at rules.unhappy where nothing but `event.score < 3` stands in the way, for example \
                `survey.answered: {score: 3}`
                  small.policy.yaml:48:30: never tried: rules.unhappy if is decided by `!has(event.wait) || event.wait \
                > duration("1m")` being false
                    to try it, look at rules.unhappy where nothing but `!has(event.wait) || event.wait > \
                duration("1m")` stands in the way, for example `survey.answered: {score: 2, wait: 0s}`
                  small.policy.yaml:48:50: never tried: rules.unhappy if is decided by `event.wait > duration("1m")` \
                being true
                    to try it, look at rules.unhappy where nothing but `event.wait > duration("1m")` holds, for example \
                `survey.answered: {score: 2, wait: 61s}`
                  small.policy.yaml:50:3: never tried: rules.third-time fires, nor 1 more of it
                    to try it, let `endings` come to 3
                  small.policy.yaml:28:65: never tried: ladders.abuse.1.if_missed must notify to manager
                    to try it, let `warn` go undone for more than 30s at step 1 of `abuse`

                """)
    }

    /// Conditions of one rule on `fact.recorded`, what happens, and the outcomes that are not tried then.
    private struct Condition: Sendable, CustomTestStringConvertible {
        var text: String
        var facts: [String]
        var untried: [String]
        var testDescription: String { text }
    }

    @Test(
        "a part is tried where it alone decides",
        arguments: [
            Condition(text: #"fact("a")"#, facts: ["a: true"], untried: ["is false"]),
            Condition(text: #"fact("a") && fact("b")"#, facts: ["a: true", "b: true"], untried: ["`a` false"]),
            Condition(
                text: #"fact("a") && fact("b")"#, facts: ["a: false", "b: false"],
                untried: ["is true", "`a` false", "`b` false"]),
            Condition(
                text: #"fact("a") || fact("b")"#, facts: ["a: false", "b: true", "a: true"], untried: ["`a` true"]),
            Condition(
                text: #"!(fact("a") || fact("b"))"#, facts: ["a: false", "b: false", "b: true"], untried: ["`a` true"]),
        ])
    private func parts(_ condition: Condition) throws {
        let subject = try Fixture.subject(
            """
            holdline: 1
            policy: p
            facts: {a: {type: bool}, b: {type: bool}}
            rules: {r: {when: contact.transferred, if: '\(condition.text)', must: warn}}
            """)
        var steps = [
            "{at: 0s, fact.recorded: {name: a, value: false}}", "{at: 0s, fact.recorded: {name: b, value: false}}",
        ]
        for fact in condition.facts {
            let parts = fact.split(separator: ": ")
            steps.append("{at: 1s, fact.recorded: {name: \(parts[0]), value: \(parts[1])}}")
            steps.append("{at: 1s, contact.transferred: {}}")
        }
        let file = "policy: p\ntests: [{name: t, steps: [\(steps.joined(separator: ", "))]}]"
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: subject)
        #expect(report.problems == [])
        let untried = try #require(report.coverage).untried.filter { $0.kind == .condition }.map(\.what)
        let expected = condition.untried.map { short -> String in
            let words = short.split(separator: " ")
            if short.hasPrefix("is") { return "if \(short)" }
            let name = words[0].dropFirst().dropLast()
            return "if is decided by `fact(\"\(name)\")` being \(words[1])"
        }
        #expect(untried == expected)
    }

    @Test("what can never be is not asked for")
    func impossible() throws {
        let subject = try Fixture.subject(
            """
            holdline: 1
            policy: p
            conduct: [rude]
            rules: {r: {when: conduct.rude, if: 'has(event.source) && event.severity >= 0 || size(event.conduct) < 0',
                        must: warn}}
            """)
        let wanted = Coverage(try #require(subject.policy)).items.filter { $0.kind == .condition }.map(\.what)
        #expect(
            wanted == [
                "if is true", "if is false",
                "if is decided by `has(event.source) && event.severity >= 0` being true",
                "if is decided by `event.severity >= 0` being false",
            ])
    }

    @Test(
        "another fact than the only one is not asked for, and a status without an end of its own is ended by an event")
    func onlyFact() throws {
        let policy = """
            holdline: 1
            policy: p
            facts: {urgent: {type: bool, about: customer}}
            statuses: {banned: {about: customer}}
            rules:
              r: {when: fact.recorded, if: 'event.name == "urgent" && fact("urgent")', should: say}
            """
        let file = """
            policy: p
            tests:
              - name: t
                given: {channel: phone, customer: cu-1, agent: a-1}
                steps:
                - {at: 0s, fact.recorded: {name: urgent, value: true}}
                - {at: 1s, fact.recorded: {name: urgent, value: false}}
                - {at: 2s, status.decided: {status: banned, decision: imposed, by: manager}}
            """
        func untried(_ more: String) throws -> [String] {
            let report = TestFile.read("p.test.yaml", Array((file + more).utf8)).run(on: try Fixture.subject(policy))
            return try #require(report.coverage).untried.map { "\($0.key) / \($0.hint)" }
        }
        let left = try untried("")
        #expect(left.count == 1 && left[0].hasSuffix("send `status.ended: {status: banned}`"))
        #expect(try untried("\n    - {at: 3s, status.ended: {status: banned}}") == [])
    }

    @Test("an act's own guard is tried when its standing is asked")
    func ownGuard() throws {
        let subject = try Fixture.subject(
            """
            holdline: 1
            policy: p
            facts: {a: {type: bool}}
            rules: {r: {when: contact.started, may: {end_contact: {if: 'fact("a")'}}}}
            """)
        let file = """
            policy: p
            tests:
              - name: t
                given: {facts: {a: false}}
                steps:
                  - {at: 0s, contact.started: {}, expect: {may: []}}
                  - {at: 1s, fact.recorded: {name: a, value: true}, expect: {may: [end_contact]}}
            """
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: subject)
        #expect(report.failures == [])
        #expect(report.coverage?.untried == [])
        #expect(report.coverage?.items.count == 4)
    }

    @Test("a file's coverage is the same in every run, and a union has all that its parts have")
    func laws() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(seed)
        let subject = try Fixture.subject()
        let generation = try Generation(try #require(subject.policy), policyPath: "p", tried: nil)
        let file = TestFile.read("g.test.yaml", Array(generation.text.utf8))
        let whole = file.run(on: subject)
        #expect(whole.failures == [])
        let all = try #require(whole.coverage)
        #expect(try #require(file.run(on: subject).coverage).counts == all.counts)
        var sum = Coverage(try #require(subject.policy))
        for name in whole.results.map(\.name.value).shuffled(using: &random) {
            let one = try #require(file.run(on: subject, TestOptions(filter: name)).coverage)
            let before = sum
            sum.formUnion(one)
            for index in sum.counts.indices {
                #expect(sum.counts[index] >= max(before.counts[index], one.counts[index]), "seed \(seed)")
            }
        }
        #expect(sum.percent == all.percent, "seed \(seed)")
        #expect(zip(sum.counts, all.counts).allSatisfy { ($0 > 0) == ($1 > 0) }, "seed \(seed)")
    }

    @Test("LCOV has lines for what happens and branches for conditions")
    func lcov() throws {
        let coverage = try #require(try Fixture.run(steps: Self.steps).coverage)
        let lcov = try report(coverage).lcov
        let lines = lcov.split(separator: "\n")
        #expect(lines.first == "TN:holdline")
        #expect(lines.contains("SF:small.policy.yaml"))
        // The rule that never fired, and the ladder's first step, whose miss was not tried.
        #expect(lines.contains("DA:39,0"))
        #expect(lines.contains("DA:28,0"))
        #expect(lines.contains("DA:29,1"))
        #expect(lines.contains("BRDA:48,0,0,1"))
        #expect(lines.contains("BRDA:48,0,1,0"))
        #expect(lines.last == "end_of_record")
    }
}

/// A small generator of numbers with a seed, for tests that tell theirs.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

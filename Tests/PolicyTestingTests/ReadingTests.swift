import SourceText
import Testing

@testable import PolicyTesting

/// What is wrong with a test file is told all at once, each at its place and with what to do.
@Suite struct ReadingTests {
    @Test("misspelt keys, names and values are told together, and no test runs")
    func allAtOnce() throws {
        let report = try Fixture.run(
            """
            policy: small.policy.yaml
            test: x
            tests:
            - name: a
              given: {chanel: phone, facts: {knwon: true}, statuses: [protecte], counts: {endings: two, length: 1}}
              steps:
              - {at: 70, conduct.observed: {conduct: inslut, directd_at: agent}, expect: {must: [wran], shoud: []}}
              - {at: 50s, conduct.observd: {conduct: insult}}
              - {at: 10s, contact.started: {}, expect: {closed: {warn: fulfiled}, ladder: {abuse: 4}}}
            """)
        #expect(
            report.problems == [
                "2:1 unknown-key unknown key `test` in a test file | did you mean `tests`?",
                "5:11 unknown-key unknown key `chanel` in `given` | did you mean `channel`?",
                "5:34 unknown-name the policy has no fact `knwon` | did you mean `known`?",
                "5:59 unknown-name the policy has no status `protecte` | did you mean `protected`?",
                "5:88 bad-value `endings` wants a whole number, not `two` | for example `endings: 1`",
                "5:93 wrong-type `length` is a clock, and only counts can be given | "
                    + "let the events happen that it is about",
                "7:10 not-a-time `at` cannot be `70` | did you mean `70s`?",
                "7:42 unknown-name the policy has no conduct `inslut` | did you mean `insult`?",
                "7:50 unknown-key unknown key `directd_at` in `conduct.observed` | did you mean `directed_at`?",
                "7:86 unknown-name the policy has no action `wran` | did you mean `warn`?",
                "7:93 unknown-key unknown key `shoud` in `expect` | did you mean `should`?",
                "8:15 unknown-name no event has the type `conduct.observd` | did you mean `conduct.observed`?",
                "9:10 goes-back `10s` is before the step above it (`50s`) | "
                    + "write the steps in the order of their times",
                "9:60 unknown-word `warn` cannot be `fulfiled` | did you mean `fulfilled`?",
                "9:87 out-of-range `abuse` has 3 steps | write a number from 0 to 3",
            ])
        #expect(report.results.isEmpty)
        #expect(!report.isUsable)
    }

    @Test(
        "a step is one event at one time",
        arguments: [
            ("{contact.started: {}}", "6:6 missing-key this step has no `at` | add it, for example `at: 70s`"),
            (
                "{at: 0s}",
                "6:6 missing-key this step has no event | add one, for example `conduct.observed: {conduct: insult}`, "
                    + "or `time.passed: {}` to let time pass"
            ),
            (
                "{at: 0s, contact.started: {}, utterance: {speaker: agent}}",
                "6:35 several-events this step has two events, `contact.started` and `utterance` | "
                    + "give each event a step of its own; steps may have the same time"
            ),
            (
                "{at: 0s, contact.started: {}, expct: {}}",
                "6:35 unknown-key unknown key `expct` in a step | did you mean `expect`?"
            ),
            (
                "{at: 2026-01-05T10:00:00, contact.started: {}}",
                "6:10 not-a-time `2026-01-05T10:00:00` is no date and time | write it with its offset, "
                    + "such as `2026-11-21T10:00:00+01:00` or `2026-11-21T09:00:00Z`"
            ),
            (
                "now",
                "6:5 wrong-shape a step wants a map, not one value | "
                    + "for example `{at: 70s, conduct.observed: {conduct: insult}}`"
            ),
        ])
    func steps(_ step: String, _ problem: String) throws {
        #expect(try Fixture.run(steps: "  - \(step)").problems == [problem])
    }

    @Test(
        "an event of a test is read by the rules of the log",
        arguments: [
            (
                "contact.ended: {by: agent}",
                "this event would be refused: `data.reason` is missing; only a contact that the customer ended may go "
                    + "without | write `contact.ended: {by: agent, reason: abuse}` (`reason` is one of `completed`, "
                    + "`abuse`, `time_limit`, `dropped`, `transferred`, `other`), or say that this is meant: "
                    + "`expect: {refused: missing-field}`"
            ),
            (
                "contact.ended: {}",
                "this event would be refused: `data.by` is missing | write `contact.ended: {by: agent, reason: abuse}` "
                    + "(`by` is one of `agent`, `customer`, `supervisor`, `system`; `reason` is one of `completed`, "
                    + "`abuse`, `time_limit`, `dropped`, `transferred`, `other`), or say that this is meant: "
                    + "`expect: {refused: missing-field}`"
            ),
            (
                "conduct.observed: {severity: 3, quote: 'it''s 5'}",
                "this event would be refused: `data.conduct` is missing | write "
                    + "`conduct.observed: {conduct: insult, severity: 3, quote: 'it''s 5'}` (`conduct` is one of "
                    + "`insult`, `threat`, `danger`), or say that this is meant: `expect: {refused: missing-field}`"
            ),
            (
                "fact.recorded: {name: visits}",
                "this event would be refused: `data.value` is missing | write "
                    + "`fact.recorded: {name: visits, value: 1}`, or say that this is meant: "
                    + "`expect: {refused: missing-field}`"
            ),
            (
                "survey.answered: {wait: 5m}",
                "this event would be refused: `data.score` is missing | write "
                    + "`survey.answered: {score: 1, wait: 5m}`, or say that this is meant: "
                    + "`expect: {refused: missing-field}`"
            ),
            (
                "conduct.observed: {conduct: insult, severity: high}",
                "this event would be refused: `data.severity` must be a whole number, not a text | "
                    + "mend it, or say that this is meant: `expect: {refused: wrong-type}`"
            ),
            (
                "survey.answered: {score: 1.5}",
                "this event would be refused: `data.score` must be a whole number | "
                    + "mend it, or say that this is meant: `expect: {refused: wrong-type}`"
            ),
            (
                "contact.started: {}, contact: none, customer: none, agent: none",
                "this event would be refused: an event names a `contact`, a `customer` or an `agent` | "
                    + "mend it, or say that this is meant: `expect: {refused: no-lane}`"
            ),
        ])
    func refused(_ event: String, _ message: String) throws {
        let problems = try Fixture.run(steps: "  - {at: 0s, \(event)}").problems
        #expect(problems.map { $0.drop { $0 != " " }.dropFirst() } == ["event-refused \(message)"])
    }

    @Test(
        "a name of the policy's in the place of a key says where it belongs",
        arguments: [
            ("insults: 4", "a count is given as `counts: {insults: 4}`, a fact as `facts: {insults: 4}`"),
            ("known: true", "a status is given as `statuses: [known]`, a fact as `facts: {known: true}`"),
            ("shift: night", "a fact is given as `facts: {shift: night}`"),
            ("chanel: phone", "did you mean `channel`?"),
            ("new_matter: true", "the contact's start says it: `contact.started: {new_matter: …}` in a step"),
        ])
    func strayGiven(_ key: String, _ help: String) throws {
        let report = try Fixture.run(steps: "  - {at: 0s, contact.started: {}}", given: "{\(key)}")
        #expect(report.diagnostics.map(\.help) == [help])
    }

    @Test(
        "a state or a name in the place of a key of `expect` says how it is written",
        arguments: [
            ("missed: warn", "write `closed: {warn: missed}`"),
            ("missed: [warn, hold]", "write `closed: {warn: missed, hold: missed}`"),
            ("premature: end_contact", "write `verdict: {end_contact: premature}`"),
            ("active: protected", "write `status: {protected: active}`"),
            ("warn: missed", "write `closed: {warn: missed}`"),
            ("end_contact: forbidden", "write `verdict: {end_contact: forbidden}`"),
            ("abuse: 2", "write `ladder: {abuse: 2}` or `measure: {abuse: 2}`"),
            (
                "may_not: [end_contact]",
                "write `may: {end_contact: none}` if it is not to be allowed, `may: []` if nothing at all is, "
                    + "`must_not: [end_contact]` if a prohibition is to stand"
            ),
            (
                "status: {protected: inactive}",
                "one of `active`, `ended`, `none`: write `none` where it never began, `ended` where it is over"
            ),
            (
                "status: {protected: false}",
                "one of `active`, `ended`, `none`: write `none` where it never began, `ended` where it is over"
            ),
            ("status: {protected: actve}", "did you mean `active`?"),
            ("status: {protected: true}", "did you mean `active`?"),
            ("must: [{notify: supervisor}]", "write `{notify: {to: supervisor}}`"),
            ("must: {notify: agent}", "write `{notify: {to: agent}}`"),
            ("must: [{warn: agent}]", "write `{warn: {by: agent}}`"),
            ("must: [{warn: [agent, supervisor]}]", "write `{warn: {by: [agent, supervisor]}}`"),
            ("must: [{warn: 30s}]", "write `{warn: {due: 30s}}` or `{warn: {until: 30s}}`"),
            ("must: [{warn: warning}]", "write `{warn: {to: warning}}` or `{warn: {script: warning}}`"),
            ("must: [{warn: rules.danger}]", "write `{warn: {rule: rules.danger}}`"),
            ("must: [{warn: []}]", "for example `{warn: {by: agent, due: 100s}}`"),
            ("must: [{notify: {who: supervisor}}]", "did you mean `to`?"),
            ("must: [{warn: {within: 30s}}]", "write when it is due, from the test's start: `due: 30s`"),
            ("allowed: [end_contact]", "did you mean `may`?"), ("statsu: {a: active}", "did you mean `status`?"),
        ])
    func strayExpectation(_ key: String, _ help: String) throws {
        let report = try Fixture.run(steps: "  - {at: 0s, contact.started: {}, expect: {\(key)}}")
        #expect(report.diagnostics.map(\.help) == [help])
    }

    @Test(
        "a name of the policy's in the place of an event says how it is written",
        arguments: [
            ("warn: {}", "write `action.done: warn`"), ("insult: {}", "write `conduct.observed: insult`"),
            ("conduct.insult: {}", "write `conduct.observed: insult`"),
            ("known: true", "write `fact.recorded: {name: known, value: …}`"),
            ("protected: {}", "write `status.decided: {status: protected, decision: imposed, by: manager}`"),
            (
                "shouted: {}",
                "write `conduct.observed: shouted` for conduct, `action.done: shouted` for a deed; the policy's conduct: `insult`, `threat`, `danger`"
            ),
            ("acton.done: warn", "did you mean `action.done`?"),
        ])
    func strayEvent(_ event: String, _ help: String) throws {
        let report = try Fixture.run(steps: "  - {at: 0s, \(event)}")
        #expect(report.diagnostics.map(\.help) == [help])
    }

    @Test("a list of event types has nothing in it that is none")
    func eventTypes() throws {
        let help = try Fixture.run(steps: "  - {at: 0s, something.else: {}}").diagnostics.first?.help ?? ""
        #expect(
            help.hasPrefix("event types: `contact.started`, ") && help.hasSuffix("`time.passed`, `survey.answered`"))
    }

    @Test("several versions of a policy are not built yet, and say so")
    func versions() throws {
        let report = try Fixture.run("policy: [a.policy.yaml, b.policy.yaml]\ntests: []\n")
        #expect(
            report.problems == [
                "1:9 not-built tests of several versions of a policy are not built yet | "
                    + "name one policy, and write a test file for each version"
            ])
    }

    @Test("a file that is no YAML has the findings of the reader")
    func notYAML() throws {
        #expect(try Fixture.run("tests: [").diagnostics.map(\.code) == ["yaml-unclosed-bracket"])
        #expect(try Fixture.run("").diagnostics.map(\.code) == ["yaml-empty"])
    }

    @Test("a name that the policy need not have is a warning only where it looks like one that it has")
    func suspects() throws {
        let near = try Fixture.run(
            steps: "  - {at: 0s, action.done: {action: wran}, expect: {verdict: {wran: silent}}}")
        #expect(near.diagnostics.map(\.severity) == [.warning, .warning])
        #expect(near.failures == [])
        let short = try Fixture.run(steps: "  - {at: 0s, conduct.observed: inslut}")
        #expect(short.diagnostics.map(\.help) == ["did you mean `insult`?"])
        let far = try Fixture.run(
            steps: "  - {at: 0s, action.done: sing, expect: {verdict: {sing: silent}, silent: sing}}")
        #expect(far.problems == [])
        #expect(far.failures == [])
    }

    @Test("any bytes at all are read without a trap")
    func anything() throws {
        let whole =
            "policy: p\ntests:\n- {name: a, given: {facts: {a: [1]}}, "
            + "steps: [{at: 0s, utterance: {}, expect: {must: [{a: {by: 1}}]}}]}\n"
        let bytes = Array(whole.utf8)
        for length in bytes.indices { _ = TestFile.read("x", Array(bytes[..<length])) }
        for index in bytes.indices {
            var other = bytes
            other[index] = UInt8(ascii: "[")
            _ = TestFile.read("x", other).run(on: try Fixture.subject())
        }
    }
}

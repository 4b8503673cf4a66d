import Testing

@testable import PolicyTesting

/// A failing expectation says what to type where its author meant something that the policy says in another way.
@Suite struct WaysForwardTests {
    private static let policy = """
        holdline: 1
        policy: p
        conduct: [insult, threat]
        facts: {idle_talk: {type: bool}, calm: {type: bool}}
        measures:
          talk: {elapsed: fact.recorded, if: 'event.name == "idle_talk" && fact("idle_talk")', runs_while: 'fact("idle_talk")'}
          calls: {count: contact.started, per: customer, in_last: 1d}
        actions: {call_police: {by: [agent]}, walk_out: {by: [agent], closed: true}}
        ladders:
          insults:
            when: conduct.insult
            steps: [{must: {warn: {within: 30s}}}, {must: {involve_supervisor: {within: 3m}}}, {may: end_contact}]
        rules:
          long: {when: {measure: talk, reaches: 30m}, may: walk_out}
          threat: {when: conduct.threat, unless: 'fact("calm")', must: {call_police: {within: 10m}, say: {within: unstated}}}
          third: {when: {measure: calls, reaches: 2}, should: hold}
        """

    struct Case: Sendable {
        var steps: [String]
        var says: String
    }

    static let cases = [
        Case(
            steps: [
                "at: 10m, fact.recorded: {name: idle_talk, value: true}",
                "at: 20m, fact.recorded: {name: idle_talk, value: false}",
                "at: 60m, fact.recorded: {name: idle_talk, value: true}",
                "at: 80m, time.passed: {}, expect: {may: [walk_out]}",
            ],
            says:
                "(`talk` is 20 minutes now), and what happened is that time passed. It began again at 1h, as a clock does with "
                + "every event that it names: for one that runs all along write `elapsed: contact.started` with the same "
                + "`runs_while`"),
        Case(
            steps: [
                "at: 0s, conduct.observed: threat",
                "at: 10s, contact.ended: {by: agent, reason: other}, expect: {must: [call_police]}",
            ],
            says:
                "closed as `missed` at 10s, with the contact: for a duty that outlives it write `call_police: {during: customer}`"
        ),
        Case(
            steps: [
                "at: 0s, conduct.observed: threat", "at: 10s, action.done: say",
                "at: 20s, time.passed: {}, expect: {must: [say]}",
            ],
            says:
                "closed as `fulfilled` at 10s: one deed fulfils it; what has to go on is said by what must not be, `must_not: …`"
        ),
        Case(
            steps: [
                "at: 0s, contact: c-1, contact.started: {}", "at: 1s, contact: c-2, contact.started: {}",
                "at: 2s, contact: c-3, contact.started: {}, expect: {should: [hold]}",
            ],
            says: "it comes to a number once: for this one and every later one write `when: contact.started` and "
                + "`if: 'calls >= 2'`"),
        Case(
            steps: [
                "at: 0s, conduct.observed: insult", "at: 1m, conduct.observed: insult",
                "at: 2m, conduct.observed: insult, expect: {may: [end_contact]}",
            ], says: "for a ladder that climbs whether that was done or not write `climbs: always`"),
        Case(
            steps: [
                "at: 0s, conduct.observed: threat",
                "at: 1m, fact.recorded: {name: calm, value: true}, expect: {silent: [call_police]}",
            ],
            says:
                "the `unless` of rules.threat was asked when it was set off, at step 1, and not since: what is asked all the while "
                + "stands in the act, `call_police: {unless: 'fact(\"calm\")'}`"),
        Case(
            steps: ["at: 0s, contact.started: {}, expect: {silent: [walk_out]}"],
            says: "that it is not allowed is `may: {walk_out: none}`, and, of a deed, `verdict: {walk_out: forbidden}`"),
        Case(
            steps: ["at: 0s, conduct.observed: threat, expect: {must: [{call_police: {rule: rules.threat, due: 1m}}]}"],
            says: "standing were: must call_police (agent, due 10m, from rules.threat)"),
    ]

    @Test func `a duty that a prohibition beat is told as such, with what waits for the end of it`() throws {
        let policy = """
            holdline: 1
            policy: p
            conduct: [silence]
            rules:
              ask: {when: contact.started, must_not: {end_contact: {until: 10m}}}
              silence: {when: conduct.silence, should: end_contact}
            """
        let file = """
            policy: p
            tests:
            - name: t
              steps:
              - {at: 0s, contact.started: {}}
              - {at: 10s, conduct.observed: silence}
              - {at: 11m, time.passed: {}, expect: {should: [end_contact]}}
            """
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(policy))
        #expect(
            report.failures.count == 1
                && report.failures[0].contains("closed as `superseded` at 10s: a `must_not: end_contact` beat it"))
        let life = report.results[0].failures[0].details
        let issued = life.firstIndex { $0.contains("issued should end_contact") }
        let closed = life.firstIndex { $0.contains("closed end_contact: superseded") }
        #expect(issued != nil && issued ?? 0 < closed ?? 0)
    }

    @Test(arguments: [
        ("action.done: {call_police: {by: supervisor}}", "write `action.done: {action: call_police, by: supervisor}`"),
        (
            "action.done: {action: say, who: supervisor}",
            "did you mean `by`? whom it is done to is `to: supervisor`"
        ),
        ("action.done: call_police by supervisor", "write `{action: call_police, by: supervisor}`"),
        (
            "conduct.observed: {conduct: insult, calm: true}",
            "a fact is recorded by itself, in a step before: `fact.recorded: {name: calm, value: true}`"
        ),
        (
            "contact.started: {}, expect: {paused: [say]}",
            "what is paused does not stand: write `must: {say: none}`, or `may: {say: none}`"
        ),
    ])
    func `what stands in the wrong place of a step`(_ step: String, _ help: String) throws {
        #expect(try Self.report(["at: 0s, \(step)"]).diagnostics.map(\.help).contains(help))
    }

    @Test func `what is paused is told where it was to be closed`() throws {
        let policy = """
            holdline: 1
            policy: p
            conduct: [threat]
            facts: {calm: {type: bool}}
            rules: {r: {when: conduct.threat, must: {hold: {within: 1h, unless: 'fact("calm")'}}}}
            """
        let file = """
            policy: p
            tests:
            - name: t
              steps:
              - {at: 0s, conduct.observed: threat}
              - {at: 1s, fact.recorded: {name: calm, value: true}, expect: {closed: {hold: released}}}
            """
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(policy))
        let wanted = "`hold` was not closed: it was issued, but its own `unless` holds just now: `fact(\"calm\")`"
        #expect(report.failures.count == 1 && report.failures[0].contains(wanted), "\(report.failures)")
    }

    @Test func `a decision that lacks its grounds is told with them`() throws {
        let policy = """
            holdline: 1
            policy: p
            conduct: [insult]
            actions: {decide: {by: [manager]}}
            statuses: {ban: {about: customer, until: 1d, fields: {reason: text}}}
            rules: {r: {when: conduct.insult, must: {decide: {status: ban, within: 1h}}}}
            """
        let file = """
            policy: p
            tests:
            - name: t
              given: {customer: cu-1}
              steps: [{at: 0s, conduct.observed: insult}, {at: 1s, status.decided: {status: ban, decision: imposed}}]
            """
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(policy))
        let wanted = "or write `status.decided: {status: ban, decision: imposed, fields: {reason: …}}`"
        #expect(report.diagnostics.contains { $0.help?.contains(wanted) == true }, "\(report.diagnostics.map(\.help))")
    }

    @Test func `one deed for two duties is told as such`() throws {
        let policy = """
            holdline: 1
            policy: p
            conduct: [insult, obscene]
            rules:
              a: {when: conduct.insult, should: warn}
              b: {when: conduct.obscene, should: warn}
            """
        let file = """
            policy: p
            tests:
            - name: t
              steps:
              - {at: 0s, conduct.observed: insult}
              - {at: 1s, conduct.observed: obscene}
              - {at: 2s, action.done: warn}
              - {at: 3s, time.passed: {}, expect: {should: [warn]}}
            """
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(policy))
        let wanted = "one deed did both, rules.a and rules.b; for two that are done apart give them different actions"
        #expect(report.failures.count == 1 && report.failures[0].contains(wanted), "\(report.failures)")
    }

    @Test func `a count says that nothing it counts has come`() throws {
        let step = "at: 0s, conduct.observed: insult, expect: {measure: {calls: 1}}"
        let messages = try Self.report([step]).failures
        #expect(
            messages.count == 1 && messages[0].contains("it counts `contact.started`, and no step was that"),
            "\(messages)")
    }

    @Test func `a measure whose condition did not hold says so`() throws {
        let policy = """
            holdline: 1
            policy: p
            conduct: [insult]
            measures:
              so_far: {count: conduct.insult, per: customer, in_last: 12h}
              days: {count: conduct.insult, if: 'so_far == 1', per: customer, in_last: 180d}
            rules: {r: {when: {measure: days, reaches: 2}, should: say}}
            """
        let file = """
            policy: p
            tests:
            - name: t
              given: {customer: cu-1}
              steps: [{at: 0s, conduct.observed: insult, expect: {measure: {days: 1}}}]
            """
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(policy))
        let wanted =
            "it is 0; its `if` did not hold: `so_far == 1`, where other measures are read as they were before the event"
        #expect(report.failures.count == 1 && report.failures[0].contains(wanted), "\(report.failures)")
    }

    private static func report(_ steps: [String]) throws -> TestReport {
        let flow = steps.map { "      - {\($0)}" }.joined(separator: "\n")
        let file = "policy: p\ntests:\n- name: t\n  given: {customer: cu-1, agent: a-1}\n  steps:\n\(flow)\n"
        return TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(policy))
    }

    @Test(arguments: cases) func `a failing expectation says what to type`(_ one: Case) throws {
        let messages = try Self.report(one.steps).failures
        #expect(messages.count == 1 && messages[0].contains(one.says), "\(messages)")
    }

    @Test func `the end of conduct is a fact that is taken back`() throws {
        let report = try Self.report(["at: 0s, conduct.ended: insult"])
        #expect(report.diagnostics.map(\.help).first??.contains("`fact.recorded: {name: calm, value: false}`") == true)
    }

    @Test func `the source of a norm is named in full`() throws {
        let report = try Self.report([
            "at: 0s, conduct.observed: threat, expect: {must: [{call_police: {rule: threat}}]}"
        ])
        #expect(report.diagnostics.map(\.help) == ["write its full name: `rule: rules.threat`"])
    }

    @Test func `a list of what happens is the steps, under whatever name`() throws {
        let file = "policy: p\ntests:\n- name: t\n  flow:\n  - {at: 0s, contact.started: {}}\n"
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(Self.policy))
        #expect(report.diagnostics.contains { $0.help == "did you mean `steps`?" })
    }

    @Test func `words that a notice lacks are carried by an action that is done`() throws {
        let policy = """
            holdline: 1
            policy: p
            statuses: {ban: {about: customer, until: 1d}}
            actions: {notice: {must_say: [why, appeal]}}
            rules: {r: {when: {status: ban, becomes: active}, should: {notice: {by: manager}}}}
            """
        let file = """
            policy: p
            tests:
            - name: t
              given: {customer: cu-1, statuses: [ban]}
              steps: [{at: 0s, status.notified: {status: ban, by: manager}}]
            """
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(policy))
        let wanted = "`action.done: {action: notice, status: ban, by: manager, said: [why, appeal]}`"
        #expect(report.diagnostics.contains { $0.help?.contains(wanted) == true }, "\(report.diagnostics.map(\.help))")
    }

    @Test(arguments: [
        ("day 2", "1d"), ("5 minutes", "5m"), ("after 2 hours", "2h"), ("+30s", "30s"), ("next day", "1d"),
        ("week 2", "7d"),
    ])
    func `a moment in words`(_ text: String, _ time: String) throws {
        let report = try Self.report(["at: \(text), contact.started: {}"])
        #expect(report.diagnostics.map(\.help) == ["did you mean `\(time)`?"])
    }

    @Test(arguments: [
        ("say: {by: supervisor}", "write `action.done: {action: say, by: supervisor}`"),
        ("fact: {calm: true, by: supervisor}", "write `fact.recorded: {name: calm, value: true, by: supervisor}`"),
        ("the police comes", "did you mean `action.done: call_police`?"),
    ])
    func `an event by another name keeps what it says`(_ event: String, _ help: String) throws {
        #expect(try Self.report(["at: 0s, \(event)"]).diagnostics.map(\.help) == [help])
    }
}

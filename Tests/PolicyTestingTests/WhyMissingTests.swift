import Testing

@testable import PolicyTesting

/// A failing expectation says what the policy would have had it from, and what was in the way.
@Suite struct WhyMissingTests {
    private static let policy = """
        holdline: 1
        policy: p
        conduct: [rude, threat]
        facts: {calm: {type: bool}}
        statuses:
          watched: {about: contact, while_active: [{when: conduct.threat, must: {hold: {within: 1m}}}]}
          quiet: {about: contact}
          safe: {about: contact, while_active: {must_not: transfer}}
        measures:
          many: {count: conduct.rude, in_last: 1h, per: contact}
        ladders:
          abuse:
            when: conduct.rude
            channels: [chat]
            if: 'event.severity >= 2'
            suspended_while: 'status("quiet")'
            steps:
              - must: {warn: {within: 30s, if_missed: {notify: {who: supervisor, within: 5m}}}}
              - may: {end_contact: {unless: 'fact("calm")'}}
        rules:
          early:
            when: conduct.threat
            unless: 'contact.elapsed < duration("60s")'
            must: {report: {to: police, within: 5m}}
          much: {when: {measure: many, reaches: 3}, should: announce}
          pass-on: {when: supervisor.requested, may: transfer}
          soothed: {when: conduct.threat, if: 'fact("calm")', should: redirect}
        """

    @Test func `a rule that waits for a count says where the count is`() throws {
        let policy = """
            holdline: 1
            policy: p
            conduct: [rude]
            measures: {many: {count: conduct.rude, per: customer, in_last: 365d}}
            rules: {first: {when: {measure: many, reaches: 1}, should: announce}}
            """
        let test = """
            policy: p.policy.yaml
            tests:
            - name: a
              given: {customer: c}
              steps:
              - {at: 0s, conduct.observed: rude}
              - {at: 1d, conduct.observed: rude, contact: c-2, expect: {should: [announce]}}
            """
        let report = TestFile.read("p.test.yaml", Array(test.utf8)).run(on: try Fixture.subject(policy))
        let wanted = "rules.first waits for `many` to come to 1, and it is at 2"
        #expect(report.failures.count == 1 && report.failures[0].contains(wanted), "\(report.failures)")
    }

    @Test func `an act that waits for another stands, and its verdict is told`() throws {
        let policy = """
            holdline: 1
            policy: p
            rules: {a: {when: contact.started, may: [hold, {transfer: {after: hold}}]}}
            """
        let test = """
            policy: p.policy.yaml
            tests:
            - name: a
              steps:
              - {at: 0s, contact.started: {}, expect: {may: []}}
              - {at: 1s, action.done: transfer, expect: {verdict: {transfer: premature}}}
            """
        let report = TestFile.read("p.test.yaml", Array(test.utf8)).run(on: try Fixture.subject(policy))
        #expect(
            report.failures.count == 1 && report.failures[0].contains("`verdict: {transfer: premature}`"),
            "\(report.failures)")
    }

    @Test func `a step that waits for several says so`() throws {
        let policy = """
            holdline: 1
            policy: p
            conduct: [rude]
            ladders: {abuse: {when: conduct.rude, steps: [{times: 3, must: warn}]}}
            """
        let test = """
            policy: p.policy.yaml
            tests:
            - name: a
              steps:
              - {at: 0s, contact.started: {}}
              - {at: 1s, conduct.observed: rude, expect: {must: [warn]}}
            """
        let report = TestFile.read("p.test.yaml", Array(test.utf8)).run(on: try Fixture.subject(policy))
        #expect(
            report.failures.count == 1 && report.failures[0].contains("write the step 3 times"), "\(report.failures)")
    }

    private static let rude = "conduct.observed: {conduct: rude, severity: 3}"

    struct Case: CustomTestStringConvertible, Sendable {
        /// Steps before, at one second each, and the event of the step that fails.
        var steps: [String]
        var expect: String
        var message: String
        var given = "{channel: chat}"

        var testDescription: String { expect + message }
    }

    static let cases = [
        Case(
            steps: [rude], expect: "must: [warn]",
            message: "nothing stood; the ladder `abuse` did not do anything: it is for `chat`, and this contact is on "
                + "`phone`", given: "{channel: phone}"),
        Case(
            steps: [rude], expect: "must: [warn]",
            message: "nothing stood; the ladder `abuse` did not do anything: it is for `chat`, and this contact is on "
                + "no known channel", given: "{}"),
        Case(
            steps: [rude, "time.passed: {}"], expect: "ladder: {abuse: 1}",
            message: "it stands at 0; at step 1, the ladder `abuse` did not do anything: it is for `chat`, and this "
                + "contact is on `phone`", given: "{channel: phone}"),
        Case(
            steps: [rude], expect: "must: [warn]",
            message: "nothing stood; the ladder `abuse` did not do anything: the ladder stands still while its "
                + "`suspended_while` holds", given: "{channel: chat, statuses: [quiet]}"),
        Case(
            steps: ["conduct.observed: {conduct: rude, severity: 1}"], expect: "must: [warn]",
            message: "nothing stood; the ladder `abuse` did not do anything: `event.severity` is 1; it would have gone "
                + "on if `event.severity` were 2 or more"),
        Case(
            steps: ["contact.started: {}", "conduct.observed: threat"], expect: "must: [hold]",
            message: "nothing stood; the status `watched` did not do anything: the status `watched` is not active"),
        Case(
            steps: ["contact.started: {}", "conduct.observed: threat"], expect: "must: [report]",
            message: "nothing stood; the rule `early` did not do anything: it was 1s after the beginning; it would "
                + "have gone on if `contact.elapsed` were 60s or more"),
        Case(
            steps: [rude], expect: "should: [announce]",
            message: "standing were: must warn (agent, due 31s); the rule `much` was not set off: it waits for `many` "
                + "to come to 3 (`many` is 1 now), and what happened is that `rude` was observed"),
        Case(
            steps: [rude], expect: "must: [notify]",
            message: "standing were: must warn (agent, due 31s); ladders.abuse.1.if_missed asks for it once `warn` was "
                + "missed"),
        Case(
            steps: [rude, rude], expect: "ladder: {abuse: 2}",
            message: "it stands at 1; the ladder `abuse` counts this and stays where it is: to warn the customer was "
                + "asked at 1s and is still open, and nobody climbs past what was not done"),
        Case(
            steps: [rude, "action.done: warn", "time.passed: {}"], expect: "must: [warn]",
            message:
                "nothing stood; ladders.abuse.1 asked for it, and it was closed as `fulfilled` at 2s: one deed fulfils "
                + "it; what has to go on is said by what must not be, `must_not: …`, or asked again with "
                + "`warn: {confirm: {every: 10m}}`"),
        Case(
            steps: ["fact.recorded: {name: calm, value: true}", rude, "action.done: warn", rude],
            expect: "may: [end_contact]",
            message: "it was issued, but its own `unless` holds just now: `fact(\"calm\")`"),
        Case(
            steps: ["supervisor.requested: {}"], expect: "may: [transfer]",
            message: "it was issued, and `must_not: transfer` from statuses.safe.1 stands against it",
            given: "{channel: chat, statuses: [safe]}"),
        Case(
            steps: [rude], expect: "must: [{warn: {rule: rules.early}}]",
            message: "standing were: must warn (agent, due 31s, from ladders.abuse.1)"),
        Case(
            steps: ["contact.started: {}"], expect: "must: [{warn: {rule: rules.early}}]",
            message: "nothing stood; no such rule asks for it; ladders.abuse.1 does"),
        Case(
            steps: ["contact.started: {}"], expect: "should: [warn]",
            message: "nothing stood; nothing in the policy says `should: warn`; ladders.abuse.1 says `must: warn`"),
        Case(
            steps: [rude], expect: "due: {warn: 31s}",
            message: "no `warn` is due; the ladder `abuse` did not do anything: it is for `chat`, and this contact is "
                + "on `phone`", given: "{channel: phone}"),
        Case(
            steps: [rude, "contact.ended: {by: agent, reason: abuse}"], expect: "verdict: {end_contact: permitted}",
            message: "judged were: end_contact forbidden; at step 1, the ladder `abuse` did not do anything: it is for "
                + "`chat`, and this contact is on `phone`", given: "{channel: phone}"),
        Case(
            steps: ["action.done: sing"], expect: "verdict: {sing: fulfilled}",
            message: "judged were: sing silent; nothing in the policy asks for or allows `sing`"),
        Case(
            steps: ["conduct.observed: threat", "fact.recorded: {name: calm, value: true}"],
            expect: "should: [redirect]",
            message: "nothing stood; at step 1, the rule `soothed` did not do anything: `calm` is not "
                + "recorded; a rule is asked only when it is set off: for the fact to set it off too, write "
                + "`when: […, fact.recorded]`"),
        Case(
            steps: ["conduct.observed: threat", "fact.recorded: {name: calm, value: true}"],
            expect: "must: [report]",
            message: "nothing stood; at step 1, the rule `early` did not do anything: it was 0s after the "
                + "beginning; it would have gone on if `contact.elapsed` were 60s or more"),
        Case(
            steps: ["contact.started: {}"], expect: "status: {quiet: active}",
            message: "it never began; the status `quiet` is not active; a decision begins it"),
    ]

    @Test("what is missing is told with what was in the way", arguments: cases)
    func why(_ one: Case) throws {
        var lines: [String] = []
        for (index, step) in one.steps.enumerated() {
            let expect = index == one.steps.count - 1 ? ", expect: {\(one.expect)}" : ""
            lines.append("  - {at: \(index + 1)s, \(step)\(expect)}")
        }
        let file =
            "policy: p\ntests:\n- name: t\n  given: \(one.given)\n  steps:\n\(lines.joined(separator: "\n"))\n"
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(Self.policy))
        #expect(report.problems == [])
        let messages = report.results.flatMap(\.failures).map { $0.message.drop { $0 != ";" }.dropFirst(2) }
        #expect(messages == [one.message[...]])
    }

    @Test("where much fails, no more than the first are explained")
    func many() throws {
        var steps = ["  - {at: 0s, contact.started: {}}"]
        for second in 1...30 { steps.append("  - {at: \(second)s, time.passed: {}, expect: {must: [warn]}}") }
        let failures = try Fixture.run(steps: steps.joined(separator: "\n")).failures
        #expect(failures.count { $0.contains("was not set off") } == 20)
        #expect(failures.count { $0.hasSuffix("nothing stood") } == 10)
    }
}

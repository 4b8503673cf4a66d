import Testing

@testable import PolicyTesting

/// What is given, who takes part, and how values are read.
@Suite struct RunningTests {
    @Test("facts, statuses and counts can be given, each at its home")
    func given() throws {
        let given = """
            {channel: phone, customer: cu-1, agent: a-1, facts: {known: true, visits: 3, pause: 1h30m, shift: night},
                statuses: [protected], counts: {endings: 2, insults: 4}}
            """
        let steps = """
              - at: 0s
                contact.started: {}
                expect:
                  must_not: [end_contact]
                  status: {protected: active}
                  measure: {endings: 2, insults: 4}
                  none: true
              - {at: 1s, contact.ended: {by: customer}, expect: {should: [record], measure: {endings: 3}}}
            """
        let report = try Fixture.run(steps: steps, given: given)
        #expect(report.problems == [])
        #expect(report.failures == [])
    }

    @Test(
        "a given value is of the declared type",
        arguments: [
            ("known: yes", "`known` wants a value of type `bool` | for example `known: true`"),
            ("visits: 1.5", "`visits` wants a value of type `int` | for example `visits: 3`"),
            ("pause: long", "`pause` wants a value of type `duration` | for example `pause: 15m`"),
            ("shift: [a]", "`shift` wants a value of type `text` | for example `shift: some words`"),
        ])
    func givenTypes(_ fact: String, _ message: String) throws {
        let report = try Fixture.run(
            steps: "  - {at: 0s, contact.started: {}}", given: "{agent: a-1, facts: {\(fact)}}")
        #expect(report.problems.map { $0.drop { $0 != " " }.dropFirst() } == ["wrong-type \(message)"])
    }

    @Test("what is about an agent wants an agent")
    func noAgent() throws {
        let report = try Fixture.run(steps: "  - {at: 0s, contact.started: {}}", given: "{facts: {shift: night}}")
        #expect(
            report.problems == [
                "4:19 missing-key this is about the agent, and the test names none | add `agent: a-1` to `given`"
            ])
    }

    @Test("an agent's norms stand for the agent and the contact, answered within the step")
    func agents() throws {
        let steps = """
              - {at: 0s, contact.started: {}}
              - at: 1m
                contact.ended: {by: customer}
                expect: {must: [{offer_break: {due: 16m}}], due: {offer_break: 16m}}
              - {at: 2m, contact: c-2, agent: a-2, contact.started: {}, expect: {must: []}}
              - {at: 3m, contact: none, customer: none, action.done: {action: offer_break, by: supervisor},
                 expect: {closed: {offer_break: fulfilled}}}
            """
        #expect(try Fixture.run(steps: steps).failures == [])
    }

    @Test("a contact without a customer joins the customer's lane when one is named")
    func contacts() throws {
        let steps = """
              - {at: 0s, conduct.observed: insult, expect: {ladder: {abuse: 1}}}
              - {at: 1s, contact: c-2, conduct.observed: {conduct: [insult]}, expect: {ladder: {abuse: 1}}}
              - {at: 2s, customer: cu-9, contact.started: {}, expect: {ladder: {abuse: 1}, must: [warn]}}
              - {at: 3s, contact: c-3, conduct.observed: [insult, threat], expect: {ladder: {abuse: 1}}}
            """
        #expect(try Fixture.run(steps: steps, given: "{}").failures == [])
    }

    @Test("the language given is that of the contact")
    func language() throws {
        let steps = """
              - {at: 0s, contact.started: {}}
              - {at: 1s, utterance: {speaker: agent, text: calm down}, expect: {coached: []}}
            """
        #expect(try Fixture.run(steps: steps, given: "{language: da}").failures == [])
        let failures = try Fixture.run(steps: steps, given: "{language: en}").failures
        #expect(failures == ["7: expected `coached: []`; coached were: `calm down`"])
    }

    @Test("fields are read by their declared types")
    func values() throws {
        let steps = """
              - {at: 0s, survey.answered: {score: 2, wait: 2m, remarks: slow}, expect: {must: [call_back]}}
              - {at: 1s, contact: c-2, customer: cu-2, survey.answered: {score: 2, wait: 60s}, expect: {must: []}}
              - {at: 2s, contact: c-3, customer: cu-3, survey.answered: 4, expect: {none: true}}
              - {at: 3s, fact.recorded: {name: shift, value: 12}, contact: none, customer: none, expect: {none: true}}
              - {at: 4s, fact.recorded: {name: pause, value: 1d}, expect: {none: true}}
              - {at: 5s, fact.recorded: {name: known, value: true, by: agent}}
            """
        let report = try Fixture.run(steps: steps)
        #expect(report.problems == [])
        #expect(report.failures == [])
    }

    @Test("tests may expect findings of check")
    func findings() throws {
        let file = TestFile.read(
            "x.test.yaml", Array("policy: p\ntests: [{name: a, findings: [unknown-key, bad-name]}]".utf8))
        let report = file.run(on: try Fixture.subject("holdline: 1\npolicy: p\nrule: {}\n"))
        #expect(report.failures == ["2: expected `findings: bad-name`; check found: unknown-key"])
        let clean = TestFile.read("x.test.yaml", Array("policy: p\ntests: [{name: a, findings: []}]".utf8))
        #expect(clean.run(on: try Fixture.subject("holdline: 1\npolicy: p\n")).failures == [])
        #expect(
            clean.run(on: try Fixture.subject("holdline: 1\npolicy: p\nrule: {}\n")).failures == [
                "2: expected `findings: []`; check found: unknown-key"
            ])
    }

    /// Rules wait for facts, and a status or a count that is given is none.
    @Test func `what is given but a fact sets no rule on facts off`() throws {
        let policy = """
            holdline: 1
            policy: p
            conduct: [rude]
            facts: {calm: {type: bool}}
            measures: {many: {count: conduct.rude, per: contact, in_last: ever}}
            statuses: {seen: {about: customer, while_active: {must_not: transfer}}}
            rules:
              a: {when: fact.recorded, should: announce}
              b: {when: fact.recorded, if: 'event.name == "calm"', may: hold}
            """
        func run(_ given: String) throws -> TestReport {
            let test = """
                policy: p.policy.yaml
                tests:
                - name: a
                  given: {customer: c, \(given)}
                  steps:
                  - {at: 0s, contact.started: {}, expect: {should: [], may: [], faults: []}}
                """
            return TestFile.read("p.test.yaml", Array(test.utf8)).run(on: try Fixture.subject(policy))
        }
        for given in ["statuses: [seen]", "counts: {many: 2}", "statuses: [seen], counts: {many: 2}"] {
            let report = try run(given)
            #expect(report.failures == [] && report.problems == [], "\(given): \(report.failures) \(report.problems)")
        }
        #expect(try run("facts: {calm: true}").failures.count == 2)
    }
}

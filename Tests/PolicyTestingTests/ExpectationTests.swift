import Testing

@testable import PolicyTesting

/// Every key of `expect`, once where it comes true and once where it does not, with what is said then.
@Suite struct ExpectationTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var passes: String
        var fails: String
        var message: String

        init(_ passes: String, _ fails: String, _ message: String) {
            (self.passes, self.fails, self.message) = (passes, fails, message)
        }

        var testDescription: String { fails }
    }

    /// After an insult at 70 s.
    static let afterInsult = [
        Case(
            "must: [warn]", "must: [notify]",
            "expected `must: notify`; standing were: must warn (agent, due 1m40s, script warning); "
                + "ladders.abuse.1.if_missed asks for it once `warn` was missed"),
        Case(
            "must: warn", "must: []", "expected `must: []`; standing were: must warn (agent, due 1m40s, script warning)"
        ),
        Case(
            "must: [{warn: {by: agent, due: 100s, script: warning, rule: ladders.abuse.1}}]",
            "must: [{warn: {by: [agent], due: 99.5s}}]",
            "expected `must: {warn: {by: agent, due: 1m39.5s}}`; "
                + "standing were: must warn (agent, due 1m40s, script warning)"),
        Case(
            "must: {warn: {rule: ladders.abuse.1}}", "must: {warn: {rule: ladders.abuse.2}}",
            "expected `must: {warn: {rule: ladders.abuse.2}}`; "
                + "standing were: must warn (agent, due 1m40s, script warning, from ladders.abuse.1)"),
        Case(
            "must: {warn: {script: warning}}", "must: {warn: {script: last_warning}}",
            "expected `must: {warn: {script: last_warning}}`; "
                + "standing were: must warn (agent, due 1m40s, script warning)"),
        Case(
            "may: []", "may: [end_contact]",
            "expected `may: end_contact`; standing were: must warn (agent, due 1m40s, script warning); "
                + "step 3 of the ladder `abuse` was not reached: the ladder stands at step 1, and climbs one step for "
                + "each repetition, none before what the last one asks for was done"),
        Case(
            "should: []", "should: [{involve_supervisor: {until: 10m}}]",
            "expected `should: {involve_supervisor: {until: 10m}}`; "
                + "standing were: must warn (agent, due 1m40s, script warning); "
                + "the rule `wish` was not set off: it waits for `supervisor.requested`, and what happened is that "
                + "`insult` was observed"),
        Case(
            "must_not: []", "must_not: [warn]",
            "expected `must_not: warn`; standing were: must warn (agent, due 1m40s, script warning); "
                + "nothing in the policy says `must_not: warn`; that no norm on it stands is `silent: [warn]`"),
        Case(
            "silent: [notify, hold]", "silent: [warn]",
            "expected `silent: warn`; standing were: must warn (agent, due 1m40s, script warning)"),
        Case(
            "silent: [sing]", "silent: [end_contact]",
            "expected `silent: end_contact`; `end_contact` is forbidden wherever nothing allows it, so the policy is not silent on "
                + "it: that it is not allowed is `may: {end_contact: none}`, and, of a deed, `verdict: {end_contact: forbidden}`; "
                + "`actions: {end_contact: {closed: false}}` would open it to everybody"),
        Case(
            "may: {end_contact: none}", "must: {warn: none}",
            "expected `must: {warn: none}`; standing were: must warn (agent, due 1m40s, script warning)"),
        Case("closed: {}", "closed: {warn: fulfilled}", "expected `closed: {warn: fulfilled}`; nothing was closed"),
        Case("verdict: {}", "verdict: {warn: late}", "expected `verdict: {warn: late}`; nothing was judged"),
        Case(
            "status: {protected: none}", "status: {protected: active}",
            "expected `status: {protected: active}`; it never began; the status `protected` is not active; "
                + "it begins by the rule `danger`"),
        Case("ladder: {abuse: 1}", "ladder: {abuse: 2}", "expected `ladder: {abuse: 2}`; it stands at 1"),
        Case(
            "measure: {insults: 1}", "measure: {insults: 0}",
            "expected `measure: {insults: 0}`; it is 1; counted: step 2"),
        Case(
            "measure: {length: 1m10s}", "measure: {length: 70.5s}", "expected `measure: {length: 1m10.5s}`; it is 1m10s"
        ),
        Case(
            "script: {warn: warning}", "script: {warn: last_warning}",
            "expected `script: {warn: last_warning}`; it was issued with `warning`"),
        Case(
            "script: {notify: none}", "script: {warn: none}",
            "expected `script: {warn: none}`; it was issued with `warning`"),
        Case(
            "script: {say: none}", "script: {say: warning}",
            "expected `script: {say: warning}`; no `say` was issued in this step; "
                + "nothing in the policy asks for or allows `say`"),
        Case("due: {warn: 100s}", "due: {warn: 99s}", "expected `due: {warn: 1m39s}`; it is due at 1m40s"),
        Case(
            "due: {warn: 1m40s}", "due: {notify: 99s}",
            "expected `due: {notify: 1m39s}`; no `notify` is due; "
                + "ladders.abuse.1.if_missed asks for it once `warn` was missed"),
        Case("coached: []", "coached: [calm down]", "expected `coached: calm down`; nothing was coached"),
        Case("ladder: {abuse: 1}", "none: true", "expected `none: true`; the step had effects: it issued must warn"),
        Case("measure: {endings: 0}", "refused: too-late", "expected `refused: too-late`; the event was accepted"),
        Case("measure: {endings: 0}", "duplicate: true", "expected `duplicate: true`; the event was accepted"),
    ]

    @Test("an expectation comes true or is told with what there was, on its own line", arguments: afterInsult)
    func afterAnInsult(_ one: Case) throws {
        let steps = """
              - {at: 0s, contact.started: {}}
              - at: 70s
                conduct.observed: {conduct: insult}
                expect:
            """
        let passing = try Fixture.run(steps: "\(steps)\n      \(one.passes)")
        #expect(passing.problems == [])
        #expect(passing.failures == [])
        let failing = try Fixture.run(steps: "\(steps)\n      \(one.fails)")
        #expect(failing.problems == [])
        #expect(failing.failures == ["10: \(one.message)"])
    }

    @Test("that nothing stands is not that nothing happened, and is told where somebody says so")
    func nothingStands() throws {
        let steps = """
              - {at: 0s, conduct.observed: {conduct: insult}}
              - {at: 20s, action.done: {action: warn}, expect: {EXPECT}}
            """
        let failing = try Fixture.run(steps: steps.replacing("EXPECT", with: "none: true"))
        #expect(
            failing.failures == [
                "7: expected `none: true`; the step closed what stood (warn fulfilled), and nothing stands now: "
                    + "write `must: []` to say that"
            ])
        #expect(try Fixture.run(steps: steps.replacing("EXPECT", with: "must: []")).failures == [])
    }

    /// After the first warning, a missed second one, a person in danger, and the words of the agent.
    static let later = [
        Case(
            "closed: {warn: missed}", "closed: {warn: fulfilled}",
            "expected `closed: {warn: fulfilled}`; closed were: warn missed"),
        Case("closed: {notify: none}", "closed: {}", "expected `closed: {}`; closed were: warn missed"),
        Case(
            "must_not: [end_contact]", "must_not: []",
            "expected `must_not: []`; standing were: must_not end_contact (agent or supervisor)"),
        Case(
            "status: {protected: active}", "status: {protected: ended}",
            "expected `status: {protected: ended}`; it is active"),
    ]

    @Test("what fell due since the step before belongs to the step", arguments: later)
    func afterDanger(_ one: Case) throws {
        let steps = """
              - {at: 0s, contact.started: {}}
              - {at: 10s, conduct.observed: {conduct: insult}}
              - {at: 20s, action.done: {action: warn}, expect: {closed: {warn: fulfilled}, verdict: {warn: fulfilled}}}
              - {at: 30s, conduct.observed: {conduct: insult}}
              - at: 2m
                conduct.observed: {conduct: danger}
                expect:
            """
        let passing = try Fixture.run(steps: "\(steps)\n      \(one.passes)")
        #expect(passing.problems == [])
        #expect(passing.failures == [])
        let failing = try Fixture.run(steps: "\(steps)\n      \(one.fails)")
        #expect(failing.failures == ["13: \(one.message)"])
    }

    @Test(
        "every argument of an expected norm is compared",
        arguments: [
            ("must: {notify: {by: [agent, system], to: manager, due: 90s}}", "must: {notify: {by: manager}}"),
            ("must: {notify: {to: manager}}", "must: {notify: {to: director}}"),
            ("must: {notify: {due: 90s}}", "must: {notify: {due: 91s}}"),
            ("must: {notify: {rule: ladders.abuse.1.if_missed}}", "must: {notify: {rule: ladders.abuse.1}}"),
            ("should: {involve_supervisor: {until: 631s}}", "should: {involve_supervisor: {until: 632s}}"),
            ("should: [involve_supervisor]", "must: [involve_supervisor]"),
        ])
    func arguments(_ passes: String, _ fails: String) throws {
        func rule(_ name: String) -> String { fails.contains("rule:") ? ", from \(name)" : "" }
        let steps = """
              - {at: 0s, conduct.observed: {conduct: insult}}
              - {at: 31s, supervisor.requested: {}, expect: {EXPECTED}}
            """
        #expect(try Fixture.run(steps: steps.replacing("EXPECTED", with: passes)).failures == [])
        let failures = try Fixture.run(steps: steps.replacing("EXPECTED", with: fails)).failures
        #expect(failures.count == 1)
        #expect(
            failures.first?.contains(
                "standing were: must notify (agent or supervisor or system, to manager, due 1m30s\(rule("ladders.abuse.1.if_missed"))), "
                    + "should involve_supervisor (agent or supervisor or system, due 2m31s, until 10m31s\(rule("rules.wish")))"
            )
                == true)
    }

    @Test("a status that ended is told as ended")
    func endedStatus() throws {
        let steps = """
              - {at: 0s, conduct.observed: {conduct: danger}}
              - {at: 5s, fact.recorded: {name: known, value: true, by: agent}, expect: {status: {protected: ended}}}
              - {at: 6s, time.passed: {}, expect: {status: {protected: active}}}
            """
        #expect(try Fixture.run(steps: steps).failures == ["8: expected `status: {protected: active}`; it is ended"])
    }

    @Test("a verdict is told with what was judged")
    func verdicts() throws {
        let steps = """
              - {at: 0s, contact.started: {}}
              - {at: 1s, contact.ended: {by: agent, reason: abuse}, expect: {verdict: {end_contact: forbidden}}}
            """
        #expect(try Fixture.run(steps: steps).failures == [])
        let wrong = steps.replacing("forbidden", with: "[forbidden, permitted]")
        #expect(
            try Fixture.run(steps: wrong).failures == [
                "7: expected `verdict: {end_contact: permitted}`; judged were: end_contact forbidden; the ladder `abuse` "
                    + "was not set off: it waits for `conduct.insult`, and what happened is that the call ended"
            ])
        let none = steps.replacing("{end_contact: forbidden}", with: "{}")
        #expect(
            try Fixture.run(steps: none).failures == ["7: expected `verdict: {}`; judged were: end_contact forbidden"])
    }

    @Test(
        "a deed that the policy objects to and no expectation mentions is a warning, with what to write",
        arguments: [
            (
                "action.done: {action: warn, by: supervisor}, expect: {must: [warn]}",
                "7:14 unmentioned-verdict `warn` by `supervisor` was judged `wrong_role`, and no expectation says so "
                    + "| expect `verdict: {warn: wrong_role}` if that is meant, or write `action.done: {action: warn, by: agent}`"
            ),
            (
                "contact.ended: {by: agent, reason: abuse}",
                "7:14 unmentioned-verdict `end_contact` by `agent` was judged `premature`, and no expectation says so "
                    + "| expect `verdict: {end_contact: premature}` if that is meant, or do first what has to come first; "
                    + "a ladder climbs when all that its last step asks for was done"
            ),
            (
                "contact.ended: {by: system, reason: abuse}",
                "7:14 unmentioned-verdict `end_contact` by `system` was judged `wrong_role`, and no expectation says so "
                    + "| expect `verdict: {end_contact: wrong_role}` if that is meant, or write "
                    + "`contact.ended: {reason: abuse, by: agent}` or `contact.ended: {reason: abuse, by: supervisor}`"
            ),
        ])
    func objections(_ deed: String, _ finding: String) throws {
        let steps = """
              - {at: 0s, conduct.observed: {conduct: insult}}
              - {at: 5s, \(deed)}
            """
        let report = try Fixture.run(steps: steps)
        #expect(report.problems == [finding])
        #expect(report.failures == [])
        #expect(report.diagnostics.map(\.severity) == [.warning])
    }

    @Test(
        "a deed that an expectation mentions, or that the policy has nothing against, is none",
        arguments: [
            "action.done: {action: warn, by: supervisor}, expect: {verdict: {warn: wrong_role}}",
            "action.done: {action: warn, by: supervisor}, expect: {closed: {warn: none}}",
            "action.done: {action: warn, by: agent}", "action.done: {action: hold}", "contact.ended: {by: customer}",
        ])
    func noObjection(_ deed: String) throws {
        let steps = """
              - {at: 0s, conduct.observed: {conduct: insult}}
              - {at: 5s, \(deed)}
            """
        #expect(try Fixture.run(steps: steps).problems == [])
    }

    @Test("where one lane has nothing against a deed, another's objection is none")
    func twoLanes() throws {
        let subject = try Fixture.subject(
            """
            holdline: 1
            policy: p
            conduct: [rude, threat]
            actions: {escalate: {by: [agent], closed: true}}
            rules:
              a: {when: conduct.rude, must: {escalate: {within: 1h, during: agent}}}
              b: {when: conduct.threat, must: {escalate: {within: 1h}}}
            """)
        let file = """
            policy: p
            tests:
            - name: t
              given: {agent: a-1}
              steps: [{at: 0s, conduct.observed: rude}, {at: 1s, action.done: escalate}]
            """
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: subject)
        #expect(report.problems == [])
    }

    @Test("an incomplete deed is told with what it lacks")
    func incompleteDeed() throws {
        let subject = try Fixture.subject(
            """
            holdline: 1
            policy: p
            conduct: [rude]
            actions: {warn: {must_say: [behaviour, consequence], fields: [why]}}
            rules: {r: {when: conduct.rude, must: {warn: {within: 1m}}}}
            """)
        let file = """
            policy: p
            tests:
            - name: t
              steps: [{at: 0s, conduct.observed: rude}, {at: 1s, action.done: {action: warn, said: [behaviour]}}]
            """
        let report = TestFile.read("p.test.yaml", Array(file.utf8)).run(on: subject)
        #expect(
            report.diagnostics.map(\.help) == [
                "expect `verdict: {warn: incomplete}` if that is meant, or write "
                    + "`action.done: {action: warn, said: [behaviour, consequence], fields: {why: …}}`"
            ])
    }

    @Test("words to avoid are coached")
    func coached() throws {
        let steps = """
              - {at: 0s, utterance: {speaker: agent, text: Do calm down., language: en}, expect: {coached: [calm down]}}
              - {at: 1s, utterance: {speaker: agent, text: Calm  DOWN!, language: en}, expect: {coached: []}}
              - {at: 2s, utterance: {speaker: agent, text: Yes., language: en}, expect: {none: true, coached: []}}
            """
        #expect(try Fixture.run(steps: steps).failures == ["7: expected `coached: []`; coached were: `calm down`"])
    }

    @Test("duplicates and refusals are expected or told")
    func receptions() throws {
        let steps = """
              - {at: 0s, id: e-1, contact.started: {}}
              - {at: 0s, id: e-1, contact.started: {}, expect: {duplicate: true, none: true}}
              - {at: 1s, id: e-1, contact.started: {}, expect: {refused: other-content}}
              - {at: 1s, customer: cu-2, contact.started: {}, expect: {refused: other-customer}}
              - {at: 1s, contact.ended: {by: agent}, expect: {refused: missing-field}}
              - {at: 2s, supervisor.requested: {}, expect: {should: [{involve_supervisor: {until: 602s}}]}}
            """
        #expect(try Fixture.run(steps: steps).failures == [])
        let untold = """
              - {at: 0s, id: e-1, contact.started: {}}
              - {at: 0s, id: e-1, contact.started: {}}
              - {at: 1s, id: e-1, contact.started: {}}
              - {at: 1s, customer: cu-2, contact.started: {}, expect: {refused: too-late}}
            """
        #expect(
            try Fixture.run(steps: untold).failures == [
                "7: the event is a duplicate of an earlier one and changed nothing",
                "8: the event was refused (`other-content`): an event with this id came before with other content",
                "9: expected `refused: too-late`; "
                    + "the event was refused as `other-customer`: the contact belongs to another customer",
            ])
    }
}

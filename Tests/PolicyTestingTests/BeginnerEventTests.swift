import Testing

@testable import PolicyTesting

/// Events and values that somebody writes who has not read the page about events: the help says what to type.
@Suite struct BeginnerEventTests {
    typealias Turn = BeginnerKeyTests.Turn

    private func holds(_ turn: Turn, _ file: (String) -> String) throws {
        let wrong = try Fixture.run(file(turn.wrong))
        #expect(wrong.problems.count == 1 && wrong.problems[0].contains("`\(turn.typed)`"), "\(wrong.problems)")
        let right = try Fixture.run(file(turn.right ?? turn.typed))
        #expect(right.problems.filter { !$0.contains("unmentioned-verdict") } == [], "\(turn.right ?? turn.typed)")
    }

    @Test(
        "data of an event",
        arguments: [
            Turn(
                "conduct.observed: {conduct: insult, by: agent}", "source: agent",
                "conduct.observed: {conduct: insult, source: agent}"),
            Turn("action.done: {action: warn, who: agent}", "by", "action.done: {action: warn, by: agent}"),
            Turn(
                "action.done: {action: warn, reason: shouting}", "fields: {reason: shouting}",
                "action.done: {action: warn, fields: {reason: shouting}}"),
            Turn(
                "action.done: {action: warn, fields: [reason]}", "fields: {reason: …}",
                "action.done: {action: warn, fields: {reason: x}}"),
            Turn("fact.recorded: {known: true}", "fact.recorded: {name: known, value: true}"),
            Turn(
                "status.imposed: protected", "status.decided: {status: protected, decision: imposed, by: manager}"),
            Turn("status.lifted: protected", "status.decided: {status: protected, decision: reversed, by: manager}"),
            Turn(
                "status.decided: {status: protected, decision: yes}", "decision: imposed",
                "status.decided: {status: protected, decision: imposed}"),
            Turn("status.decided: protected", "status.decided: {status: protected, decision: imposed}"),
            Turn(
                "status.decided: {status: protected, decision: imposed, reason: x}", "fields: {reason: x}",
                "status.decided: {status: protected, decision: imposed, fields: {reason: x}}"),
            Turn(
                "contact.ended: {by: agent, reason: threat}", "reason: abuse",
                "contact.ended: {by: agent, reason: abuse}"),
            Turn(
                "contact.ended: {by: agent, reason: abuse, said: [goodbye]}",
                "action.done: {action: end_contact, said: [goodbye]}",
                "action.done: {action: end_contact, said: [goodbye]}"),
            Turn("contact.ended: {by: caller}", "by: customer", "contact.ended: {by: customer}"),
            Turn("utterance: hello there", "utterance: {speaker: customer, text: hello there}"),
            Turn(
                "utterance: {speaker: caller, text: hello}", "speaker: customer",
                "utterance: {speaker: customer, text: hello}"),
            Turn("utterance: {who: customer, text: hello}", "speaker", "utterance: {speaker: customer, text: hello}"),
            Turn("call starts", "contact.started: {}"),
            Turn("agent hangs up", "contact.ended: {by: agent, reason: abuse}"),
            Turn("hold, by: agent", "action.done: {action: hold, by: agent}"), Turn("nothing", "time.passed: {}"),
            Turn("fact: known", "fact.recorded: {name: known, value: true}"),
            Turn("fact: {known: false}", "fact.recorded: {name: known, value: false}"),
            Turn("status: protected", "status.decided: {status: protected, decision: imposed, by: manager}"),
            Turn("supervisor.joined: take_over", "supervisor.joined: {mode: take_over}"),
        ])
    func data(_ turn: Turn) throws {
        try holds(turn) { "policy: p\ntests:\n- name: a\n  steps: [{at: 0s, contact.started: {}}, {at: 3s, \($0)}]\n" }
    }

    @Test(
        "expectations",
        arguments: [
            Turn("{warn: must}", "must: [warn]", "{must: [warn]}"), Turn("{not_may: [hold]}", "may: []", "{may: []}"),
            Turn("{verdict: rejected}", "verdict: {warn: forbidden}", "{verdict: {warn: none}}"),
            Turn("{done: [warn]}", "closed: {warn: fulfilled}", "{must: [warn]}"),
            Turn("{measure: {insults: 1}, count: {insults: 1}}", "measure", "{measure: {insults: 1}}"),
            Turn("{say: warning}", "script: {say: warning}", "{script: {warn: warning}}"),
            Turn("{fact: {known: true}}", "status: …", "{status: {protected: none}}"),
        ])
    func expectation(_ turn: Turn) throws {
        try holds(turn) {
            "policy: p\ntests:\n- name: a\n  given: {customer: c}\n  steps:\n  - {at: 0s, contact.started: {}}\n"
                + "  - {at: 70s, conduct.observed: insult, expect: \($0)}\n"
        }
    }

    @Test("words for verdicts", arguments: ["violation", "prohibited", "not_allowed"])
    func verdict(_ word: String) throws {
        try holds(Turn(word, "forbidden", "forbidden")) {
            "policy: p\ntests:\n- name: a\n  steps:\n  - {at: 0s, contact.started: {}}\n"
                + "  - {at: 70s, action.done: end_contact, expect: {verdict: {end_contact: \($0)}}}\n"
        }
    }

    @Test(
        "a deed that the policy says nothing of is told how it would object",
        arguments: [
            ("forbidden", "`must_not: hold`"), ("premature", "`{hold: {after: …}}`"),
            ("wrong_role", "`actions: {hold: {by: […]}}`"), ("incomplete", "`actions: {hold: {fields: […]}}`"),
        ])
    func objecting(_ verdict: String, _ help: String) throws {
        let wrong = try Fixture.run(steps: "  - {at: 0s, action.done: hold, expect: {verdict: {hold: \(verdict)}}}")
        #expect(wrong.failures.count == 1 && wrong.failures[0].contains(help), "\(wrong.failures)")
    }

    @Test("what closed in an earlier step is told with its time")
    func closedBefore() throws {
        let wrong = try Fixture.run(
            steps: "  - {at: 0s, conduct.observed: insult}\n  - {at: 40s, time.passed: {}}\n"
                + "  - {at: 50s, time.passed: {}, expect: {closed: {warn: missed}}}")
        #expect(
            wrong.failures.count == 1 && wrong.failures[0].contains("it was closed as `missed` at 30s"),
            "\(wrong.failures)")
    }

    @Test("a deed that closed nothing says what it lacked")
    func objection() throws {
        let wrong = try Fixture.run(
            steps:
                "  - {at: 0s, conduct.observed: insult}\n  - {at: 1s, action.done: {action: warn, by: supervisor}, expect: {closed: {warn: fulfilled}}}"
        )
        #expect(
            wrong.failures.contains { $0.contains("`warn` was judged `wrong_role`: write `by: agent`") },
            "\(wrong.failures)")
    }
}

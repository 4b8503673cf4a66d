import Testing

@testable import PolicyTesting

/// A failing expectation tells what was done once more and changed nothing, what a count is made of, and who sees a status.
@Suite struct WhyInVainTests {
    private static let policy = """
        holdline: 1
        policy: p
        conduct: [assault]
        facts: {told: {type: bool, about: customer}}
        events: {victim.goes_home: {alone: {type: bool, required: true}}}
        actions:
          accompany_home: {by: [supervisor], during: agent}
          register_episode: {by: [agent], fields: [tag]}
        measures:
          episodes: {count: conduct.assault, per: customer, in_last: ever}
          registrations:
            count: action.done
            if: 'event.action == "register_episode"'
            per: customer
            in_last: ever
        statuses:
          first_day:
            about: agent
            until: 24h
            while_active:
              - {when: victim.goes_home, if: event.alone, must: {accompany_home: {within: unstated}}}
        rules:
          a: {when: conduct.assault, begin: first_day}
          b: {when: conduct.assault, must: {register_episode: {within: unstated, during: customer}}}
          c: {when: action.done, if: episodes > registrations, should: announce}
          d: {when: fact.recorded, if: 'event.name == "told" && fact("told")', may: {answer: {during: customer}}}
        """

    private static func report(
        _ steps: [String], given: String = "{channel: visit, customer: cu-1, agent: a-1}", policy: String = policy
    ) throws -> TestReport {
        let lines = steps.map { "  - {\($0)}" }.joined(separator: "\n")
        let file = "policy: p\ntests:\n- name: t\n  given: \(given)\n  steps:\n\(lines)\n"
        return TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(policy))
    }

    /// What stands behind the first part of each message.
    private static func reasons(_ steps: [String]) throws -> [String] {
        try report(steps).results.flatMap(\.failures).map { String($0.message.drop { $0 != ";" }.dropFirst(2)) }
    }

    private static let assault = "conduct.observed: assault"
    private static let lacking = "action.done: {action: register_episode}"
    private static let full = "action.done: {action: register_episode, fields: {tag: x}}"

    @Test("a status begun again while it was active: its end stays")
    func begunAgain() throws {
        let steps = ["at: 0s, \(Self.assault)", "at: 10h, \(Self.assault)"]
        let last = "at: 25h, time.passed: {}, expect: {status: {first_day: active}}"
        #expect(
            try Self.reasons(steps + [last]) == [
                "it is ended; rules.a began it again at 10h while it was active; its end stays at 1d; for an end that "
                    + "moves, write `until: {measure: since_assault, reaches: 1d}` and `measures: {since_assault: "
                    + "{elapsed: conduct.assault, per: agent}}`"
            ])
        let report = try Self.report(steps + [last])
        #expect(
            report.results[0].failures[0].details.contains(
                "    rules.a began `first_day` again while it was active; its end stays at 1d"))
        // Begun anew after its end, it is not begun again.
        #expect(
            try Self.reasons([
                steps[0], "at: 25h, \(Self.assault)", "at: 50h, time.passed: {}, expect: {status: {first_day: active}}",
            ])
                == ["it is ended"])
    }

    @Test("what the message proposes makes the end move")
    func renewal() throws {
        let moving =
            Self.policy.replacing("until: 24h", with: "until: {measure: since_assault, reaches: 1d}")
            .replacing("measures:\n", with: "measures:\n  since_assault: {elapsed: conduct.assault, per: agent}\n")
        let report = try Self.report(
            [
                "at: 0s, \(Self.assault)", "at: 10h, \(Self.assault)",
                "at: 25h, time.passed: {}, expect: {status: {first_day: active}}",
                "at: 34h1ms, time.passed: {}, expect: {status: {first_day: ended}}",
            ], policy: moving)
        #expect(report.problems == [])
        #expect(report.failures == [])
    }

    @Test("a rule that fired again while its norm was open")
    func joined() throws {
        let steps = [
            "at: 0s, \(Self.assault)", "at: 1h, \(Self.assault)",
            "at: 2h, \(Self.full), expect: {must: [register_episode]}",
        ]
        #expect(
            try Self.reasons(steps) == [
                "standing were: should announce (agent); rules.b asked for it, and it was closed as `fulfilled` at 2h; "
                    + "rules.b fired again at 1h; `register_episode` stood already and stands once (one for each: count what "
                    + "asks for it and what was done, and ask again while there is more of the first, `if: 'asked > done'`)"
            ])
        let life = try Self.report(steps).results[0].failures[0].details
        #expect(life.contains("    rules.b fired again; `register_episode` stood already and stands once"))
    }

    @Test("a condition that does not hold, with the values it read and the steps that were counted")
    func values() throws {
        #expect(
            try Self.reasons([
                "at: 0s, \(Self.assault)", "at: 2h, \(Self.lacking), expect: {should: [announce]}",
            ]) == [
                "standing were: must register_episode (agent); the rule `c` did not do anything: `if` does not hold "
                    + "(episodes = 1, counted: step 1; registrations = 1, counted: step 2 (judged incomplete))"
            ])
        #expect(
            try Self.reasons(["at: 0s, \(Self.assault)", "at: 1h, \(Self.assault), expect: {measure: {episodes: 1}}"])
                == ["it is 2; counted: step 1, step 2"])
    }

    @Test("what stands under an agent's status is heard by the agent, and its condition is told where it fails")
    func elsewhere() throws {
        let begun = "at: 0s, \(Self.assault)"
        let wanted = "expect: {must: [accompany_home]}"
        #expect(try Self.reasons([begun, "at: 4h, victim.goes_home: {alone: true}, \(wanted)"]) == [])
        let reasons = try Self.reasons([begun, "at: 4h, victim.goes_home: {alone: false}, \(wanted)"])
        #expect(reasons.count == 1 && reasons.allSatisfy { $0.contains("event.alone") && !$0.contains("not active") })
    }

    @Test("what a given fact set off stands in the life of the case")
    func given() throws {
        let report = try Self.report(
            ["at: 0s, contact.started: {}, expect: {may: []}"], given: "{customer: cu-1, facts: {told: true}}")
        let life = report.results[0].failures[0].details
        #expect(life.prefix(2) == ["the case so far:", "  given: fact told = true:"])
        #expect(life[2].hasPrefix("    issued may answer ") && life[2].hasSuffix(" from rules.d"))
    }

    @Test("an act that was taken to be open is told as closed, with what opens it")
    func closed() throws {
        let ended = "at: 0s, contact.ended: {by: agent, reason: abuse}, expect: {verdict: {end_contact: silent}}"
        let opens = "`actions: {end_contact: {closed: false}}` would open it to everybody"
        #expect(try Self.reasons([ended]).allSatisfy { $0.contains(opens) })
        #expect(try Self.reasons([ended]).count == 1)
        let open = Self.policy.replacing("actions:\n", with: "actions:\n  end_contact: {closed: false}\n")
        #expect(try Self.report([ended], policy: open).failures == [])
    }
}

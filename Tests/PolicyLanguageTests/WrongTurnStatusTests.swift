import Testing

@testable import PolicyLanguage

/// Statuses that were, and declared things behind `customer.`, as a newcomer asks for them; what is typed then is right.
@Suite struct WrongTurnStatusTests {
    typealias Turn = WrongTurnTests.Turn

    private static let before =
        "`statuses: {was_restricted: {about: customer}}`, `rules: {was_restricted: {when: {status: restricted, "
        + "becomes: ended}, begin: was_restricted}}` and `status(\"was_restricted\")`"

    static let past = [
        "status(\"restricted\") == \"ended\"", "'status(\"restricted\") == ''ended'''", "was(\"restricted\")",
        "had_status(\"restricted\")", "previously(\"restricted\")", "was_active(\"restricted\")",
        "status(\"restricted\").ended", "customer.was_restricted", "contact.was_restricted",
    ]

    @Test(arguments: past) func `that a status was active before is kept by a second one`(_ wrong: String) {
        let found = findings(Self.policy(wrong))
        #expect(found.count == 1 && found[0].contains(Self.before), "\(found)")
        let right = Self.policy(
            "status(\"was_restricted\")", "  was_restricted: {about: customer}\n",
            "  was_restricted: {when: {status: restricted, becomes: ended}, begin: was_restricted}\n")
        #expect(findings(right) == [])
    }

    static let now = [
        Turn("status(\"restricted\") == \"active\"", "status(\"restricted\")", "`status(\"restricted\")` alone"),
        Turn("status(\"restricted\") != \"active\"", "'!status(\"restricted\")'", "`!status(\"restricted\")` alone"),
        Turn("status(\"restricted\") != \"ended\"", "status(\"restricted\")", "`status(\"restricted\")` alone"),
        Turn("status(\"restricted\").active", "status(\"restricted\")", "`status(\"restricted\")` alone"),
        Turn("customer.restricted", "status(\"restricted\")"), Turn("contact.shielded", "status(\"shielded\")"),
        Turn("customer.status == \"restricted\"", "status(\"restricted\")"),
        Turn("is_active(\"restricted\")", "status(\"restricted\")"),
        Turn("customer.angry", "fact(\"angry\")"), Turn("agent.angry", "fact(\"angry\")"),
        Turn("customer.calls > 2", "calls > 2", "did you mean `calls`"),
        Turn("contact.calls > 2", "calls > 2", "did you mean `calls`"),
        Turn("measure(\"calls\") > 2", "calls > 2", "did you mean `calls`"),
        Turn("customer.patience > 2", "patience > 2", "did you mean `patience`"),
        Turn("customer.worse > 1", "ladder(\"worse\") > 1", "`ladder(\"worse\")`"),
        Turn("customer.conduct(\"rude\") > 1", "rude_count > 1"),
        Turn("2 <= customer.conduct(\"rude\")", "rude_count >= 2"),
        Turn("customer.conduct(\"rude\")", "rude_count > 0"), Turn("count(\"rude\") == 5", "rude_count == 5"),
    ]

    @Test(arguments: now) func `what is declared is read by its name`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { Self.policy($0) }
    }

    @Test func `how long a status has been active is a clock`() {
        let found = findings(Self.policy("status(\"restricted\").since > duration(\"5m\")"))
        let clock =
            "time_restricted: {elapsed: status.decided, if: 'event.status == \"restricted\" && event.decision == "
            + "\"imposed\"', per: customer}"
        #expect(found.count == 1 && found[0].contains(clock), "\(found)")
        let right = Self.policy("time_restricted > duration(\"5m\")")
        #expect(findings(right.replacing("measures:\n", with: "measures:\n  \(clock)\n")) == [])
    }

    static let agents = [
        Turn("agent.tired > 2", "{measure: tired, reaches: 3}", "`when: {measure: tired, reaches: 3}`"),
        Turn("customer.tired >= 2", "{measure: tired, reaches: 2}", "`when: {measure: tired, reaches: 2}`"),
        Turn(
            "agent.conduct(\"rude\") > 1", "{measure: rude_of_agent, reaches: 2}",
            "`when: {measure: rude_count, reaches: 2}`"),
    ]

    @Test(arguments: agents) func `what is known of an agent sets a rule off`(_ turn: Turn) {
        let found = findings(Self.policy(turn.wrong))
        #expect(found.count == 1 && found[0].contains(turn.help), "\(found)")
        #expect(findings(Self.policy("contact.new_matter") + "  b: {when: \(turn.right), may: hold}\n") == [])
    }

    private static func policy(_ condition: String, _ status: String = "", _ rule: String = "") -> String {
        """
        conduct: [rude]
        facts: {angry: {type: bool}}
        settings: {patience: 3}
        measures:
          calls: {count: contact.started, per: customer, in_last: 30d}
          rude_count: {count: conduct.rude, per: customer, in_last: 365d}
          tired: {count: conduct.rude, per: agent, in_last: 1d}
          rude_of_agent: {count: conduct.rude, per: agent, in_last: 1d}
        ladders: {worse: {when: conduct.rude, steps: [{should: warn}]}}
        statuses:
          restricted: {about: customer}
          shielded: {about: contact}
        \(status)rules:
        \(rule)  a:
            when: conduct.rude
            if: \(condition)
            may: hold

        """
    }
}

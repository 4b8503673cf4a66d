import Testing

@testable import PolicyLanguage

/// Once, at least, somebody else, the same matter: what people ask of a rule and no key says. Each help line gives what is
/// right, and that has no finding.
@Suite struct WrongTurnOnceTests {
    typealias Turn = WrongTurnTests.Turn

    private static let vocabulary = """
        conduct: [threat]
        facts: {tense: {type: bool}}
        actions: {decide: {by: [manager]}, call_police: {by: [agent]}}
        statuses: {banned: {about: customer, until: 30d, fields: {reason: text}, while_active: {must_not: route_to}}}
        measures:
          threat_count: {count: conduct.threat, per: contact, in_last: ever}
          calls: {count: contact.started, per: customer, in_last: 1d}
        rules:
          known:
            when: [status.proposed, {measure: calls, reaches: 9}, {measure: threat_count, reaches: 9}]
            must: {decide: {status: banned, within: 3d}}

        """

    static let rules = [
        Turn(
            "{when: conduct.threat, once: contact, should: say}",
            "{when: {measure: threat_count, reaches: 1}, should: say}",
            "`when: {measure: threat_count, reaches: 1}`"),
        Turn(
            "{when: conduct.threat, must: {say: {once: true, within: 3d}}}",
            "{when: {measure: threat_count, reaches: 1}, must: {say: {within: 1m}}}",
            "its rule waits for a count: `when: {measure: NAME, reaches: 1}`"),
        Turn(
            "{when: {measure: calls, at_least: 6}, should: say}",
            "{when: contact.started, if: 'calls >= 6', should: say}",
            "`when: contact.started`, with `if: 'calls >= 6'`"),
        Turn(
            "{when: {measure: calls, more_than: 5}, should: say}", "{when: {measure: calls, reaches: 6}, should: say}",
            "write `reaches: 6`"),
        Turn(
            "{when: appeal.received, should: answer}", "{when: status.appealed, should: answer}",
            "did you mean `status.appealed`?"),
        Turn(
            "{when: stalemate, should: say}",
            "{when: fact.recorded, if: 'event.name == \"tense\" && fact(\"tense\")', should: say}",
            "`if: 'event.name == \"stalemate\" && fact(\"stalemate\")'`"),
        Turn(
            "{when: status.proposed, must: {decide: {status: [banned, other], within: 3d}}}",
            "{when: status.proposed, must: {decide: {within: 3d}}}", "leave `status` out"),
        Turn(
            "{when: status.proposed, must: {decide: {within: 3d, not_by: decided_by}}}",
            "{when: status.proposed, must: {decide: {within: 3d}}}",
            "`roles: [agent, supervisor, manager, director, system, other_manager]` and `by: other_manager`"),
        Turn(
            "{when: status.proposed, must: {decide: {within: 3d, by: another manager}}}",
            "{when: status.proposed, must: {decide: {within: 3d, by: manager}}}", "`by: other_manager`"),
        Turn(
            "{when: contact.started, if: 'event.answered', should: say}",
            "{when: contact.started, if: 'has(event.tags) && \"answered\" in event.tags', should: say}",
            "`has(event.tags) && \"answered\" in event.tags`"),
        Turn(
            "{when: contact.started, if: 'status.decided_by == \"x\"', should: say}",
            "{when: contact.started, if: 'status(\"banned\")', should: say}", "`status(\"banned\")`"),
        Turn(
            "{when: [{any: [{measure: calls, reaches: 2}, threat]}], should: say}",
            "{when: [{measure: calls, reaches: 2}, conduct.threat], should: say}",
            "`[{measure: calls, reaches: 2}, conduct.threat]`"),
        Turn(
            "{when: conduct.threat, must: {call_police: {within: 1m, before: transfer}}}",
            "{when: conduct.threat, must: {call_police: {within: 1m}}, may: {transfer: {after: call_police}}}",
            "`may: {transfer: {after: call_police}}`"),
        Turn(
            "{when: conduct.threat, if: letter sent within 12 months, should: say}",
            "{when: conduct.threat, if: 'calls > 0', should: say}",
            "`measures: {letter_sent: {count: status.notified, per: customer, in_last: 365d}}`, and `letter_sent > 0`"),
    ]

    /// More of what people say, with what to type.
    static let more = [
        Turn(
            "{when: conduct.threat, must_not: {transfer: {for: shift}}}",
            "{when: conduct.threat, must_not: {transfer: {until: 8h}}}", "`until: 8h`"),
        Turn(
            "{when: conduct.threat, if: 'status(\"banned\") && event.conduct == \"threat\"', should: say}",
            "{when: conduct.threat, if: 'status(\"banned\") && \"threat\" in event.conduct', should: say}",
            "`\"threat\" in event.conduct`"),
        Turn(
            "{when: [contact.started, utterance], if: 'event.type == \"utterance\"', should: say}",
            "{when: [contact.started, utterance], if: 'has(event.speaker)', should: say}", "`has(event.speaker)`"),
        Turn(
            "{when: conduct.threat, must_not: {transfer: {until: call_police}}}",
            "{when: conduct.threat, must_not: {transfer: {until: {measure: threat_count, reaches: 1}}}}",
            "`until: {measure: call_police_done, reaches: 1}`"),
        Turn(
            "{when: conduct.threat, must: {say: {by: nobody, within: 1m}}}", "{when: conduct.threat, should: say}",
            "`{by: [manager], closed: true}`"),
        Turn(
            "{when: conduct.threat, must: {say: {within: next morning}}}",
            "{when: conduct.threat, must: {say: {within: 12h}}}",
            "write `12h`"),
        Turn(
            "{when: conduct.threat, must: {call_police: {in: 2d, within: 7d}}}",
            "{when: {measure: threat_count, reaches: 1}, must: {call_police: {within: 7d, during: customer}}}",
            "`when: {measure: time_since, reaches: 2d}`"),
        Turn(
            "{when: conduct.threat, must: {say: {within: 1m, if_missed: {manager: call_police}}}}",
            "{when: conduct.threat, must: {say: {within: 1m, if_missed: {call_police: {by: manager, within: 1m}}}}}",
            "`{call_police: {by: manager}}`"),
    ]

    @Test func `the channel is known of the contact, and months have short names`() {
        let asked = findings(
            Self.vocabulary + "  r: {when: contact.started, if: 'event.channel == \"phone\"', should: say}\n")
        #expect(asked.contains { $0.contains("did you mean `contact.channel`?") }, "\(asked)")
        #expect(MeantTime.elapsed(instead: "3mo") == "90d")
        let waits = findings(Self.vocabulary + "  r: {when: contact.started, must: {say: {after: 3mo, within: 1d}}}\n")
        #expect(waits.contains { $0.contains("`when: {measure: time_since, reaches: 90d}`") }, "\(waits)")
    }

    @Test func `what is owed after the contact lives with the customer`() {
        let found = findings(
            "actions: {write_note: {by: [agent], after_contact: true}}\nrules: {r: {when: contact.ended, should: write_note}}\n"
        )
        #expect(found.count == 1 && found[0].contains("`during: customer`"), "\(found)")
    }

    @Test func `a deadline runs from what sets the rule off`() {
        let found = findings(
            Self.vocabulary
                + "  r: {when: conduct.threat, must: {notify: {who: supervisor, within: 5m, from: contact.ended}}}\n")
        #expect(
            found.count == 1 && found[0].contains("`when: contact.ended`, and `during: customer` in the act"),
            "\(found)")
    }

    static let ladders = [
        Turn("wait: 10s", "if: 'threat_count < 2'", "`if: 'warnings == 0 || since_warning >= duration(\"10s\")'`"),
        Turn("climbs: {after: 10s}", "climbs: always", "`if: 'warnings == 0 || since_warning >= duration(\"10s\")'`"),
        Turn("climbs: {when: done}", "climbs: when_done", "`climbs: when_done`"),
    ]

    @Test(arguments: ladders) func `a ladder`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { line in
            Self.vocabulary + "ladders: {l: {when: conduct.threat, \(line), steps: [{should: warn}, {may: hold}]}}\n"
        }
    }

    @Test func `a status that begins with a duty done`() {
        let help = "`rules: {tired_begins: {when: {duty: decide, becomes: fulfilled}, begin: tired}}`"
        let found = findings(
            Self.vocabulary + "statuses: {tired: {about: agent, starts: {duty: decide, becomes: fulfilled}}}\n")
        #expect(found.contains { $0.contains(help) } || found.contains { $0.contains("duplicate") }, "\(found)")
    }

    @Test(arguments: more) func `and another`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { rule in Self.vocabulary + "  r: \(rule)\n" }
    }

    @Test(arguments: rules) func `a rule`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { rule in Self.vocabulary + "  r: \(rule)\n" }
    }

    static let owners = [
        Turn("per: matter", "per: customer, if: 'has(event.new_matter) && !event.new_matter'", "!event.new_matter'`"),
        Turn("per: [customer, matter]", "per: customer", "write `per: customer`"),
        Turn("per: application", "per: customer", "which application it is is not counted"),
        Turn("per: [customer, agent]", "per: customer", "write `per: customer`: a count is kept for one of them"),
    ]

    @Test(arguments: owners) func `whose a count is`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { owner in
            """
            measures: {calls: {count: contact.started, \(owner), in_last: 1d}}
            rules: {r: {when: {measure: calls, reaches: 3}, should: say}}

            """
        }
    }

    @Test func `a count takes every one, or one for each day`() {
        let policy =
            "conduct: [threat]\nmeasures: {COUNT}\n"
            + "rules: {r: {when: [conduct.threat, {measure: threat_days, reaches: 2}], should: say}}\n"
        let turn = Turn(
            "threat_days: {count: conduct.threat, distinct: day, per: customer, in_last: 180d}",
            "threat_today: {count: conduct.threat, per: customer, in_last: 12h}, threat_days: {count: conduct.threat, "
                + "if: 'threat_today == 0', per: customer, in_last: 180d}",
            "threat_days: {count: conduct.threat, if: 'threat_today == 0', per: customer, in_last: 180d}}`")
        WrongTurnTests().expect(turn) { policy.replacing("COUNT", with: $0) }
    }

    @Test(arguments: [
        ("1 working day", "3d"), ("2 working days", "4d"), ("6 working days", "10d"), ("20 working days", "28d"),
    ])
    func `working days, with every weekend that can lie between them`(_ text: String, _ days: String) {
        #expect(MeantTime.elapsed(instead: text) == days)
    }
}

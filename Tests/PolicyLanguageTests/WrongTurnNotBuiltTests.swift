import Testing

@testable import PolicyLanguage

/// Parts that this version reads and does not evaluate: told once, whatever their form, with what to write today.
@Suite struct WrongTurnNotBuiltTests {
    typealias Turn = WrongTurnTests.Turn

    private static let clock =
        "measures: {time_ban: {elapsed: status.decided, if: 'event.status == \"ban\" && event.decision == \"imposed\"', "
        + "per: customer}}"
    private static let review =
        "when: {measure: time_ban, reaches: 90d}, if: 'status(\"ban\")', "
        + "must: {decide: {status: ban, by: manager, within: 7d}}"
    private static let notice =
        "when: {status: ban, becomes: active}, must: {notice: {form: letter, by: manager, within: 7d}}"
    private static let appeal =
        "when: status.appealed, if: 'event.status == \"ban\"', must: {answer: {by: director, within: 28d}}"

    /// A key of a status, and a rule in its place.
    static let rules = [
        Turn("review: 3 months", review, "{measure: time_ban, reaches: 90d}"),
        Turn("review: {every: 3 months, by: manager}", review, "`\(clock)`"),
        Turn("review: {by: manager}", review, "`if: 'status(\"ban\")'`"),
        Turn("notice: letter", notice, "{notice: {form: letter, by: manager, within: 7d}}"),
        Turn("notice: {form: letter, within: 5 working days}", notice, "{status: ban, becomes: active}"),
        Turn(
            "appeal: {within: 20 working days, decided_by: {each: [director]}}", appeal, "{by: director, within: 28d}"),
        Turn(
            "appeal: {within: 20 working days, answer_within: 10 working days, by: another director}",
            appeal.replacing("28d", with: "14d"), "{by: director, within: 14d}"),
        Turn("appeal: {by: another director}", appeal, "`by: other_director`"),
        Turn("appeal: {to: director}", appeal, "`when: status.appealed`"),
    ]

    @Test(arguments: rules) func `what is not built has a rule in its place`(_ turn: Turn) {
        expectOnce(Self.status(turn.wrong), turn.help)
        #expect(findings("\(Self.clock)\n" + Self.status("until: 90d") + "  b: {\(turn.right)}\n") == [])
    }

    /// A key of a status, and what stands there instead.
    static let keys = [
        Turn("lasts: {at_most: 6 months}", "until: 180d"), Turn("lasts: 2 weeks", "until: 14d"),
        Turn("lasts: indefinite", "about: customer", "take it out"),
        Turn(
            "options: [by_phone, by_letter]", "until: 90d", "`statuses: {by_phone: {about: customer, while_active: …}}`"
        ),
        Turn("active_from: notice", "until: 90d", "take it out"), Turn("vary: manager", "until: 90d", "take it out"),
    ]

    @Test(arguments: keys) func `what is not built is written in another way`(_ turn: Turn) {
        expectOnce(Self.status(turn.wrong), turn.help)
        guard turn.right != "about: customer" else { return }
        #expect(findings(Self.status(turn.right)) == [])
    }

    static let deciding = [
        Turn("decided_by: manager", "actions: {decide: {by: [manager]}}"),
        Turn("decided_by: {each: [manager, director]}", "actions: {decide: {by: [manager, director]}}"),
    ]

    @Test(arguments: deciding) func `who decides stands under actions`(_ turn: Turn) {
        expectOnce(Self.status(turn.wrong), turn.help)
        #expect(findings("\(turn.right)\n" + Self.status("until: 90d")) == [])
    }

    @Test func `two who decide together agree one before the other`() {
        let agree = "actions: {agree: {by: [director], during: customer}}"
        let acts =
            "must: [{agree: {within: 3d}}, {decide: {status: ban, by: manager, after: agree, within: 3d}}]"
        expectOnce(Self.status("decided_by: {all: [manager, director]}"), "`\(agree)` and `\(acts)`")
        #expect(findings("\(agree)\n" + Self.status("until: 90d") + "  b: {when: contact.started, \(acts)}\n") == [])
    }

    /// Words that stand for such a part lead to what can be written, and not to its name.
    static let words = [
        Turn("reviewed_by: manager", "until: 90d", "`measures: {time_ban:"),
        Turn("reveiw: {every: 90d}", "until: 90d", "`measures: {time_ban:"),
        Turn("notify: letter", "until: 90d", "`when: {status: ban, becomes: active}`"),
        Turn("interim: 14d", "until: 14d"), Turn("approved_by: manager", "until: 90d", "{decide: {by: [manager]}}"),
        Turn("extend: {by: manager}", "until: 90d", "`must: {decide: {status: ban, within: 7d}}`"),
        Turn("renewable: true", "until: 90d", "is not made longer while it is active"),
    ]

    @Test(arguments: words) func `a word for what is not built leads to what is`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { Self.status($0) }
    }

    private static let hours =
        "contact.started.getHours(\"Europe/London\") >= 9 && contact.started.getHours(\"Europe/London\") < 17"
    static let files = [
        "calendars: {default: {hours: 9-5}}", "calendars: {default: mon-fri}", "calendars: mon-fri",
        "holidays: [2026-12-25]", "working_hours: 09:00-17:00",
    ]

    @Test(arguments: files) func `opening hours are a condition`(_ wrong: String) {
        expectOnce("\(wrong)\nrules: {a: {when: contact.started, may: hold}}\n", "`\(Self.hours)`")
        #expect(findings("rules: {a: {when: contact.started, if: '\(Self.hours)', may: hold}}\n") == [])
    }

    @Test func `a guarantee is a test`() {
        let found = findings("guarantees: {a: {never: end_contact}}\nrules: {a: {when: contact.started, may: hold}}\n")
        #expect(found.count == 1 && found[0].contains("`.test.yaml`"), "\(found)")
    }

    private func expectOnce(_ policy: String, _ help: String) {
        let found = findings(policy)
        #expect(found.count == 1 && found[0].contains(help), "\(found)")
    }

    private static func status(_ key: String) -> String {
        "statuses: {ban: {about: customer, while_active: {must_not: transfer}, \(key)}}\n"
            + "rules:\n  a: {when: conduct.observed, begin: ban}\n"
    }
}

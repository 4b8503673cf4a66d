import Testing

@testable import PolicyLanguage

/// Whom to tell, who acts with whom, and what a decision carries, as a newcomer types them; what is typed then is right.
@Suite struct WrongTurnPeopleTests {
    typealias Turn = WrongTurnTests.Turn

    static let rules = [
        Turn("notify: supervisor", "must: {notify: {who: supervisor}}"),
        Turn("tell: police", "must: {notify: {who: police}}"),
        Turn("inform: manager", "must: {notify: {who: manager}}"),
        Turn("escalate_to: manager", "must: {notify: {who: manager}}"),
        Turn("report: police", "must: {report: {to: police}}"),
        Turn("notify: {who: manager}", "must: {notify: {who: manager}}", "`must: {notify: {…}}`"),
        Turn(
            "must: {notify: {who: [manager, police]}}", "must: [{notify: {who: manager}}, {notify: {who: police}}]",
            "`[{notify: {who: manager}}, {notify: {who: police}}]`"),
        Turn("must: {report: police}", "must: {report: {to: police}}", "`{report: {to: police}}`"),
        Turn("must: {decide: ban}", "must: {decide: {status: ban}}", "`{decide: {status: ban}}`"),
        Turn(
            "must: {decide: {ban: {within: 3d}}}", "must: {decide: {status: ban, within: 3d}}",
            "`decide: {status: ban, within: 3d}`"),
        Turn("extend: ban", "must: {decide: {status: ban, within: 7d}}"),
        Turn("renew: ban", "must: {decide: {status: ban, within: 7d}}"),
        Turn("begin: {ban: {for: 90d}}", "begin: {ban: {until: 90d}}", "`until: 90d`"),
        Turn("begin: {ban: 90d}", "begin: {ban: {until: 90d}}", "`ban: {until: 90d}`"),
        Turn(
            "begin: {ban: {by: manager}}", "must: {decide: {status: ban, by: manager, within: 3d}}"),
        Turn(
            "must: {decide: {escalate_to: director}}",
            "must: {decide: {if_missed: {notify: {who: director, within: 5m}}}}",
            "`if_missed: {notify: {who: director, within: 5m}}`"),
        Turn(
            "must: {decide: {notify: director}}", "must: [decide, {notify: {who: director, within: 5m}}]",
            "beside it: `{notify: {who: director, within: 5m}}`"),
        Turn(
            "must: {involve_supervisor: {repeat: every 10m}}",
            "must: {involve_supervisor: {confirm: {every: 10m, until: supervisor.joined}}}",
            "`confirm: {every: 10m, until: supervisor.joined}`"),
        Turn(
            "must: {involve_supervisor: {every: 10m}}",
            "must: {involve_supervisor: {confirm: {every: 10m, until: supervisor.joined}}}",
            "`confirm: {every: 10m, until: supervisor.joined}`"),
    ]

    @Test(arguments: rules) func `whom to tell and what to decide is told as an act`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { Self.policy("  a: {when: conduct.threat, \($0)}\n") }
    }

    /// The word is told with the map, each once.
    @Test(arguments: ["tell", "inform", "escalate"]) func `an action in other words has its own argument`(
        _ word: String
    ) {
        let found = findings(Self.policy("  a: {when: conduct.threat, must: {\(word): manager}}\n"))
        #expect(found.contains { $0.contains("write `{notify: {who: manager}}`") }, "\(found)")
    }

    static let joint = [
        "by: [manager and director]", "by: manager and director", "by: {all: [manager, director]}",
        "by: manager, joint: director", "by: manager, together_with: director", "by: manager, approved_by: director",
    ]

    @Test(arguments: joint) func `who acts together agrees before`(_ wrong: String) throws {
        let found = findings(Self.policy("  a: {when: conduct.threat, must: {decide: {\(wrong)}}}\n"))
        let parts = try #require(found.first).split(separator: "`").map(String.init)
        let actions = try #require(parts.first { $0.hasPrefix("actions: {agree") })
        let acts = try #require(parts.first { $0.hasPrefix("must: [{agree") })
        #expect(found.count == 1)
        #expect(findings(actions + "\n" + Self.policy("  a: {when: conduct.threat, \(acts)}\n")) == [])
    }

    static let fields = [
        Turn("kind: [ban, letter]", "kind: text"), Turn("kind: {choices: [a, b]}", "kind: text"),
        Turn("kind: ban or letter", "kind: text"), Turn("kind: enum", "kind: text"),
    ]

    @Test(arguments: fields) func `a field with a few values is a text`(_ turn: Turn) {
        WrongTurnTests().expect(turn) {
            "statuses: {ban: {about: customer, fields: {\($0)}}}\nrules: {a: {when: conduct.observed, begin: ban}}\n"
        }
    }

    static let unlisted = [
        "must: {hold: {within: 30s, if_missed: tell them}}", "must: {hold: {within: 30s, if_missed: }}",
        "must: {hold: {within: 30s, if_missed: {notify: [them]}}}",
        "must: {hold: {within: 30s, escalate: now it is late}}",
    ]

    /// What a help line says is done by, and told to, people whom the policy lists.
    @Test(arguments: unlisted) func `people in help lines are those that the policy lists`(_ wrong: String) throws {
        let policy = "roles: [agent, leader]\nrules:\n  a: {when: contact.started, "
        let found = findings(policy + wrong + "}\n")
        #expect(found.allSatisfy { !$0.contains("manager") && !$0.contains("supervisor") }, "\(found)")
        #expect(!found.isEmpty)
    }

    private static func policy(_ rule: String) -> String {
        "conduct: [threat]\nstatuses: {ban: {about: customer}}\nrules:\n\(rule)"
    }
}

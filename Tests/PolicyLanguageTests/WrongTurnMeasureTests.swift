import Testing

@testable import PolicyLanguage

/// Questions about what was done and how often, which measures answer: the help line gives a measure and a condition,
/// and the two together are clean.
@Suite struct WrongTurnMeasureTests {
    private static let deeds = [
        "'done(\"call_police\")'", "'contact.done(\"call_police\")'", "'customer.done(\"call_police\")'",
        "'fulfilled(\"call_police\")'", "'contact.action(\"call_police\") > 0'", "was_done(call_police)",
        "'duty(\"call_police\") == \"fulfilled\"'", "call_police", "call_police.done", "'action.done(\"call_police\")'",
    ]

    @Test(arguments: deeds) func `what was done is counted`(_ condition: String) throws {
        let help = try follow(condition, key: "unless")
        #expect(help.contains("count: action.done, if: 'event.action == \"call_police\"'"))
        #expect(help.contains("`after: call_police`"))
    }

    private static let spoken = [
        ("contact.warned", "event.action == \"warn\""), ("warned", "event.action == \"warn\""),
        ("end_contact", "count: contact.ended"), ("transferred", "count: contact.transferred"),
        ("'done(\"involve_supervisor\")'", "count: supervisor.joined"),
    ]

    @Test(arguments: spoken) func `a form of an action's name is that action`(_ condition: String, _ counted: String)
        throws
    {
        #expect(try follow(condition, key: "unless").contains(counted))
    }

    private static let counts = [
        ("'count(\"abuse\") >= 4'", "abuse_count: {count: conduct.abuse, per: customer, in_last: 365d}"),
        ("count(abuse) >= 4", "abuse_count: {count: conduct.abuse, per: customer, in_last: 365d}"),
        ("customer.incidents >= 4", "incidents: {count: conduct.abuse, per: customer, in_last: 365d}"),
        ("customer.insult >= 4", "insult: {count: conduct.insult, per: customer, in_last: 365d}"),
        ("'customer.conduct(\"insult\") >= 4'", "insult_count: {count: conduct.insult, per: customer, in_last: 365d}"),
        ("customer.status >= 4", "incidents: {count: conduct.abuse, per: customer, in_last: 365d}"),
    ]

    @Test(arguments: counts) func `how often is counted as well`(_ condition: String, _ counted: String) throws {
        #expect(try follow(condition, key: "if").contains(counted))
    }

    @Test func `an unknown name beside a number is told how a count is declared`() {
        let found = findings(policy(if: "incidents >= 4"))
        #expect(found.count == 1)
        #expect(found[0].contains("`measures: {incidents: {count: conduct.abuse, per: customer, in_last: 365d}}`"))
    }

    @Test(arguments: ["supervisor.joined", "supervisor_joined", "contact.ended"])
    func `an event in a condition is counted, or sets a rule off`(_ condition: String) throws {
        let found = findings(policy(if: condition, key: "unless"))
        #expect(found.count == 1 && found[0].contains("`when: \(condition.replacing("_", with: "."))`"), "\(found)")
        let name = condition.replacing(".", with: "_")
        let measure = try #require(found[0].firstMatch(of: /`(measures: {.*?}})`/)).output.1
        #expect(findings("\(measure)\n" + policy(if: "\(name) > 0")) == [])
    }

    // MARK: Following the help

    /// The help of the one finding of a condition; what it says, typed, is clean with all checks.
    private func follow(_ condition: String, key: String) throws -> String {
        let found = findings(policy(if: condition, key: key))
        #expect(found.count == 1, "\(found)")
        let help = try #require(found.first)
        let measure = try #require(help.firstMatch(of: /`(measures: {.*?}})`/)).output.1
        let right = try #require(help.firstMatch(of: /write `([^`]*)`/)).output.1
        let typed = PolicyLanguageTests.loaded("\(measure)\n" + policy(if: String(right), key: key))
        #expect(findings(typed) == [])
        let checked = CheckCase(
            "", codes: "count-without-window", policy: "\(measure)\n" + policy(if: String(right), key: key))
        #expect(checked.found == "")
        return help
    }

    private func policy(if condition: String, key: String = "if") -> String {
        "\(WrongTurnTests.vocabulary)  a:\n    when: conduct.threat\n    \(key): \(condition)\n    must: hold\n"
    }
}

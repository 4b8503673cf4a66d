import Testing

@testable import PolicyLanguage

/// Deeds that are counted as duties, and what they carry told as values: the help line, typed, is right.
@Suite struct WrongTurnDeedTests {
    private static let head = """
        holdline: 1
        policy: p
        conduct: [profanity]
        actions:
          use_script: {by: [agent, manager], must_say: [customer_name], fields: [tag]}

        """

    @Test(arguments: ["fulfilled", "late"]) func `a duty that is done is counted as its deed`(_ state: String) throws {
        func text(_ counted: String) -> String {
            "measures: {used: {\(counted), per: contact, in_last: ever}}\nrules:\n"
                + "  a: {when: conduct.profanity, if: 'used < 2', must: {use_script: {within: unstated}}}\n"
        }
        let help = try help(text("count: {duty: use_script, becomes: \(state)}"), "wrong-trigger")
        let typed = try #require(help.firstMatch(of: /`(count: [^`]*)`, and beside it `(if: [^`]*)`/)).output
        #expect(found(text("\(typed.1), \(typed.2)")).isEmpty)
        #expect(typed.2.contains("event.by in [\"agent\", \"manager\"]"))
    }

    @Test func `a refusal is counted as the refusal`() throws {
        func text(_ counted: String) -> String {
            "measures: {used: {\(counted), per: contact, in_last: ever}}\nrules:\n"
                + "  a: {when: conduct.profanity, if: 'used < 2', must: {use_script: {within: unstated}}}\n"
        }
        let help = try help(text("count: {duty: use_script, becomes: declined}"), "wrong-trigger")
        let typed = try #require(help.firstMatch(of: /`(count: [^`]*)`, and beside it `(if: [^`]*)`/)).output
        #expect(found(text("\(typed.1), \(typed.2)")).isEmpty)
    }

    @Test(arguments: ["{duty: use_script, becomes: missed}", "{duty: use_script, becomes: excused}"])
    func `what no event tells of is left to a rule`(_ trigger: String) throws {
        let help = try help("measures: {used: {count: \(trigger), per: contact, in_last: ever}}\n", "wrong-trigger")
        #expect(help == "only a rule hears of it: `when: \(trigger)`")
    }

    private static let fields = [
        ("actions: {create_ticket: {fields: {summary: text, tag: text}}}", "[summary, tag]", "event.fields.summary"),
        ("actions: {create_ticket: {fields: {summary: text, tag: Abuse}}}", "[summary, tag]", "event.fields.tag"),
        (
            "rules: {t: {when: contact.ended, should: {record: {fields: {tag: 'Rude/Abusive Customer'}}}}}", "[tag]",
            "event.fields.tag == \"Rude/Abusive Customer\""
        ),
        (
            "rules: {t: {when: contact.ended, should: [say, record: {fields: {tag: 'it''s'}}]}}", "[tag]",
            "event.action == \"record\" && "
        ),
    ]

    @Test(arguments: fields)
    func `fields with values are told as a list, and the values as a condition`(
        _ written: String, _ names: String, _ asked: String
    ) throws {
        let head = "holdline: 1\npolicy: p\n"
        let help = try help(written + "\n", "wrong-shape", head: head)
        #expect(help.contains("`fields: \(names)`") && help.contains(asked), "\(help)")
        let list = try #require(written.firstMatch(of: /fields: {.*?}/)).output
        #expect(
            !found(written.replacing(list, with: "fields: \(names)") + "\n", head: head).contains {
                $0.0 == "wrong-shape"
            })
        let condition = try #require(help.firstMatch(of: /`(if: [^`]*)`/)).output.1
        let actions = written.hasPrefix("actions") ? "actions: {create_ticket: {fields: [tag]}}\n" : ""
        let rule = "\(actions)rules: {r: {when: action.done, \(condition), should: say}}\n"
        #expect(found(rule, head: head).isEmpty)
    }

    // MARK: Loading

    private func help(_ text: String, _ code: String, head: String = Self.head) throws -> String {
        let found = found(text, head: head).filter { $0.0 == code }
        #expect(found.count == 1, "\(found)")
        return try #require(found.first).1
    }

    private func found(_ text: String, head: String = Self.head) -> [(String, String)] {
        PolicyLoader.load("p.policy.yaml") { _ in Array((head + text).utf8) }.diagnostics.map {
            ($0.code, $0.help ?? "")
        }
    }
}

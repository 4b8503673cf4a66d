import Testing

@testable import PolicyLanguage

/// Wrong turns that new authors take, each answered by what to type; and what is typed then is right.
@Suite struct WrongTurnTests {
    struct Turn: Sendable, CustomTestStringConvertible {
        /// A rule's lines, with the wrong ones first, as `wrong → right` where the right ones follow the help.
        let wrong: String
        let right: String
        /// What the help line says, in part.
        let help: String

        init(_ wrong: String, _ right: String, _ help: String? = nil) {
            self.wrong = wrong
            self.right = right
            self.help = help ?? "`\(right)`"
        }

        var testDescription: String { wrong }
    }

    static let vocabulary = """
        conduct: [threat, insult, rude]
        groups: {abuse: [insult, rude]}
        actions: {call_police: {by: [manager]}}
        scripts: {my_words: {en: Hello}, handing_over: {en: One moment}}
        ladders: {abuse: {when: conduct.abuse, steps: [{must: warn}, {may: end_contact}]}}
        statuses: {protected: {about: contact, while_active: {must_not: end_contact}}}
        rules:

        """

    static let acts = [
        Turn("must: warn the customer within 30s", "must: {warn: {within: 30s}}"),
        Turn("must_not: end contact", "must_not: end_contact", "did you mean `end_contact`"),
        Turn("must_not: hang up on them", "must_not: end_contact"),
        Turn("must: hang_up", "must: end_contact", "did you mean `end_contact`"),
        Turn("must: warn and hold", "must: [warn, hold]"),
        Turn("must: [warn, hold within 30s]", "must: [warn, {hold: {within: 30s}}]", "{hold: {within: 30s}}"),
        Turn("must: Call the police", "must: call_police", "did you mean `call_police`"),
        Turn("should: tell the manager", "should: {notify: {who: manager}}"),
        Turn("should: {say: {script: Please hold the line}}", "should: {say: {script: my_words}}", "script: my_words"),
        Turn(
            "should: {say: {script: handing over}}", "should: {say: {script: handing_over}}",
            "did you mean `handing_over`"),
        Turn("must: {warn: {by: the manager}}", "must: {warn: {by: manager}}", "did you mean `manager`"),
        Turn(
            "must: {warn: {by: manager or agent}}", "must: {warn: {by: [manager, agent]}}", "`by: [manager, agent]`"),
        Turn("must: {warn: my_words}", "must: {warn: {script: my_words}}", "`{warn: {script: my_words}}`"),
        Turn("must: {warn: 30 seconds}", "must: {warn: {within: 30s}}", "`{warn: {within: 30s}}`"),
        Turn("must: {warn: {after: abuse.1}}", "must: {warn: {after: hold}}", "names an action"),
        Turn("must: {warn: , within: 30s}", "must: {warn: {within: 30s}}", "`{warn: {within: 30s}}`"),
        Turn("begin: protected until contact.ended", "begin: {protected: {until: contact.ended}}"),
        Turn(
            "begin: {protected: {until: the end of the call}}", "begin: {protected: {until: contact.ended}}",
            "did you mean `contact.ended`"),
    ]

    static let keys = [
        Turn("shall: warn", "must: warn", "did you mean `must`"),
        Turn("must not: warn", "must_not: warn", "did you mean `must_not`"),
        Turn("cannot: warn", "must_not: warn", "did you mean `must_not`"),
        Turn("should_not: warn", "must_not: warn", "did you mean `must_not`"),
        Turn("then: warn", "must: warn", "did you mean `must`"),
        Turn("must: warn, within: 30s", "must: {warn: {within: 30s}}"),
        Turn("may: warn, by: manager", "may: {warn: {by: manager}}"),
        Turn("must: warn, except: 'contact.new_matter'", "must: warn, unless: 'contact.new_matter'", "`unless`"),
    ]

    /// The wrong text has one finding, whose help gives the right one, and that has none.
    func expect(_ turn: Turn, in policy: (String) -> String) {
        let found = findings(policy(turn.wrong))
        #expect(found.count == 1 && found[0].contains(turn.help), "\(found)")
        #expect(findings(policy(turn.right)) == [])
    }

    @Test(arguments: acts + keys) func `a help line gives what is right`(_ turn: Turn) {
        expect(turn) { lines in "\(Self.vocabulary)  a: {when: conduct.threat, \(lines)}\n" }
    }

    /// No work grows with what somebody pastes into the place of a name.
    @Test func `a page of text gets the help of its first line`() {
        func help(_ words: Int) -> String? {
            let prose = "tell the manager " + String(repeating: "at once ", count: words)
            let found = findings("\(Self.vocabulary)  a: {when: conduct.threat, must: '\(prose)'}\n")
            return found.first.map { String($0.split(separator: " / ").last ?? "") }
        }
        #expect(help(3)?.contains("{notify: {who: manager}}") == true)
        #expect(help(20_000) == help(3))
    }

    static let triggers = [
        Turn("conduct.threat or conduct.insult", "[conduct.threat, conduct.insult]"),
        Turn("'conduct.threat, conduct.insult'", "[conduct.threat, conduct.insult]"),
        Turn("the customer threatens me", "conduct.threat", "did you mean `conduct.threat`"),
        Turn("the customer asks for a supervisor", "supervisor.requested", "did you mean `supervisor.requested`"),
        Turn("call.ended", "contact.ended", "did you mean `contact.ended`"),
        Turn("ladder abuse reaches 2", "{ladder: abuse, reaches: 2}"),
        Turn("status protected becomes active", "{status: protected, becomes: active}"),
        Turn("“conduct.threat”", "conduct.threat", "`conduct.threat`, without them"),
    ]

    @Test(arguments: triggers) func `an event in words is told by its name`(_ turn: Turn) {
        expect(turn) { trigger in "\(Self.vocabulary)  a:\n    when: \(trigger)\n    must: warn\n" }
    }

    static let conditions = [
        Turn(
            "event.directed_at != situation", "event.directed_at != \"situation\"",
            "`event.directed_at != \"situation\"`"),
        Turn("event.source == agent", "event.source == \"agent\""),
        Turn("event.source in [agnt]", "event.source in [\"agent\"]"),
        Turn("event.source == “agent”", "event.source == \"agent\"", "straight quotation marks"),
        Turn("conduct.abuse", "contact.conduct(\"abuse\") > 0", "`contact.conduct(\"abuse\") > 0`"),
        Turn("insult in event.conduct", "'\"insult\" in event.conduct'", "`\"insult\"`"),
        Turn("protected", "status(\"protected\")", "`status(\"protected\")`"),
        Turn("\"insult\" in event.conduct", "'\"insult\" in event.conduct'", "`'\"insult\" in event.conduct'`"),
        Turn("event.conduct.contains(\"insult\")", "'\"insult\" in event.conduct'", "`\"insult\" in event.conduct`"),
        Turn("the customer shouts at people", "ladder(\"abuse\") > 1", "`ladder(\"abuse\") > 1`"),
    ]

    @Test(arguments: conditions) func `a condition in words is told how it is written`(_ turn: Turn) {
        expect(turn) { condition in
            "\(Self.vocabulary)  a:\n    when: conduct.threat\n    if: \(condition)\n    must: warn\n"
        }
    }
}

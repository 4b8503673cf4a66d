import Testing

@testable import PolicyLanguage

/// Maps on the line of their key, in quotation marks or cut short; roles and fields that there are not.
@Suite struct WrongTurnMapTests {
    typealias Turn = WrongTurnTests.Turn

    static let acts = [
        Turn("must: call_police: {within: unstated}", "must: {call_police: {within: unstated}}"),
        Turn("must: warn: {script: my_words, within: 1m}", "must: {warn: {script: my_words, within: 1m}}"),
        Turn("must: warn: within: 30s", "must: {warn: {within: 30s}}"),
        Turn("must: [warn: within: 30s]", "must: [warn: {within: 30s}]", "`warn: {within: 30s}`"),
        Turn(
            "must: 'call_police: {within: unstated}'", "must: {call_police: {within: unstated}}",
            "without quotation marks: `{call_police: {within: unstated}}`"),
        Turn(
            "must: ['warn: {within: 1m}', hold]", "must: [{warn: {within: 1m}}, hold]",
            "without quotation marks: `{warn: {within: 1m}}`"),
        Turn(
            "must: '{warn: {within: 1m}}'", "must: {warn: {within: 1m}}",
            "without quotation marks: `{warn: {within: 1m}}`"),
        Turn("must: 'warn: 30 seconds'", "must: {warn: {within: 30s}}", "`{warn: {within: 30s}}`"),
        Turn("should: 'notify: manager'", "should: {notify: {who: manager}}", "`{notify: {who: manager}}`"),
        Turn("should: {notify: manager}", "should: {notify: {who: manager}}", "`{notify: {who: manager}}`"),
        Turn("should: {hold: because we must}", "should: hold", "write `hold` alone"),
        Turn(
            "begin: 'protected: {until: contact.ended}'", "begin: {protected: {until: contact.ended}}",
            "without quotation marks: `{protected: {until: contact.ended}}`"),
        Turn(
            "may: {hold: {until: '{ladder: abuse, reaches: 1}'}}", "may: {hold: {until: {ladder: abuse, reaches: 1}}}",
            "without quotation marks: `{ladder: abuse, reaches: 1}`"),
        Turn(
            "must: {warn: {by: [representative, manager]}}", "must: {warn: {by: [agent, manager]}}", "is `agent`, and"),
        Turn("must: {warn: {by: the representative}}", "must: {warn: {by: agent}}", "is `agent`, and"),
    ]

    @Test(arguments: acts) func `a help line gives what is right, in braces and below`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { "\(WrongTurnTests.vocabulary)  a: {when: conduct.threat, \($0)}\n" }
        WrongTurnTests().expect(turn) { "\(WrongTurnTests.vocabulary)  a:\n    when: conduct.threat\n    \($0)\n" }
    }

    /// A notice that must be given is not put under a deadline that its source does not give: it is asked for.
    @Test func `a must in few words leads on to its deadline`() {
        func help(_ must: String) -> String {
            let text = "holdline: 1\npolicy: p\nrules:\n  a:\n    when: contact.started\n    must: \(must)\n"
            return PolicyLoader.load("p.policy.yaml") { _ in Array(text.utf8) }.diagnostics
                .map { "\($0.code): \($0.help ?? "")" }.joined(separator: "\n")
        }
        #expect(help("{notify: supervisor}") == "wrong-shape: write `{notify: {who: supervisor}}`")
        #expect(
            help("{notify: {who: supervisor}}").hasPrefix("must-without-deadline: add `within: 30s` or another time"))
        #expect(help("{notify: {who: supervisor, within: unstated}}") == "")
    }

    @Test func `an unknown role is told of the built-in ones`() {
        func help(_ roles: String) -> String {
            findings("\(roles)rules: {a: {when: contact.started, must: {warn: {by: [representative, supervisor]}}}}\n")
                .joined(separator: "\n")
        }
        #expect(
            help("").hasSuffix(
                "; the person who talks to the customer is `agent`, and a `roles:` list replaces the built-in one, so it "
                    + "has to name all"))
        #expect(help("roles: [agent, supervisor]\n").hasSuffix("; the person who talks to the customer is `agent`"))
        #expect(help("roles: [supervisor, boss]\n").hasSuffix("`supervisor`, `boss`"))
    }

    static let fields = [
        Turn(
            "event.immediate", "fact(\"immediate\")",
            "`facts: {immediate: {type: bool}}` and `fact(\"immediate\")`, or a class of conduct of your own"),
        Turn("contact.mobile", "fact(\"mobile\")", "`facts: {mobile: {type: bool}}` and `fact(\"mobile\")`"),
        Turn("contact.age > 17", "fact(\"age\") > 17", "`facts: {age: {type: int}}` and `fact(\"age\")`"),
        Turn(
            "contact.mood == \"bad\"", "fact(\"mood\") == \"bad\"", "`facts: {mood: {type: text}}` and `fact(\"mood\")`"
        ),
        Turn("event.insult", "'\"insult\" in event.conduct'", "write `\"insult\" in event.conduct`"),
    ]

    @Test(arguments: fields) func `a field that there is not is a fact`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { condition in
            let facts = turn.help.split(separator: "`").first { $0.hasPrefix("facts: ") } ?? ""
            let rule = "  a:\n    when: conduct.threat\n    if: \(condition)\n    must: warn\n"
            return "\(condition == turn.right ? facts : "")\n\(WrongTurnTests.vocabulary)\(rule)"
        }
    }
}

import Testing

@testable import PolicyLanguage

/// What stands in the place of something else: negation in other words, conditions for events, remarks, orders.
@Suite struct WrongTurnPlaceTests {
    typealias Turn = WrongTurnTests.Turn

    static let conditions = [
        Turn("not (contact.new_matter)", "'!contact.new_matter'", "`!contact.new_matter`"),
        Turn("not contact.new_matter", "'!contact.new_matter'", "`!contact.new_matter`"),
        Turn("NOT contact.new_matter", "'!contact.new_matter'", "`!contact.new_matter`"),
        Turn(
            "not contact.new_matter == true", "'!(contact.new_matter == true)'", "`!(contact.new_matter == true)`"),
        Turn(
            "'\"insult\" not in event.conduct'", "'!(\"insult\" in event.conduct)'",
            "`!(\"insult\" in event.conduct)`"),
        Turn("insult not in event.conduct", "'!(\"insult\" in event.conduct)'", "`!(\"insult\" in event.conduct)`"),
        Turn("'\"insult\" !in event.conduct'", "'!(\"insult\" in event.conduct)'", "`!(\"insult\" in event.conduct)`"),
        Turn("'!\"insult\" in event.conduct'", "'!(\"insult\" in event.conduct)'", "`!(\"insult\" in event.conduct)`"),
        Turn("event.conduct != \"insult\"", "'!(\"insult\" in event.conduct)'", "`!(\"insult\" in event.conduct)`"),
        Turn("event.conduct == \"insult\"", "'\"insult\" in event.conduct'", "`\"insult\" in event.conduct`"),
        Turn("event.conduct in \"insult\"", "'\"insult\" in event.conduct'", "`\"insult\" in event.conduct`"),
        Turn(
            "'event.conduct in [\"insult\", \"rude\"]'", "'event.conduct.exists(x, x in [\"insult\", \"rude\"])'",
            "`event.conduct.exists(x, x in [\"insult\", \"rude\"])`"),
        Turn("'event.source is not \"agent\"'", "event.source != \"agent\"", "did you mean `!=`"),
        Turn("event.source == agent", "event.source == \"agent\""),
        Turn("agent == event.source", "'\"agent\" == event.source'", "`\"agent\" == event.source`"),
        Turn("source == \"agent\"", "event.source == \"agent\"", "did you mean `event.source`"),
        Turn("fact(\"resolved\") == \"no\"", "fact(\"resolved\") == false", "write `false` without quotation marks"),
        Turn("fact(\"resolved\") != \"yes\"", "fact(\"resolved\") != true", "or only `!fact(\"resolved\")`"),
        Turn("fact(\"resolved\") == no", "fact(\"resolved\") == false", "did you mean `false`"),
        Turn("status == \"protected\"", "status(\"protected\")", "did you mean `status(\"protected\")`"),
        Turn("conduct == \"insult\"", "'\"insult\" in event.conduct'", "`\"insult\" in event.conduct`"),
        Turn("'done(\"call_polise\")'", "ladder(\"abuse\") > 0", "call_police_done > 0"),
        Turn("fact.resolved", "fact(\"resolved\")"), Turn("fact(resolved)", "fact(\"resolved\")"),
        Turn("customer.channel == \"chat\"", "contact.channel == \"chat\"", "did you mean `contact.channel`"),
    ]

    @Test(arguments: conditions) func `a condition in other words is told how it is written`(_ turn: Turn) {
        expect(turn) { "  a:\n    when: conduct.threat\n    if: \($0)\n    must: warn\n" }
    }

    @Test func `a word that a field can be is text, also where the policy has a ladder of that name`() {
        let turn = Turn(
            "event.reason == abuse", "has(event.reason) && event.reason == \"abuse\"",
            "put it in quotation marks: `event.reason == \"abuse\"`")
        expect(turn) { "  a:\n    when: contact.ended\n    if: \($0)\n    must: record\n" }
    }

    static let triggers = [
        Turn("when: action.call_police", police), Turn("when: call_police.done", police),
        Turn("when: call_police", police),
        Turn("when: {action: call_police, becomes: done}", police), Turn("when: {done: call_police}", police),
        Turn("when: fact.resolved", resolved), Turn("when: resolved", resolved),
        Turn("when: {fact: resolved}", resolved),
        Turn(
            "when: resolved == false",
            "when: fact.recorded\n    if: 'event.name == \"resolved\" && fact(\"resolved\") == false'",
            "`if: 'event.name == \"resolved\" && fact(\"resolved\") == false'`, and here the event at which it is asked, such as `fact.recorded`"
        ),
        Turn(
            "when: fact(\"resolved\") == false", "when: fact.recorded\n    if: 'fact(\"resolved\") == false'",
            "`if: 'event.name == \"resolved\" && fact(\"resolved\") == false'`"),
        Turn(
            "when: status(\"protected\")", "when: {status: protected, becomes: active}",
            "{status: protected, becomes: active}"),
        Turn("when: protected", "when: {status: protected, becomes: active}", "{status: protected, becomes: active}"),
        Turn(
            "when: resolved is false", "when: fact.recorded\n    if: 'fact(\"resolved\") == false'",
            "`if: 'event.name == \"resolved\" && fact(\"resolved\") is false'`"),
        Turn("when: {conduct: threat}", "when: conduct.threat", "`conduct.threat`"),
        Turn("when: end_contact", "when: contact.ended", "did you mean `contact.ended`"),
        Turn("when: {event: contact.ended}", "when: contact.ended", "write `contact.ended` alone"),
    ]

    private static var police: String { "when: action.done\n    if: 'event.action == \"call_police\"'" }
    private static var resolved: String {
        "when: fact.recorded\n    if: 'event.name == \"resolved\" && fact(\"resolved\")'"
    }

    @Test(arguments: triggers) func `what is no event is told which event it is`(_ turn: Turn) {
        var turn = turn
        if turn.help == "`\(turn.right)`" { turn = Turn(turn.wrong, turn.right, Self.beside(turn.right)) }
        expect(turn) { "  a:\n    \($0)\n    must: record\n" }
    }

    /// How a help line says a trigger with its condition.
    private static func beside(_ right: String) -> String {
        let lines = right.split(separator: "\n    ")
        return "write `\(lines[0].dropFirst("when: ".count))`, and beside it `\(lines[1])`"
    }

    static let keys = [
        Turn("must: warn, then: hold", "must: [warn, {hold: {after: warn}}]"),
        Turn("may: hold, then: warn", "may: [hold, {warn: {after: hold}}]"),
        Turn("must: {warn: {requires: hold}}", "must: {warn: {after: hold}}", "`after: hold`"),
        Turn("must: {warn: {during: hold}}", "must: {warn: {after: hold}}", "`after: hold`"),
        Turn(
            "must: [{end_contact: immediately}]", "must: [{end_contact: {within: 30s}}]",
            "`{end_contact: {within: 30s}}`"
        ),
        Turn(
            "may: {hold: {until: call_police}}", "may: {hold: {unless: 'fact(\"resolved\")'}}",
            "`until: {measure: call_police_done, reaches: 1}`"),
        Turn(
            "may: {hold: {until: {action: warn}}}", "may: {hold: {unless: 'fact(\"resolved\")'}}",
            "`until: {measure: warn_done, reaches: 1}`"),
        Turn(
            "may: {hold: {until: resolved}}", "may: {hold: {unless: 'fact(\"resolved\")'}}",
            "`unless: 'fact(\"resolved\")'`"),
        Turn("must: warn, description: why", "must: warn", "write it as a comment: `# why`"),
    ]

    @Test(arguments: keys) func `a key of another place is told where it stands`(_ turn: Turn) {
        expect(turn) { "  a: {when: conduct.threat, \($0)}\n" }
    }

    static let files = [
        Turn(
            "conduct: {spying: watching my house}", "conduct: {spying: {en: watching my house}}",
            "`spying: {en: watching my house}`"),
        Turn(
            "conduct: [{spying: \"it's: odd\"}]", "conduct: [{spying: {en: 'it''s: odd'}}]",
            "`spying: {en: 'it''s: odd'}`"),
        Turn("scripts: {hello: Good day}", "scripts: {hello: {en: Good day}}", "`hello: {en: Good day}`"),
        Turn(
            "languages: [da]\nscripts: {hello: Goddag}", "languages: [da]\nscripts: {hello: {da: Goddag}}",
            "`hello: {da: Goddag}`"),
        Turn(
            "actions: {ring: {by: [manager], requires: warn}}", "actions: {ring: {by: [manager]}}",
            "`must: {ring: {after: warn}}`"),
        Turn("actions: {ring: {description: Ring them}}", "actions: {ring: {}}", "`# Ring them`"),
        Turn("actions: {ring: Ring them}", "actions: {ring: {by: [agent]}}", "`ring: {by: [agent]}`"),
        Turn("channels: [phone, chat]", "title: For all channels", "a policy for all channels needs none"),
        Turn(
            "statuses: {s: {about: contact, cites: x, while_active: {must_not: hold}}}",
            "statuses: {s: {about: contact, while_active: {must_not: hold, cites: x}}}",
            "while_active: {must_not: transfer, cites:"),
    ]

    @Test(arguments: files) func `a block is told how it is written`(_ turn: Turn) {
        let found = findings("\(turn.wrong)\nrules: {a: {when: contact.started, must: warn}}\n")
        #expect(found.count == 1 && found[0].contains(turn.help), "\(found)")
        #expect(findings("\(turn.right)\nrules: {a: {when: contact.started, must: warn}}\n") == [])
    }

    /// The help of a row of `not` takes no more than the row is long, and no stack.
    @Test func `thousands of not are refused like any other nesting`() {
        let condition = String(repeating: "not ", count: 10_000) + "contact.new_matter"
        #expect(findings("rules: {a: {when: contact.started, if: '\(condition)', must: warn}}\n").count == 1)
    }

    private func expect(_ turn: Turn, in rule: (String) -> String) {
        WrongTurnTests().expect(turn) { "facts: {resolved: {type: bool}}\n\(WrongTurnTests.vocabulary)" + rule($0) }
    }
}

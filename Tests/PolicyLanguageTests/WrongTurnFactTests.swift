import Testing

@testable import PolicyLanguage

/// Facts as triggers and ends, values where a map belongs, and lines in the wrong column, as a newcomer types them.
@Suite struct WrongTurnFactTests {
    typealias Turn = WrongTurnTests.Turn

    static let rules = [
        Turn("when: {fact: danger}, may: hold", recorded, asked),
        Turn("when: 'fact.recorded(\"danger\")', may: hold", recorded, asked),
        Turn(
            "when: fact.danger == true, may: hold",
            "when: fact.recorded, if: 'event.name == \"danger\" && fact(\"danger\") == true', may: hold",
            "`if: 'event.name == \"danger\" && fact(\"danger\") == true'`"),
        Turn("when: conduct.threat, may: {hold: {until: danger}}", unless, "`unless: 'fact(\"danger\")'`"),
        Turn(
            "when: conduct.threat, may: {hold: {until: 'fact(\"danger\") == false'}}",
            "when: conduct.threat, may: {hold: {unless: 'fact(\"danger\") == false'}}",
            "`unless: 'fact(\"danger\") == false'`"),
        Turn(
            "when: conduct.threat, may: {hold: {after: 'fact(\"danger\")'}}", unless.replacing("unless", with: "if"),
            "`if: 'fact(\"danger\")'`"),
        Turn(
            "when: conduct.threat, may: {hold: {while: 'fact(\"danger\")'}}", unless.replacing("unless", with: "if"),
            "did you mean `if`"),
        Turn(
            "when: conduct.threat, should_not: hold", "when: conduct.threat, must_not: hold",
            "did you mean `must_not`? there is no weaker one"),
        Turn(
            "when: conduct.threat, may: hold, set: {calm: true}", "when: conduct.threat, may: hold, begin: calm",
            "`begin: calm`"),
        Turn(
            "when: conduct.threat, may: hold, note: R3", "when: conduct.threat, may: hold, cites: R3",
            "`# R3`, or, if it is the source, as `cites: R3`"),
        Turn(
            "when: conduct.threat, should: {say: Hello there}",
            "when: conduct.threat, should: {say: {script: my_words}}", "`{say: {script: my_words}}`"),
        Turn(
            "when: conduct.threat, should: {notify: the manager}",
            "when: conduct.threat, should: {notify: {who: manager}}", "`{notify: {who: manager}}`"),
        Turn(
            "when: conduct.threat, should: {notify: police}",
            "when: conduct.threat, should: {notify: {who: police}}", "`{notify: {who: police}}`"),
        Turn(
            "when: conduct.threat, should: {transfer: the night team}",
            "when: conduct.threat, should: {transfer: {to: night_team}}", "`{transfer: {to: night_team}}`"),
        Turn(
            "when: conduct.threat, should: {hold: 110}", "when: conduct.threat, should: {hold: {within: 30s}}",
            "`{hold: {within: 30s}}`"),
        Turn(
            "when: conduct.threat, may: {hold: {times: 3}}", "when: {ladder: l, reaches: 1}, may: hold",
            "`steps: [{times: 3, may: hold}]`"),
        Turn(
            "when: conduct.threat, should: {hold: {if: !fact(\"danger\")}}",
            "when: conduct.threat, should: {hold: {if: '!fact(\"danger\")'}}", "`'!fact(\"danger\")'`"),
        Turn(
            "when: conduct.threat, should: {hold: {if: !fact(\"danger\"), by: agent}}",
            "when: conduct.threat, should: {hold: {if: '!fact(\"danger\")', by: agent}}", "`'!fact(\"danger\")'`"),
    ]

    private static let recorded = "when: fact.recorded, if: 'event.name == \"danger\" && fact(\"danger\")', may: hold"
    private static let asked = "`fact.recorded`, and beside it `if: 'event.name == \"danger\" && fact(\"danger\")'`"
    private static let unless = "when: conduct.threat, may: {hold: {unless: 'fact(\"danger\")'}}"

    @Test(arguments: rules) func `a rule is told how it is written`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { "\(Self.vocabulary)  a: {\($0)}\n" }
    }

    static let heads = [
        Turn("time_zone: Japan", "time_zone: Asia/Tokyo", "did you mean `Asia/Tokyo`"),
        Turn("time_zone: Helsinki", "time_zone: Europe/Helsinki", "did you mean `Europe/Helsinki`"),
        Turn("time_zone: New York", "time_zone: America/New_York", "did you mean `America/New_York`"),
        Turn("languages: [jp]", "languages: [ja]", "did you mean `ja`"),
        Turn("languages: [jp-JP]", "languages: [ja-JP]", "did you mean `ja-JP`"),
        Turn("channels: [phone]", "title: t", "needs none"),
        Turn("settings: {迷惑: 3}", "settings: {annoying: 3}", "letters are those from `a` to `z`"),
        Turn(
            "measures: {m: {count: contact.ended, values: 3}}", "measures: {m: {count: contact.ended}}",
            "keys of a measure"),
    ]

    @Test(arguments: heads) func `what stands at the head is told how it is written`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { "\($0)\nrules: {a: {when: contact.started, may: hold}}\n" }
    }

    @Test func `the values of a fact are texts`() {
        let found = findings(
            "facts: {where: {type: text, values: [a, b]}}\nrules: {a: {when: contact.started, may: hold}}\n")
        #expect(found.count == 1 && found[0].contains("`fact(\"where\") == \"…\"`"), "\(found)")
    }

    @Test func `lines that are not indented are told once, with what belongs where`() {
        let body = ["when: conduct.threat", "if: contact.new_matter", "may: hold"]
        func policy(_ indent: String) -> String {
            "\(Self.vocabulary)  a:\n" + body.map { "\(indent)\($0)\n" }.joined()
                + "  b: {when: conduct.threat, may: warn}\n"
        }
        let found = findings(policy("  "))
        #expect(found.count == 1)
        #expect(found[0].contains("indent the lines that belong to it further than `a` itself: `when`, `if`, `may`"))
        #expect(findings(policy("    ")) == [])
    }

    @Test func `an action that may stand alone is not taken for one without its lines`() {
        let rule = "rules: {a: {when: contact.started, may: [ring, by]}}\n"
        let found = findings("actions:\n  ring:\n  by: [agent]\n" + rule.replacing(", by", with: ""))
        #expect(found.count == 1 && found[0].contains("further than `ring` itself: `by`"), "\(found)")
        #expect(findings("actions:\n  ring:\n  by: {closed: true}\n" + rule) == [])
    }

    private static let vocabulary = """
        conduct: [threat]
        facts: {danger: {type: bool}}
        scripts: {my_words: {en: Hello}}
        statuses: {calm: {about: contact}}
        ladders: {l: {when: conduct.threat, steps: [{times: 3, may: hold}]}}
        rules:

        """
}

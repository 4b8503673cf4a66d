import Testing

@testable import PolicyLanguage

/// Sentences of published policies put down as they stand: the help line says what is right, and that is clean.
@Suite struct WrongTurnPageTests {
    typealias Turn = WrongTurnTests.Turn

    static let rules = [
        Turn(
            "when: conduct.rude, must: {report: police at once}", "when: conduct.rude, must: {report: {to: police}}",
            "`{report: {to: police}}`"),
        Turn("when: conduct.rude, must: refuse", "when: conduct.rude, must: redirect", "did you mean `redirect`"),
        Turn(
            "when: conduct.rude, must_not: {route_to: agent}", "when: conduct.rude, must_not: {route_to: {to: agent}}",
            "`{route_to: {to: agent}}`"),
        Turn("when: manager decides, may: hold", "when: status.decided, may: hold", "did you mean `status.decided`"),
        Turn(
            "when: ban decided, may: hold", "when: {status: ban, becomes: active}, may: hold",
            "`{status: ban, becomes: active}`"),
        Turn(
            "when: the ban has ended, may: hold", "when: {status: ban, becomes: ended}, may: hold",
            "`{status: ban, becomes: ended}`"),
        Turn(
            "when: contact.ended, must: {call_back: {by: manager, same day}}",
            "when: contact.ended, must: {call_back: {by: manager, within: 12h}}", "`within: 12h`"),
        Turn(
            "when: contact.ended, must: {offer_break: {for: 10m}}",
            "when: contact.ended, must: {offer_break: {minutes: 10}}", "`minutes: 10`"),
        Turn(
            "when: contact.started, if: new issue, may: hold",
            "when: contact.started, if: contact.new_matter, may: hold", "`contact.new_matter`"),
        Turn(
            "when: contact.started, if: the ban is not active, may: hold",
            "when: contact.started, if: '!status(\"ban\")', may: hold", "`!status(\"ban\")`"),
        Turn(
            "when: contact.started, if: contact.started >= \"18:00\" or contact.started < \"09:00\", may: hold",
            "when: contact.started, if: 'contact.started.getHours(\"Asia/Seoul\") >= 18 || contact.started.getHours(\"Asia/Seoul\") < 9', may: hold",
            "`contact.started.getHours(\"Asia/Seoul\") >= 18 || contact.started.getHours(\"Asia/Seoul\") < 9`"),
    ]

    @Test(arguments: rules) func `a sentence of a page is told how it is written`(_ turn: Turn) {
        WrongTurnTests().expect(turn) {
            "time_zone: Asia/Seoul\nconduct: [rude]\n" + Self.policy("  a: {\($0)}\n")
        }
    }

    @Test func `a sentence of what was before is told how it is kept`() {
        let found = findings(Self.policy("  a: {when: contact.started, if: ban was active before, may: hold}\n"))
        #expect(found.count == 1 && found[0].contains("begin: was_ban}}` and `status(\"was_ban\")`"), "\(found)")
    }

    @Test func `how long a status has been active is a clock and what it reaches`() throws {
        let found = findings(Self.policy("  a: {when: {status: ban, reaches: 12 months}, may: hold}\n"))
        let help = try #require(found.first { $0.contains("is a clock") }, "\(found)")
        let parts = help.split(separator: "`").map(String.init)
        let measure = try #require(parts.first { $0.hasPrefix("measures:") })
        let trigger = try #require(parts.first { $0.hasPrefix("when: {measure") })
        #expect(trigger == "when: {measure: time_ban, reaches: 365d}")
        #expect(findings(measure + "\n" + Self.policy("  a: {\(trigger), may: hold}\n")) == [])
    }

    @Test func `a time in a sentence is the one that is proposed`() {
        let found = findings(
            "statuses: {ban: {about: customer, review: after 12 months by a director}}\n"
                + "rules: {a: {when: conduct.observed, begin: ban}}\n")
        #expect(found.count == 1 && found[0].contains("reaches: 365d}`"), "\(found)")
    }

    @Test func `words that a comma cuts in two are told once`() {
        let rule = "rules: {a: {when: contact.started, should: {say: {script: s}}}}\n"
        let found = findings("scripts: {s: {en: I want to help, but this has to stop}}\n" + rule)
        #expect(found.count == 1 && found[0].contains("`en: \"I want to help, …\"`"), "\(found)")
        #expect(findings("scripts: {s: {en: \"I want to help, but this has to stop\"}}\n" + rule) == [])
    }

    private static func policy(_ rule: String) -> String {
        "statuses: {ban: {about: customer}}\nrules:\n\(rule)"
    }
}

import Testing

@testable import PolicyLanguage

/// Days, dates and what has no end, where a length of time belongs: what is proposed works, and says what it is.
@Suite struct WrongTurnDayTests {
    typealias Turn = WrongTurnTests.Turn

    private static let near = "near to it: it counts every hour of every day"

    static let ends = [
        Turn("6 months", "180d"), Turn("3 months", "90d"), Turn("rest of today", "12h"), Turn("today", "12h"),
        Turn("5 working days", "7d"), Turn("end of day", "12h"), Turn("midnight", "12h"), Turn("tomorrow", "2d"),
        Turn("this quarter", "91d"),
    ]

    @Test(arguments: ends) func `time of the calendar has elapsed time near to it`(_ turn: Turn) {
        expectNear(turn) { "statuses: {ban: {about: customer, until: \($0)}}\n\(Self.begin)" }
        expectNear(turn) {
            "statuses: {ban: {about: customer}}\n\(Self.begin)  b: {when: contact.started, may: {hold: {until: \($0)}}}\n"
        }
    }

    @Test(arguments: ends) func `so has a deadline`(_ turn: Turn) {
        expectNear(turn) { "rules: {a: {when: contact.started, must: {notify: {who: manager, within: \($0)}}}}\n" }
    }

    static let windows = [Turn("6 months", "180d"), Turn("this year", "365d"), Turn("calendar year", "365d")]

    @Test(arguments: windows) func `so has a window`(_ turn: Turn) {
        expectNear(turn) {
            "measures: {m: {count: contact.ended, per: customer, in_last: \($0)}}\n"
                + "rules: {a: {when: {measure: m, reaches: 3}, may: hold}}\n"
        }
    }

    static let clocks = [Turn("6 months", "180d"), Turn("5 working days", "7d"), Turn("today", "12h")]

    @Test(arguments: clocks) func `so has what a clock reaches`(_ turn: Turn) {
        expectNear(turn) {
            "measures: {m: {elapsed: contact.started}}\nrules: {a: {when: {measure: m, reaches: \($0)}, may: hold}}\n"
        }
    }

    @Test func `weeks are exact`() {
        let found = findings("statuses: {ban: {about: customer, until: 2 weeks}}\n\(Self.begin)")
        #expect(found.count == 1 && found[0].hasSuffix("write `14d`, which counts every hour of every day"), "\(found)")
    }

    static let others = [
        Turn(
            "until: 2028-01-01", "until: 365d",
            "a date is not looked into: write how long it is until then, such as `365d`"),
        Turn("until: 18:00", "until: 12h", "a time of day is not looked into: write a length of time, such as `12h`"),
        Turn("until: forever", "fields: [reason]", "leave it out"),
        Turn("until: indefinite", "fields: [reason]", "leave it out"),
        Turn("until: further notice", "fields: [reason]", "leave it out"),
    ]

    @Test(arguments: others) func `a day, an hour or no end is told as what it is`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { "statuses: {ban: {about: customer, \($0)}}\n\(Self.begin)" }
    }

    private static let begin = "rules:\n  a: {when: conduct.observed, begin: ban}\n"

    private func expectNear(_ turn: Turn, _ policy: (String) -> String) {
        let found = findings(policy(turn.wrong))
        #expect(found.count == 1 && found[0].contains("write `\(turn.right)`, which is \(Self.near)"), "\(found)")
        #expect(findings(policy(turn.right)) == [])
    }
}

import Testing

@testable import PolicyLanguage

/// What help lines make of times that authors write as they speak.
@Suite struct MeantTimeTests {
    @Test(arguments: [
        ("5 min", "5m"), ("30 seconds", "30s"), ("2 Hours", "2h"), ("3days", "3d"), ("2w", "14d"), ("2hrs", "2h"),
        ("5 business days", "7d"), ("four hours", "4h"), ("half an hour", "30m"), ("1.5h", "90m"),
        ("2,5 minutes", "150s"),
        ("30 sec.", "30s"), ("within 30 seconds", "30s"), ("a week", "7d"), ("12 months", "365d"), ("3 months", "90d"),
        ("1 year", "365d"), ("at most 2 hours", "2h"), ("15-minutes", "15m"),
    ])
    func aTimeInWordsIsUnderstood(_ text: String, _ time: String) {
        #expect(MeantTime.help(text) == "did you mean `\(time)`?")
    }

    /// Nobody who follows a help line runs into the next error.
    @Test(arguments: [
        "5 min", "2,5 minutes", "3 quarters", "0.5s", "half a day", "12 months", "20 working days", "9 fortnights",
    ])
    func whatIsProposedCanBeRead(_ text: String) throws {
        let proposed = try #require(MeantTime.help(text)).split(separator: "`")[1]
        guard case .elapsed = TermText(String(proposed)) else {
            Issue.record("\(proposed) is no elapsed time")
            return
        }
    }

    @Test(arguments: [("1 week", "7d"), ("5 working days", "7d"), ("10 working days", "14d"), ("2 years", "730d")])
    func calendarTimeHasElapsedTimeNearIt(_ calendar: String, _ elapsed: String) {
        #expect(MeantTime.elapsed(instead: calendar) == elapsed)
    }

    @Test(arguments: ["today", "rest of this quarter", "this week"])
    func someCalendarTimeHasNone(_ calendar: String) {
        #expect(MeantTime.elapsed(instead: calendar) == nil)
    }

    @Test func aBareNumberIsAskedForItsUnit() {
        #expect(MeantTime.help("30") == "say in what: did you mean `30s` or `30m`?")
        #expect(MeantTime.help("immediately") == "write the time it may take, such as `30s`")
    }

    @Test(arguments: ["", "soon", "5 moons", "9999999999 min", "1.25h", "the day after", "..", "1.2.3h", "0.3s5"])
    func nothingIsGuessedFromNothing(_ text: String) {
        #expect(MeantTime.help(text) == nil)
    }
}

import Testing

@testable import PolicyLanguage

@Suite struct TermTextTests {
    @Test(
        arguments: [
            ("30s", 30_000), ("5m", 300_000), ("2h", 7_200_000), ("90d", 7_776_000_000), ("1h30m", 5_400_000),
            ("500ms", 500), ("1d2h3m4s5ms", 93_784_005), ("0s", 0), ("007s", 7_000), ("36500d", 3_153_600_000_000),
        ] as [(String, Int64)])
    func elapsedTimeIsReadToTheMillisecond(_ text: String, _ milliseconds: Int64) {
        #expect(TermText(text) == .elapsed(milliseconds))
    }

    @Test(arguments: [
        "36501d", "36500d1ms", "9999999999999999999999s", "99999999999999999h", "1d99999999999999999999ms",
    ])
    func timeBeyondTheBoundIsTooLong(_ text: String) {
        #expect(TermText(text) == .tooLong)
    }

    @Test(arguments: [
        "3 months", "1 month", "5 working days", "1 working day", "14 days", "today", "rest of today", "this quarter",
        "this week", "rest of this year", "2 quarters", "10 years",
    ])
    func calendarTimeIsRecognised(_ text: String) {
        #expect(TermText(text) == .calendar(text))
    }

    @Test func calendarTimeHasSingleSpaces() {
        #expect(TermText("3   months") == .calendar("3 months"))
    }

    @Test(arguments: [
        "", "s", "5", "5x", "m5", "5m5m", "30m1h", "1.5h", "-5m", "+5m", "5 m", "5M", "٣s", "0 days", "-1 days",
        "+1 days",
        "3 fortnights", "working days", "3 working months", "this day", "rest of", "rest of this today", "tomorrow",
        "100000 days", "5m ", "Today",
    ])
    func anythingElseIsNoTime(_ text: String) {
        #expect(TermText(text) == .other)
    }

    @Test func silenceIsAWord() {
        #expect(TermText("unstated") == .silent)
        #expect(TermText("ever") == .silent)
    }

    @Test(arguments: [
        ("2024-02-29", true), ("2026-02-29", false), ("1900-02-29", false), ("2000-02-29", true), ("2026-12-31", true),
        ("2026-13-01", false), ("2026-00-01", false), ("2026-04-31", false), ("2026-4-1", false), ("2026-10-1x", false),
        ("1899-12-31", false), ("2026/10/01", false), ("２026-10-1", false),
    ])
    func aDayIsADayOfTheCalendar(_ text: String, _ isDay: Bool) {
        #expect((CivilDate(text) != nil) == isDay)
    }
}

import CEL
import Testing

@Suite("Moments and lengths of time")
struct TimeTests {
    @Test(
        "a length of time reads numbers with units",
        arguments: [
            ("1h30m", 5_400_000_000_000), ("-1.5s", -1_500_000_000), ("+2ms", 2_000_000), ("0", 0), ("1us2ns", 1_002),
            (".5m", 30_000_000_000), ("3.s", 3_000_000_000), ("1µs", 1_000), ("0.0000000019s", 1),
            ("-9223372036854775807ns", -9_223_372_036_854_775_807), ("2562047h", 9_223_369_200_000_000_000),
        ] as [(String, Int64)])
    func readable(_ text: String, _ nanoseconds: Int64) {
        #expect(CELDuration(text)?.nanoseconds == nanoseconds)
    }

    @Test(
        "anything else is no length of time",
        arguments: [
            "", "1", "s", "-", "1d", "1 s", "1s ", ".s", "1h-3m", "--1s", "2562048h", "99999999999999999999s", "1e3s",
            "٣s",
        ])
    func unreadable(_ text: String) {
        #expect(CELDuration(text) == nil)
    }

    @Test("a length of time reads back what it writes")
    func durationRoundTrip() {
        var random = SeededRandom.announced()
        for _ in 0..<2_000 {
            let length = CELDuration(
                nanoseconds: Int64.random(in: .min...(.max), using: &random) >> Int.random(in: 0..<63, using: &random))
            #expect(CELDuration(length.description) == length)
        }
    }

    @Test("a moment reads back what it writes, in any offset")
    func timestampRoundTrip() throws {
        var random = SeededRandom.announced()
        for _ in 0..<2_000 {
            let second = Int64.random(in: -62_135_596_800...253_402_300_799, using: &random)
            let fraction = Bool.random(using: &random) ? 0 : Int32.random(in: 0..<1_000_000_000, using: &random)
            let moment = try #require(CELTimestamp(seconds: second, nanoseconds: fraction))
            #expect(CELTimestamp(moment.description) == moment)
        }
        #expect(CELTimestamp("2026-10-01T09:30:00+02:00") == CELTimestamp("2026-10-01T07:30:00Z"))
        #expect(CELTimestamp("2026-10-01T00:10:00-23:59")?.description == "2026-10-02T00:09:00Z")
    }

    @Test(
        "what no calendar or clock shows is no moment",
        arguments: [
            "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-00-10T00:00:00Z",
            "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01 00:00:00Z",
            "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234567891Z", "0000-01-01T00:00:00Z",
            "26-01-01T00:00:00Z", "2026-1-1T0:0:0Z", "2026-01-01T00:00:00Z ", "0001-01-01T00:00:00+00:01", "",
        ])
    func noMoment(_ text: String) {
        #expect(CELTimestamp(text) == nil)
    }

    @Test("days follow each other through the leap years of three centuries")
    func calendar() throws {
        var (year, month, day, weekday, dayOfYear) = (1_890, 1, 1, 3, 0)
        var moment = try #require(CELTimestamp("1890-01-01T12:00:00Z"))
        let oneDay = try #require(CELDuration("24h"))
        let program = try TestHost.check(
            "[contact.started.getFullYear(), contact.started.getMonth(), contact.started.getDate(), "
                + "contact.started.getDayOfWeek(), contact.started.getDayOfYear(), contact.started.getHours()]"
        ).program
        var machine = CELMachine()
        var bindings = TestHost.full
        while year < 2_110 {
            bindings.values[5] = .timestamp(moment)
            let parts = [year, month - 1, day, weekday, dayOfYear, 12].map { CELValue.int(Int64($0)) }
            try #require(program.evaluate(bindings, &machine) == .success(.list(parts)))
            moment = try #require(moment.advanced(by: oneDay))
            weekday = (weekday + 1) % 7
            dayOfYear += 1
            day += 1
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            if day > [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] {
                (month, day) = (month + 1, 1)
            }
            if month > 12 { (year, month, dayOfYear) = (year + 1, 1, 0) }
        }
    }

    @Test("milliseconds are rounded down before 1970")
    func milliseconds() throws {
        let moment = try #require(CELTimestamp(milliseconds: -1))
        #expect(moment.description == "1969-12-31T23:59:59.999Z" && moment.milliseconds == -1)
        #expect(CELTimestamp(milliseconds: .max) == nil && CELDuration(milliseconds: .min) == nil)
        #expect(CELDuration(milliseconds: 1_500)?.description == "1.5s")
    }

    @Test("a time zone is an offset, UTC, or what the host knows")
    func zones() throws {
        #expect(try TestHost.evaluate("contact.started.getHours('-09:30') == 0") == .bool(true))
        #expect(try TestHost.evaluate("contact.started.getDayOfMonth('Australia/Sydney')") == .int(20))
        #expect(try TestHost.evaluate("contact.started.getMinutes('Asia/Kathmandu')") == .int(45))
        for zone in ["Mars/Base", "+24:00", "+1:00", "02:0", ""] {
            let error = try TestHost.error("contact.started.getHours('\(zone)')")
            #expect(error?.code == "unknown-time-zone")
            // The name may come from an event.
            #expect(error?.message == "the time zone is not known here")
        }
    }
}

import PolicyEngine
import Testing

struct TimeTextTests {
    @Test(
        "A moment is written in UTC with milliseconds",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1, "1970-01-01T00:00:00.001Z"),
            (1_795_255_240_250, "2026-11-21T10:00:40.250Z"), (951_782_399_999, "2000-02-28T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"), (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (253_402_300_800_000, "10000-01-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"), (-62_167_219_200_001, "-0001-12-31T23:59:59.999Z"),
        ] as [(Int64, String)])
    func format(_ moment: Int64, _ text: String) {
        #expect(TimeText.format(moment) == text)
    }

    @Test("Every number of milliseconds has a text", arguments: [Int64.min, .min + 1, .max - 1, .max])
    func formatExtremes(_ moment: Int64) {
        #expect(TimeText.format(moment).hasSuffix("Z"))
    }

    @Test(
        "Offsets and fractions are understood, and cut off to the millisecond",
        arguments: [
            ("2026-11-21T10:00:40Z", "2026-11-21T10:00:40.000Z"), ("2026-11-21t10:00:40z", "2026-11-21T10:00:40.000Z"),
            ("2026-11-21T10:00:40.2Z", "2026-11-21T10:00:40.200Z"),
            ("2026-11-21T10:00:40.25Z", "2026-11-21T10:00:40.250Z"),
            ("2026-11-21T10:00:40.250999999Z", "2026-11-21T10:00:40.250Z"),
            ("2026-11-21T10:00:40.000999999Z", "2026-11-21T10:00:40.000Z"),
            ("2026-11-21T10:00:40+01:00", "2026-11-21T09:00:40.000Z"),
            ("2026-11-21T23:30:00-05:30", "2026-11-22T05:00:00.000Z"),
            ("2026-01-01T00:30:00+23:59", "2025-12-31T00:31:00.000Z"),
            ("2026-11-21T10:00:40-00:00", "2026-11-21T10:00:40.000Z"),
            ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"), ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"),
            ("1969-12-31T23:30:00-01:00", "1970-01-01T00:30:00.000Z"),
            ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
        ])
    func parse(_ text: String, _ canonical: String) throws {
        #expect(TimeText.format(try #require(TimeText.parse(text))) == canonical)
    }

    @Test(
        "What is no time, or none of 1970 to 9999, is not read",
        arguments: [
            "", "2026", "2026-11-21", "2026-11-21T10:00:40", "2026-11-21 10:00:40Z", "2026-11-21T10:00Z",
            "2026-11-21T10:00:40.Z", "2026-11-21T10:00:40.1234567890Z", "2026-11-21T10:00:40,5Z",
            "2026-11-21T10:00:40+01", "2026-11-21T10:00:40+0100", "2026-11-21T10:00:40+24:00",
            "2026-11-21T10:00:40+01:60", "2026-11-21T10:00:40Zx", "2026-11-21T10:00:40+01:00x", "+2026-11-21T10:00:40Z",
            "2026-11-21T24:00:00Z", "2026-11-21T10:60:00Z", "2026-11-21T23:59:60Z", "2026-11-21T10:00:61Z",
            "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-00-10T00:00:00Z",
            "2026-13-10T00:00:00Z", "2026-01-00T00:00:00Z", "2026-1-01T00:00:000Z", "２026-11-21T10:00:40Z",
            "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
            "0000-01-01T00:00:00Z",
        ])
    func refuse(_ text: String) {
        #expect(TimeText.parse(text) == nil)
    }

    @Test("Reading what was written gives the same moment")
    func roundTrip() {
        let seed = FormatRandom.seedOfTheRun
        var random = FormatRandom(seed: seed)
        for _ in 0..<4_000 {
            let moment = Int64.random(in: TimeText.range, using: &random)
            #expect(TimeText.parse(TimeText.format(moment)) == moment, "SEED=\(seed)")
        }
    }
}

import Testing

@testable import PolicyTesting

@Suite struct TimeTests {
    @Test(
        "durations are read to the millisecond",
        arguments: [
            ("0s", 0), ("70s", 70_000), ("1h5m", 3_900_000), ("10m0.5s", 600_500), ("500ms", 500), ("3d", 259_200_000),
            ("0.25s", 250), ("1d1h1m1s1ms", 90_061_001), ("36500d", 3_153_600_000_000),
        ])
    func reads(_ text: String, _ milliseconds: Int64) {
        #expect(TestTime.duration(text) == milliseconds)
    }

    @Test(
        "what is no duration is none",
        arguments: [
            "", "70", "s", "1.5h", "5m1h", "1m1m", "-1s", "1.2345s", "1.s", ".5s", "36501d", "36500d1ms", "+1s", "1 m",
            "99999999999999999999s", "9223372036854775807d", "1µs", "0.5", "ms",
        ])
    func refuses(_ text: String) {
        #expect(TestTime.duration(text) == nil)
    }

    @Test(
        "what is shown can be written",
        arguments: [
            (0, "0s"), (30_000, "30s"), (120_000, "2m"), (600_500, "10m0.5s"), (3_600_000, "1h"), (20, "0.02s"),
            (259_200_000, "3d"),
        ])
    func shows(_ milliseconds: Int64, _ text: String) {
        #expect(TestTime.text(milliseconds) == text)
        #expect(TestTime.duration(text) == milliseconds)
    }

    @Test("a date in the first step is the test's start, and times are then shown as dates")
    func dates() throws {
        let steps = """
              - {at: 2026-11-21T10:00:00+01:00, contact.started: {}}
              - {at: 10s, conduct.observed: {conduct: insult}, expect: {due: {warn: 40s}, measure: {length: 10s}}}
              - {at: 2026-11-21T09:00:15Z, time.passed: {}, expect: {must: [{warn: {due: 41s}}]}}
            """
        #expect(
            try Fixture.run(steps: steps).failures == [
                "8: expected `must: {warn: {due: 2026-11-21T09:00:41.000Z}}`; "
                    + "standing were: must warn (agent, due 2026-11-21T09:00:40.000Z, script warning)"
            ])
    }

    @Test("a deadline is missed after it, not at it")
    func deadlines() throws {
        let steps = """
              - {at: 0s, conduct.observed: {conduct: insult}}
              - {at: 30s, time.passed: {}, expect: {must: [warn], none: true}}
              - at: 30.001s
                time.passed: {}
                expect: {closed: {warn: missed}, must: [{notify: {to: manager, due: 90s}}]}
            """
        #expect(try Fixture.run(steps: steps).failures == [])
    }
}

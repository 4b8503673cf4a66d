import Testing

@testable import PolicyLanguage

/// Names of time zones that are none.
@Suite struct ZoneNamesTests {
    static let cases = [
        CheckCase(
            "a zone that is none is told in the header and in a condition",
            codes: "bad-time-zone",
            policy: #"""
                time_zone: Europe/Lundon
                rules: {r: {when: contact.started, if: 'contact.started.getHours("Europe/Copenhagn") < 18', should: say}}
                """#,
            findings: #"""
                error bad-time-zone 3:12 `Europe/Lundon` is not a time zone / did you mean `Europe/London`?
                error bad-time-zone 4:40 `Europe/Copenhagn` is not a time zone / did you mean `Europe/Copenhagen`?
                """#),
        CheckCase(
            "zones, offsets and UTC are clean", codes: "bad-time-zone",
            policy: #"""
                time_zone: Asia/Tokyo
                rules:
                  r: {when: contact.started, if: 'contact.started.getHours("America/New_York") < 18', should: say}
                  s: {when: contact.started, if: 'contact.started.getHours("+02:00") + contact.started.getHours("UTC") < 18', should: say}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) { #expect(one.found == one.findings) }

    /// Known changes: the last Sundays of March and October 2026 in Europe, none in Japan.
    @Test(arguments: [
        ("Europe/London", 1_774_745_999, 0), ("Europe/London", 1_774_746_000, 3600),
        ("Europe/London", 1_792_889_999, 3600),
        ("Europe/London", 1_792_890_000, 0), ("Asia/Tokyo", 1_774_746_000, 32_400),
        ("America/New_York", 1_782_000_000, -14_400),
    ])
    func `zones keep summer time`(_ zone: String, _ second: Int64, _ east: Int) {
        #expect(TimeZones.secondsEast(ofZone: zone, at: second) == east)
    }

    @Test(arguments: ["Foo/Bar", "CET", "", "Europe/", "../etc/passwd", "EST5EDT"])
    func `what is no zone is none`(_ name: String) {
        #expect(TimeZones.secondsEast(ofZone: name, at: 0) == nil)
    }
}

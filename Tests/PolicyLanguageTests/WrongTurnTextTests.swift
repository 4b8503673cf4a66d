import Testing

@testable import PolicyLanguage

/// Words that were said, and times of day, as a newcomer asks for them in a condition; what is typed then is right.
@Suite struct WrongTurnTextTests {
    typealias Turn = WrongTurnTests.Turn

    private static let quote = "has(event.quote) && event.quote.contains(\"knife\")"
    private static let said = "has(event.text) && event.text.contains(\"knife\")"

    static let observed = [
        Turn("event.text.contains(\"knife\")", quote), Turn("event.text matches \"knife\"", quote),
        Turn("event.text =~ \"knife\"", quote), Turn("event.words.contains(\"knife\")", quote),
        Turn("contact.text.contains(\"knife\")", quote), Turn("utterance.text.contains(\"knife\")", quote),
        Turn("text.contains(\"knife\")", quote), Turn("'\"knife\" in event.quote'", quote),
        Turn("'\"knife\" in event.text'", quote),
        Turn("event.time > 18:00", "contact.started.getHours(\"Europe/Rome\") >= 18"),
        Turn("'event.time > \"18:00\"'", "contact.started.getHours(\"Europe/Rome\") >= 18"),
        Turn("contact.started < 09:00", "contact.started.getHours(\"Europe/Rome\") < 9"),
        Turn("contact.started > \"18:00\"", "contact.started.getHours(\"Europe/Rome\") >= 18"),
        Turn(
            "time_of_day > 18:30",
            "contact.started.getHours(\"Europe/Rome\") * 60 + contact.started.getMinutes(\"Europe/Rome\") >= 1110"),
        Turn("hour(contact.started) >= 20", "contact.started.getHours(\"Europe/Rome\") >= 20"),
        Turn("event.time.getHours() >= 18", "contact.started.getHours(\"Europe/Rome\") >= 18"),
        Turn("weekday == \"sunday\"", "contact.started.getDayOfWeek(\"Europe/Rome\") == 0"),
        Turn("today == \"2028-02-01\"", "contact.started >= timestamp(\"2028-02-01T00:00:00Z\")"),
        Turn("now() - contact.started > duration(\"5m\")", "contact.elapsed > duration(\"5m\")"),
        Turn(
            "working_hours",
            "contact.started.getHours(\"Europe/Rome\") >= 9 && contact.started.getHours(\"Europe/Rome\") < 17"),
    ]

    @Test(arguments: observed) func `words and times are asked as they are known`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { Self.policy($0, "conduct.threat") }
    }

    static let utterances = [
        Turn("'\"knife\" in event.text'", said), Turn("event.text matches \"knife\"", said),
        Turn(
            "has(event.text) && event.text.toLowerCase().contains(\"x\")",
            "has(event.text) && (event.text.contains(\"x\") || event.text.contains(\"X\"))",
            "`event.text.contains(\"x\") || event.text.contains(\"X\")`"),
        Turn(
            "has(event.text) && event.text.length() > 100", "has(event.text) && size(event.text) > 100",
            "`size(event.text)`"),
    ]

    @Test(arguments: utterances) func `what was said is asked in parts`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { Self.policy($0, "utterance") }
    }

    @Test func `an event without words is told which one has them`() {
        let found = findings(Self.policy("event.text.contains(\"knife\")", "contact.started"))
        #expect(found.count == 1 && found[0].contains("`when: utterance` reads `\(Self.said)`"), "\(found)")
        #expect(findings(Self.policy(Self.said, "utterance")) == [])
    }

    private static func policy(_ condition: String, _ event: String) -> String {
        """
        time_zone: Europe/Rome
        conduct: [threat]
        rules:
          a:
            when: \(event)
            if: \(condition)
            may: hold

        """
    }
}

import Testing

@testable import PolicyLanguage

/// Times, clocks, and what is on and off, as a newcomer types them: the help line says what is right, and that is clean.
@Suite struct WrongTurnClockTests {
    typealias Turn = WrongTurnTests.Turn

    private static let clock =
        "`measures: {call_length: {elapsed: contact.started}}`, and a rule with "
        + "`when: {measure: call_length, reaches: 30m}`"
    private static let waits = "when: {measure: call_length, reaches: 30m}, may: hold"

    static let times = [
        Turn("when: contact.started, may: hold, after: 30m", waits, clock),
        Turn("when: contact.started, may: {hold: {after: 30m}}", waits, clock),
        Turn("when: contact.started, may: {hold: {after: 30 min}}", waits, clock),
        Turn("when: contact.started, may: {hold: {at: 30m}}", waits, clock),
        Turn("when: contact.started, may: hold, wait: 30m", waits, clock),
        Turn("when: 30m, may: hold", waits, clock), Turn("when: after 30 minutes, may: hold", waits, clock),
        Turn("when: contact.started, may: {hold: {not_before: 30m}}", waits, clock),
        Turn("when: contact.started, may: {hold: {wait: half an hour}}", "when: contact.started, may: hold", "keys of"),
        Turn("when: {measure: contact.elapsed, reaches: 30m}, may: hold", waits, clock),
        Turn("when: {elapsed: contact.started, reaches: 30m}, may: hold", waits, clock),
        Turn("when: {after: 30m, of: contact.started}, may: hold", waits, clock),
        Turn(
            "when: {elapsed: conduct.threat, reaches: 5m}, may: hold",
            "when: {measure: call_length, reaches: 5m}, may: hold",
            "reaches: 5m}`"),
        Turn("when: {measure: call_length, over: 30m}, may: hold", waits, "did you mean `reaches`"),
        Turn(
            "when: contact.started, may: {hold: {for: 30m}}", "when: contact.started, may: {hold: {until: 30m}}",
            "`until: 30m`"),
        Turn(
            "when: contact.started, may: {hold: {before: contact.ended}}",
            "when: contact.started, may: {hold: {until: contact.ended}}", "did you mean `until`"),
        Turn(
            "when: contact.started, must: {hold: {within: immediately}}",
            "when: contact.started, must: {hold: {within: unstated}}", "such as `30s`, or `unstated`"),
    ]

    @Test(arguments: times) func `a time is told where it stands`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { "\(Self.vocabulary)  a: {\($0)}\n" }
    }

    static let conditions = [
        Turn("'call_length > 30m'", "'call_length > duration(\"30m\")'", "`duration(\"30m\")`"),
        Turn("'call_length > 30 min'", "'call_length > duration(\"30m\")'", "`duration(\"30m\")`"),
        Turn("'call_length >= \"30m\"'", "'call_length >= duration(\"30m\")'", "`duration(\"30m\")`"),
        Turn("'call_length == \"2d\"'", "'call_length == duration(\"48h\")'", "`duration(\"48h\")`"),
        Turn("'30 <= call_length'", "'duration(\"30m\") <= call_length'", "`duration(\"30s\")` or `duration(\"30m\")`"),
        Turn("'call_length >= \"long\"'", "'call_length >= duration(\"30m\")'", "`duration(\"30m\")`"),
        Turn("conduct(\"threat\")", "contact.conduct(\"threat\") > 0"),
        Turn("conduct(\"threat\") > 1", "contact.conduct(\"threat\") > 1", "`contact.conduct(\"threat\")`"),
        Turn("contact.fact(\"stalemate\")", "fact(\"stalemate\")"),
        Turn("count(agent) > 1", "fact(\"several_agents\")"), Turn("count(agents) > 1", "fact(\"several_agents\")"),
        Turn("several agents", "fact(\"several_agents\")"), Turn("stale mate", "fact(\"stale_mate\")"),
        Turn("not fact(\"stalemate\")", "'!fact(\"stalemate\")'", "`!fact(\"stalemate\")`"),
        Turn("channel == \"phone\"", "contact.channel == \"phone\"", "did you mean `contact.channel`"),
        Turn("\"'threat'\"", "'\"threat\" in event.conduct'", "`\"threat\" in event.conduct`"),
        Turn(
            "event.quote contains \"knife\"", "has(event.quote) && event.quote.contains(\"knife\")",
            "`event.quote.contains(\"knife\")`"),
        Turn("event.conduct contains \"threat\"", "'\"threat\" in event.conduct'", "`\"threat\" in event.conduct`"),
    ]

    @Test(arguments: conditions) func `a condition is told how it is written`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { condition in
            "\(Self.vocabulary)  a:\n    when: conduct.threat\n    if: \(condition)\n    must: {hold: {within: unstated}}\n"
        }
    }

    static let measures = [
        Turn(
            "elapsed: contact.started, runs_while: unrelated",
            "elapsed: contact.started, runs_while: 'fact(\"unrelated_goes_on\")'", goesOn),
        Turn(
            "elapsed: contact.started, runs_while: '\"unrelated\"'",
            "elapsed: contact.started, runs_while: 'fact(\"unrelated_goes_on\")'", goesOn),
        Turn(
            "elapsed: contact.started, runs_while: conduct.unrelated",
            "elapsed: contact.started, runs_while: 'fact(\"unrelated_goes_on\")'", goesOn),
        Turn(
            "elapsed: contact.started, while: 'fact(\"stalemate\")'",
            "elapsed: contact.started, runs_while: 'fact(\"stalemate\")'", "did you mean `runs_while`"),
        Turn("duration: contact.started", "elapsed: contact.started"),
        Turn("clock: contact", "elapsed: contact.started"),
        Turn("elapsed: contact", "elapsed: contact.started", "did you mean `contact.started`"),
        Turn(
            "clock: conduct.unrelated", "elapsed: contact.started, runs_while: 'fact(\"stalemate\")'",
            "`elapsed: contact.started, runs_while: 'fact(\"unrelated_goes_on\")'`"),
        Turn("elapsed: contact.started, from: conduct.threat", "elapsed: conduct.threat"),
        Turn("elapsed: contact.started, reset: conduct.threat", "elapsed: [contact.started, conduct.threat]"),
        Turn(
            "elapsed: contact.started, stops: contact.ended",
            "elapsed: contact.started, runs_while: 'fact(\"stalemate\")'", "`runs_while: 'fact(\"stalemate\")'`"),
    ]

    private static let goesOn = "`facts: {unrelated_goes_on: {type: bool}}` and write `fact(\"unrelated_goes_on\")`"

    @Test(arguments: measures) func `a clock is told how it runs`(_ turn: Turn) {
        WrongTurnTests().expect(turn) { measure in
            Self.vocabulary.replacing("rules:", with: "  m: {\(measure)}\nrules:")
                + "  a: {when: {measure: m, reaches: 30m}, may: hold}\n"
        }
    }

    private static let vocabulary = """
        conduct: [threat, unrelated]
        facts: {stalemate: {type: bool}, several_agents: {type: bool}, stale_mate: {type: bool}, unrelated_goes_on: {type: bool}}
        measures:
          call_length: {elapsed: contact.started}
        rules:

        """
}

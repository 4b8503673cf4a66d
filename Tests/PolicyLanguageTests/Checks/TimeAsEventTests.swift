import Testing

/// Rules and measures that wait for time itself.
@Suite struct TimeAsEventTests {
    static let cases = [
        CheckCase(
            "what waits for time wants a clock, of the length that its condition asks for",
            codes: "time-as-event",
            policy: #"""
                measures: {looks: {count: time.passed, per: contact, in_last: ever}}
                rules:
                  a: {when: time.passed, if: 'contact.elapsed > duration("30m")', should: announce}
                  b: {when: [contact.started, time.passed], should: announce}
                """#,
            findings: #"""
                warning time-as-event 3:27 `measures.looks` counts `time.passed`, which comes whenever a program asks \#
                what is due, and at no certain time / for a time there is a clock: `measures: {call_length: {elapsed: \#
                contact.started}}`, and a rule with `when: {measure: call_length, reaches: 15m}`
                warning time-as-event 5:13 `rules.a` waits for `time.passed`, which comes whenever a program asks what is \#
                due, and at no certain time / for a time there is a clock: `measures: {call_length: {elapsed: \#
                contact.started}}`, and a rule with `when: {measure: call_length, reaches: 30m}`
                warning time-as-event 6:31 `rules.b` waits for `time.passed`, which comes whenever a program asks what is \#
                due, and at no certain time / for a time there is a clock: `measures: {call_length: {elapsed: \#
                contact.started}}`, and a rule with `when: {measure: call_length, reaches: 15m}`
                """#),
        CheckCase(
            "a clock is clean",
            codes: "time-as-event",
            policy: #"""
                measures: {call_length: {elapsed: contact.started}}
                rules: {a: {when: {measure: call_length, reaches: 30m}, should: announce}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

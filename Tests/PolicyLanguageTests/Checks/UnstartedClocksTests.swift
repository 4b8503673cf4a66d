import Testing

/// Clocks that may not have started.
@Suite struct UnstartedClocksTests {
    static let cases = [
        CheckCase(
            "a condition that asks whether a clock is short is told where it may not have started",
            codes: "unstarted-clock",
            policy: #"""
                conduct: [insult]
                measures:
                  a: {elapsed: contact.ended, per: customer}
                  b: {elapsed: conduct.insult}
                rules:
                  r: {when: contact.started, if: 'a < duration("15m")', should: say}
                  s: {when: contact.started, should: {hold: {if: 'contact.new_matter || b <= duration("48h")'}}}
                """#,
            findings: #"""
                warning unstarted-clock 8:34 `a` is 0 before its first event, and so `a < duration("15m")` holds from the \#
                beginning / count what came of late: `measures: {a_lately: {count: contact.ended, per: customer, in_last: \#
                15m}}` and `a_lately > 0`
                warning unstarted-clock 9:50 `b` is 0 before its first event, and so `b <= duration("48h")` holds from the \#
                beginning / count what came of late: `measures: {b_lately: {count: conduct.insult, per: contact, in_last: \#
                2d}}` and `b_lately > 0`
                """#),
        CheckCase(
            "a long clock, one that runs from the start, and one whose events are counted beside it are clean",
            codes: "unstarted-clock",
            policy: #"""
                measures:
                  a: {elapsed: contact.ended, per: customer}
                  ends: {count: contact.ended, per: customer, in_last: ever}
                  talk: {elapsed: contact.started}
                rules:
                  r: {when: contact.started, if: 'a > duration("15m")', should: say}
                  s: {when: contact.ended, if: 'talk < duration("15m")', should: {answer: {within: 1d}}}
                  t: {when: contact.started, if: 'ends > 0 && a < duration("15m")', should: hold}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) { #expect(one.found == one.findings) }
}

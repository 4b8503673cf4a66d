import Testing

/// Duties that come again each time they were done.
@Suite struct OwedAgainTests {
    static let cases = [
        CheckCase(
            "what follows its own deed without asking which one it was is told",
            codes: "owed-again",
            policy: #"""
                conduct: [threat]
                rules:
                  a: {when: conduct.threat, should: {notify: {who: supervisor}}}
                  b: {when: {duty: notify, becomes: fulfilled}, should: {notify: {who: director}}}
                  c: {when: action.done, if: 'event.action == "announce" && event.by == "agent"', should: announce}
                """#,
            findings: #"""
                warning owed-again 6:58 `rules.b` asks for `notify` again each time `notify` was done / say which deed is \#
                meant: `when: action.done` and `if: 'event.action == "notify" && has(event.to) && event.to == \#
                "supervisor"'`
                warning owed-again 7:91 `rules.c` asks for `announce` again each time `announce` was done / ask for another \#
                action; what is to be done again until it took effect is `confirm: {every: 10m, until: supervisor.joined}` \#
                in the act, with the event that says so
                """#),
        CheckCase(
            "another action, one deed among others, what was missed and an act with a condition of its own are clean",
            codes: "owed-again",
            policy: #"""
                measures: {notes: {count: action.done, if: 'event.action == "notify"', per: contact, in_last: ever}}
                rules:
                  a: {when: {duty: notify, becomes: fulfilled}, should: announce}
                  b: {when: {duty: notify, becomes: fulfilled}, if: 'notes < 2', should: {notify: {who: director}}}
                  c: {when: {duty: notify, becomes: missed}, should: {notify: {who: director, if: 'notes < 2'}}}
                  d: {when: action.done, if: 'event.action == "notify" && has(event.to) && event.to == "x"', should: \#
                {notify: {who: director}}}
                  e: {when: {duty: notify, becomes: fulfilled}, may: {notify: {who: director}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

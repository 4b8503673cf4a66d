import Testing

/// Rules that follow a deed whoever did it.
@Suite struct AuthorityOfDeedsTests {
    static let cases = [
        CheckCase(
            "a rule that follows a deed kept to some roles asks who did it",
            codes: "by-anybody",
            policy: #"""
                actions: {lift: {by: manager}, consult: {by: [supervisor, manager]}}
                rules:
                  r: {when: action.done, if: 'event.action == "lift"', should: warn}
                  s: {when: action.done, if: 'event.action == "consult" && has(event.norm)', should: announce}
                """#,
            findings: #"""
                warning by-anybody 5:30 `rules.r` follows `lift` whoever did it, also who may not / ask who did it: `… && \#
                event.by == "manager"`
                warning by-anybody 6:30 `rules.s` follows `consult` whoever did it, also who may not / ask who did it: `… && \#
                event.by in ["supervisor", "manager"]`
                """#),
        CheckCase(
            "one that asks, one that follows what agents do, and one that follows other events are clean",
            codes: "by-anybody",
            policy: #"""
                actions: {lift: {by: manager}, log: {by: [agent, manager]}}
                rules:
                  r: {when: action.done, if: 'event.action == "lift" && event.by == "manager"', should: warn}
                  s: {when: action.done, if: 'event.action == "log"', should: announce}
                  t: {when: {duty: warn, becomes: fulfilled}, should: {lift: {within: 5m}}}
                  u: {when: action.done, if: 'event.action == "warn"', should: hold}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

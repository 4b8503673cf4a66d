import Testing

/// Deadlines of duties.
@Suite struct DeadlinesTests {
    static let cases = [
        CheckCase(
            "a must without a deadline is told, also where it follows a miss",
            codes: "must-without-deadline",
            policy: #"""
                rules:
                  a: {when: contact.started, must: [warn, {hold: {within: 5m, if_missed: say}}]}
                """#,
            findings: #"""
                warning must-without-deadline 4:37 `warn` must be done, but nothing says by when, so nobody \#
                hears when it is not / write `warn: {within: 30s}` with the time it may take, or `within: \#
                unstated` if the source gives none: nobody is told then when it is not done
                warning must-without-deadline 4:74 `say` must be done, but nothing says by when, so nobody \#
                hears when it is not / write `say: {within: 30s}` with the time it may take, or `within: \#
                unstated` if the source gives none: nobody is told then when it is not done
                """#),
        CheckCase(
            "a deadline whose miss nobody hears is told",
            codes: "unheard-miss",
            policy: #"""
                roles: [agent, boss]
                rules: {a: {when: contact.started, must: {hold: {within: 5m}}}}
                """#,
            findings: #"""
                warning unheard-miss 4:43 nobody hears when `hold` is missed / add `if_missed: {notify: {who: \#
                boss, within: 5m}}`, or a rule with `when: {duty: hold, becomes: missed}`
                """#),
        CheckCase(
            "duties that stand all the while, advice and times that are unstated on purpose are clean",
            codes: "must-without-deadline unheard-miss",
            policy: #"""
                statuses: {s: {about: contact, while_active: {must: hold}}}
                rules:
                  a: {when: contact.started, begin: s, should: announce}
                  b: {when: contact.started, must: {warn: {within: unstated}, say: {within: 5m, if_missed: \#
                {notify: {within: 5m}}}}}
                  c: {when: contact.started, must: {transfer: {within: 5m}}}
                  d: {when: {duty: transfer, becomes: missed}, should: notify}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

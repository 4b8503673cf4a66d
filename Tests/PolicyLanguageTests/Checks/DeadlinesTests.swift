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
            "a person who has no time at all is told, once; a system has it",
            codes: "missed-at-once unheard-miss",
            policy: #"""
                rules:
                  a: {when: contact.started, must: {hold: {within: 0s}}, should: {warn: {within: 0s}}}
                  b: {when: contact.started, must: {route_to: {within: 0s, if_missed: {notify: {who: manager, within: 1ms}}}}}
                """#,
            findings: #"""
                warning missed-at-once 4:52 `hold` is missed in the instant in which it is owed: nobody does it in no \#
                time / write the time it may take, such as `within: 30s`, or `within: unstated` if the source gives none
                """#),
        CheckCase(
            "duties that stand all the while, advice and times that are unstated on purpose are clean",
            codes: "must-without-deadline unheard-miss missed-at-once",
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

    @Test func `who hears of a miss is a role of the policy, or is declared with it`() {
        func help(_ roles: String) -> String {
            CheckCase(
                "", codes: "unheard-miss",
                policy: "roles: [\(roles)]\nrules: {a: {when: contact.started, must: {warn: {within: 5m}}}}\n"
            ).found
        }
        #expect(help("agent, supervisor").contains("who: supervisor,"))
        #expect(help("agent").contains("who: manager, within: 5m}}` with `roles: [agent, manager]`"))
    }

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

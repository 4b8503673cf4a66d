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
                hears when it is not / write `{warn: {within: 30s}}` with the time it may take, or `within: \#
                unstated` if the source gives none: nobody is told then when it is not done
                warning must-without-deadline 4:74 `say` must be done, but nothing says by when, so nobody \#
                hears when it is not / write `if_missed: {say: {within: 30s}}` with the time it may take, or \#
                `within: unstated` if the source gives none: nobody is told then when it is not done
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
                boss, within: 5m}}`, or a rule with `when: {duty: hold, becomes: missed}`; if your source names nobody, \#
                write `# holdline: allow unheard-miss because …` on the line above
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
        #expect(help("agent, boss, system").contains("who: boss,"))
    }

    @Test func `who hears of a missed notice is neither who owes it nor who is notified`() {
        func help(_ notice: String, _ roles: String = "agent, system, legal, supervisor, manager") -> String {
            CheckCase(
                "", codes: "unheard-miss",
                policy:
                    "roles: [\(roles)]\nrules: {a: {when: contact.started, must: {notify: {\(notice), within: 1d}}}}\n"
            ).found
        }
        #expect(help("who: legal").contains("add `if_missed: {notify: {who: manager, within: 5m}}`, or"))
        #expect(help("who: manager, by: agent").contains("who: supervisor,"))
        #expect(help("who: manager, by: supervisor").contains("who: legal,"))
        #expect(
            help("who: manager, by: agent", "agent, system, manager").contains(
                "tell somebody else: add `if_missed: {notify: {who: supervisor, within: 5m}}` with "
                    + "`roles: [agent, system, manager, supervisor]`"))
        #expect(
            help("who: manager, by: [supervisor, director]", "supervisor, director, manager").contains(
                "a `notify` to somebody else, or"))
    }

    @Test func `the help for a must without a deadline shows it whole`() {
        func help(_ must: String) -> String {
            CheckCase(
                "", codes: "must-without-deadline", policy: "rules: {a: {when: contact.started, \(must)}}\n"
            ).found
        }
        #expect(help("must: hold").contains("write `must: {hold: {within: 30s}}`"))
        #expect(help("must: {notify: {who: manager}}").contains("as in `must: {notify: {…, within: 30s}}`"))
        #expect(help("must: [hold, warn]").contains("write `{warn: {within: 30s}}`"))
        #expect(help("should: {hold: {within: 1m, if_missed: warn}}").contains("`if_missed: {warn: {within: 30s}}`"))
    }

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

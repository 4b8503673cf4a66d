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
            "agents among the roles change nothing, and what the deed has to carry is asked for as well",
            codes: "by-anybody",
            policy: #"""
                roles: [agent, manager, supervisor]
                actions: {log: {by: [agent, manager]}, check: {by: agent, must_say: [name], fields: [tag, result]}}
                rules:
                  s: {when: action.done, if: 'event.action == "log"', should: announce}
                  t: {when: action.done, if: 'event.action == "check"', should: announce}
                """#,
            findings: #"""
                warning by-anybody 6:30 `rules.s` follows `log` whoever did it, also who may not / ask who did it: `… && \#
                event.by in ["agent", "manager"]`
                warning by-anybody 7:30 `rules.t` follows `check` whoever did it, also who may not / ask who did it, and \#
                for what it has to carry: `… && event.by == "agent" && has(event.said) && "name" in event.said && \#
                has(event.fields) && has(event.fields.tag) && has(event.fields.result)`
                """#),
        CheckCase(
            "a status about a customer that somebody decides on says whose decision it is",
            codes: "by-anybody",
            policy: #"""
                conduct: [threat]
                statuses:
                  asked: {about: customer, while_active: {must_not: hold}}
                  elsewhere: {about: customer, while_active: {must_not: hold}}
                  begun: {about: customer, while_active: {must_not: hold}}
                  empty: {about: customer}
                  now: {about: contact, while_active: {must_not: hold}}
                rules:
                  a: {when: conduct.threat, must: {decide: {status: asked, by: director}}, begin: begun}
                  b: {when: conduct.threat, must: [{decide: {status: empty}}, {decide: {status: now}}]}
                """#,
            findings: #"""
                warning by-anybody 5:3 `asked` begins by whoever decides on it, also an agent, for `actions` does not say who \#
                may / say whose decision it is: `actions: {decide: {by: [director]}}`
                warning by-anybody 6:3 `elsewhere` begins by whoever decides on it, also an agent, for `actions` does not say \#
                who may / say whose decision it is: `actions: {decide: {by: [manager]}}`
                """#),
        CheckCase(
            "where the policy says who decides it is clean",
            codes: "by-anybody",
            policy: #"""
                conduct: [threat]
                actions: {decide: {by: [manager]}}
                statuses: {asked: {about: customer, while_active: {must_not: hold}}}
                rules: {a: {when: conduct.threat, must: {decide: {status: asked}}}}
                """#),
        CheckCase(
            "measures are asked the same, and for what the deed has to carry also where everybody may do it",
            codes: "by-anybody",
            policy: #"""
                roles: [agent, manager, supervisor]
                actions: {lift: {by: [agent, manager]}, greet: {must_say: [name]}}
                measures:
                  lifted: {count: action.done, if: 'event.action == "lift"', per: contact}
                  since: {elapsed: action.done, if: 'event.action == "lift"', per: contact}
                  greeted: {count: action.done, if: 'event.action == "greet"', per: contact}
                rules:
                  a: {when: contact.ended, if: 'lifted + greeted > 1 && since > duration("1h")', should: announce}
                """#,
            findings: #"""
                warning by-anybody 6:36 `measures.lifted` counts `lift` whoever did it, also who may not / ask who did it: \#
                `… && event.by in ["agent", "manager"]`
                warning by-anybody 7:37 `measures.since` runs from `lift` whoever did it, also who may not / ask who did \#
                it: `… && event.by in ["agent", "manager"]`
                warning by-anybody 8:37 `measures.greeted` counts `greet` also where it lacks what it has to carry / ask \#
                for that: `… && has(event.said) && "name" in event.said`
                """#),
        CheckCase(
            "where the policy names no roles, what agents may do is asked only for what it has to carry, and in measures",
            codes: "by-anybody",
            policy: #"""
                actions: {log: {by: [agent]}, greet: {by: [agent], must_say: [name]}}
                measures:
                  logged: {count: action.done, if: 'event.action == "log"', per: contact}
                  greeted: {count: action.done, if: 'event.action == "greet"', per: contact}
                rules:
                  a: {when: action.done, if: 'event.action == "greet" && logged + greeted > 1', should: announce}
                """#,
            findings: #"""
                warning by-anybody 6:37 `measures.greeted` counts `greet` also where it lacks what it has to carry / ask \#
                who did it, and for what it has to carry: `… && event.by == "agent" && has(event.said) && "name" in \#
                event.said`
                """#),
        CheckCase(
            "what asks as the help says is clean, and so is what everybody may do, or an act of the language's own",
            codes: "by-anybody unguarded-optional",
            policy: #"""
                roles: [agent, manager]
                actions:
                  lift: {by: manager}
                  log: {by: [agent, manager]}
                  check: {by: agent, must_say: [name], fields: [tag, result]}
                measures:
                  checked:
                    count: action.done
                    if: 'event.action == "check" && event.by == "agent" && has(event.said) && "name" in event.said && \#
                has(event.fields) && has(event.fields.tag) && has(event.fields.result)'
                    per: contact
                rules:
                  r: {when: action.done, if: 'event.action == "lift" && event.by == "manager"', should: warn}
                  s: {when: action.done, if: 'event.action == "log"', should: announce}
                  t: {when: {duty: warn, becomes: fulfilled}, if: 'checked > 1', should: {lift: {within: 5m}}}
                  u: {when: action.done, if: 'event.action == "warn"', should: hold}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

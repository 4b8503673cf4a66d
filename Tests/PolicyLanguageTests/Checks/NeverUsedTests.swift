import Testing

/// What is declared and never used.
@Suite struct NeverUsedTests {
    static let cases = [
        CheckCase(
            "names that nothing uses are told with what would use them",
            codes: "never-used",
            policy: #"""
                roles: [agent, coach]
                conduct: [rude]
                groups: {abuse: [rude]}
                settings: {limit: 5m, most: 3}
                facts: {stale: {type: bool}}
                events: {survey.answered: {score: int}}
                actions: {bow: {by: [agent]}}
                scripts: {hello: {en: Hello.}}
                measures: {n: {count: contact.ended, in_last: ever}, t: {elapsed: contact.started}}
                rules: {r: {when: conduct.rude, should: say}}
                """#,
            findings: #"""
                warning never-used 3:16 nothing uses the role `coach` / name it with `by: coach`, or take it out
                warning never-used 5:10 nothing uses the group `abuse` / name it with `when: conduct.abuse`, or \#
                take it out
                warning never-used 6:12 nothing uses the setting `limit` / write its name in place of a number \#
                or a time, or take it out
                warning never-used 6:23 nothing uses the setting `most` / write its name in place of a number or \#
                a time, or take it out
                warning never-used 7:9 nothing uses the fact `stale` / read it with `fact("stale")` in a \#
                condition, or take it out
                warning never-used 8:10 nothing uses the event type `survey.answered` / name it with `when: \#
                survey.answered`, or take it out
                warning never-used 9:11 nothing uses the action `bow` / ask for it with `must: bow`, or take it \#
                out
                warning never-used 10:11 nothing uses the script `hello` / name it with `script: hello` in an \#
                act, or take it out
                warning never-used 11:12 nothing uses the measure `n` / set a rule off with `when: {measure: n, \#
                reaches: 3}`, or take it out
                warning never-used 11:54 nothing uses the measure `t` / set a rule off with `when: {measure: t, \#
                reaches: 15m}`, or take it out
                """#),
        CheckCase(
            "a class that nothing speaks of and a status that nothing begins are told",
            codes: "unspoken-conduct never-begun",
            policy: #"""
                conduct: [rude, insult, threat]
                groups: {abuse: [insult]}
                statuses: {s: {about: contact, while_active: {must_not: hold}}}
                rules: {r: {when: conduct.rude, should: say}}
                """#,
            findings: #"""
                warning unspoken-conduct 3:17 nothing happens when `insult` is observed / name `conduct.insult` \#
                in the `when` of a rule or a ladder, or put it into a group that is named there; meant so? \#
                write `# holdline: allow unspoken-conduct because …` on the line above
                warning unspoken-conduct 3:25 nothing happens when `threat` is observed / name `conduct.threat` \#
                in the `when` of a rule or a ladder, or put it into a group that is named there; meant so? \#
                write `# holdline: allow unspoken-conduct because …` on the line above
                warning never-begun 5:12 nothing in the policy begins the status `s` / add `begin: s` to a \#
                rule, or ask for a decision with `must: {decide: {status: s}}`; what somebody only \#
                notes is easier as a fact, `facts: {s: {type: bool}}`; if it is decided elsewhere, `# holdline: allow never-begun because …`
                """#),
        CheckCase(
            "what triggers, conditions, acts and guarantees name is used",
            codes: "never-used unspoken-conduct never-begun",
            policy: #"""
                roles: [agent, coach, manager]
                conduct: [rude, insult, threat, loud]
                groups: {abuse: [rude]}
                settings: {limit: 5m, most: 3, wait: 7m}
                facts: {stale: {type: bool}}
                events: {survey.answered: {score: int}}
                actions: {bow: {by: [coach]}, kneel: {closed: true}, nod: {}}
                scripts: {hello: {en: Hello.}}
                measures: {n: {count: [contact.ended, survey.answered], in_last: ever}, t: {elapsed: contact.started}}
                statuses: {s: {about: contact}, u: {about: customer, decided_by: {each: [manager]}}, v: {about: \#
                customer}}
                rules:
                  r: {when: conduct.abuse, if: 'fact("stale") && t > limit', should: [{bow: {script: hello, \#
                within: wait}}]}
                  m: {when: {measure: n, reaches: most}, begin: s, should: {decide: {status: v}}}
                  o: {when: action.done, if: 'event.action == "nod" && contact.conduct("insult") > 0', should: say}
                guarantees: {g: {never: {conduct: loud}, before: {done: warn}, unless: {conduct: threat}}}
                """#),
        CheckCase(
            "a policy of words alone uses nothing yet",
            codes: "never-used unspoken-conduct never-begun",
            policy: #"""
                conduct: [rude]
                scripts: {hello: {en: Hello.}}
                facts: {stale: {type: bool}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

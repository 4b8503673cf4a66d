import Testing

/// Rules that set themselves off again.
@Suite struct SelfFeedingTests {
    static let cases = [
        CheckCase(
            "a missed duty that is issued again when it is missed never ends",
            codes: "self-feeding",
            policy: #"""
                rules:
                  a: {when: contact.started, must: {notify: {who: manager, within: 5m}}}
                  b: {when: {duty: notify, becomes: missed}, must: {notify: {who: director, within: 5m}}}
                """#,
            findings: #"""
                error self-feeding 5:3 `rules.b` sets itself off again without end: `rules.b` -> duty `notify` \#
                becomes missed -> `rules.b` / write what follows as `if_missed:` of `notify`, which does not \#
                come round again
                """#),
        CheckCase(
            "the way goes through several rules and through what follows a miss",
            codes: "self-feeding",
            policy: #"""
                rules:
                  a: {when: {duty: say, becomes: missed}, must: {hold: {within: 5m, if_missed: {warn: {within: 5m}}}}}
                  b: {when: {duty: warn, becomes: missed}, must: {say: {within: 5m}}}
                """#,
            findings: #"""
                error self-feeding 4:3 `rules.a` sets itself off again without end: `rules.a` -> duty `warn` \#
                becomes missed -> `rules.b` -> duty `say` becomes missed -> `rules.a` / write what follows as \#
                `if_missed:` of `warn`, which does not come round again
                """#),
        CheckCase(
            "two statuses that begin each other when they end never end",
            codes: "self-feeding",
            policy: #"""
                statuses: {s: {about: contact}, t: {about: contact, until: 5m}}
                rules:
                  a: {when: {status: s, becomes: ended}, begin: t}
                  b: {when: {status: t, becomes: ended}, begin: {s: {until: 1m}}}
                """#,
            findings: #"""
                error self-feeding 5:3 `rules.a` sets itself off again without end: `rules.a` -> status `t` \#
                becomes ended -> `rules.b` -> status `s` becomes ended -> `rules.a` / set one of the rules off \#
                by an event, such as `when: contact.started`
                """#),
        CheckCase(
            "a status that ends and begins within a step feeds itself",
            codes: "self-feeding",
            policy: #"""
                statuses: {s: {about: contact}}
                rules:
                  a: {when: {status: s, becomes: active}, end: s}
                  b: {when: {status: s, becomes: ended}, begin: s}
                """#,
            findings: #"""
                error self-feeding 5:3 `rules.a` sets itself off again without end: `rules.a` -> status `s` \#
                becomes ended -> `rules.b` -> status `s` becomes active -> `rules.a` / set one of the rules off \#
                by an event, such as `when: contact.started`
                """#),
        CheckCase(
            "a duty that is superseded as soon as it is issued feeds the rule that waits for it",
            codes: "self-feeding",
            policy: #"""
                rules:
                  a: {when: {duty: hold, becomes: superseded}, should: hold}
                  b: {when: contact.started, must_not: hold}
                """#,
            findings: #"""
                error self-feeding 4:3 `rules.a` sets itself off again without end: `rules.a` -> duty `hold` \#
                becomes superseded -> `rules.a` / let the rule demand something else than `hold`, or set it off \#
                by an event
                """#),
        CheckCase(
            "a status that begins again after its time because a duty was missed feeds itself",
            codes: "self-feeding",
            policy: #"""
                statuses: {s: {about: contact}}
                rules:
                  a: {when: {status: s, becomes: active}, must: {hold: {within: 5m}}}
                  b: {when: {duty: hold, becomes: missed}, begin: {s: {until: 1m}}}
                """#,
            findings: #"""
                error self-feeding 5:3 `rules.a` sets itself off again without end: `rules.a` -> duty `hold` \#
                becomes missed -> `rules.b` -> status `s` becomes active -> `rules.a` / write what follows as \#
                `if_missed:` of `hold`, which does not come round again
                """#),
        CheckCase(
            "a status that is already active does not begin again",
            codes: "self-feeding",
            policy: #"""
                statuses: {s: {about: contact, until: 10m, while_active: {must: {hold: {within: 5m}}}}, t: {about: \#
                contact}}
                rules:
                  a: {when: {duty: hold, becomes: missed}, begin: s}
                  b: {when: {status: t, becomes: active}, begin: t}
                  c: {when: {status: t, becomes: ended}, end: t}
                """#),
        CheckCase(
            "deeds, refusals, measures and ladders wait for events and feed nothing",
            codes: "self-feeding",
            policy: #"""
                conduct: [rude]
                measures: {n: {count: action.done, per: contact, in_last: ever}}
                ladders: {l: {when: conduct.rude, steps: [{must: {warn: {within: 5m}}}]}}
                rules:
                  a: {when: {duty: hold, becomes: fulfilled}, must: {hold: {within: 5m}}}
                  b: {when: {duty: say, becomes: declined}, must: {say: {within: 5m}}}
                  c: {when: {measure: n, reaches: 2}, must: {announce: {within: 5m}}}
                  d: {when: {ladder: l, reaches: 1}, must: {warn: {within: 5m}}}
                  e: {when: {duty: warn, becomes: missed}, must: {notify: {within: 5m}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

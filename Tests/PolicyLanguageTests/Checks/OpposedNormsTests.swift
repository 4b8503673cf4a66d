import Testing

/// What must be done and must not.
@Suite struct OpposedNormsTests {
    static let cases = [
        CheckCase(
            "must against must_not without an override is an error",
            codes: "opposed-norms",
            policy: #"""
                statuses: {protected: {about: contact, while_active: {must_not: [end_contact, hold]}}}
                rules:
                  a: {when: contact.started, begin: protected}
                  b: {when: contact.started, must: {hold: {within: 5m}}}
                """#,
            findings: #"""
                error opposed-norms 6:37 `rules.b` demands `hold`, and `statuses.protected.1` rules it out / \#
                the `must_not` stands until the status ends: add `overrides: [statuses.protected]` to \#
                `rules.b`, `overrides: [rules.b]` to `statuses.protected`, or `unless: 'status("protected")'` \#
                to `hold` in `rules.b`
                """#),
        CheckCase(
            "one rule cannot demand and rule out",
            codes: "opposed-norms",
            policy: #"""
                rules: {a: {when: contact.started, must: {hold: {within: 5m}}, must_not: hold}}
                """#,
            findings: #"""
                error opposed-norms 3:43 `rules.a` both demands `hold` and rules it out / the `must_not` stands \#
                until the contact ends: keep one of the two, or give them `if` and `unless` that exclude each \#
                other
                """#),
        CheckCase(
            "what is owed when something is missed is owed as well",
            codes: "opposed-norms",
            policy: #"""
                rules:
                  a: {when: contact.started, must: {say: {within: 5m, if_missed: {hold: {within: 5m}}}}}
                  b: {when: contact.started, must_not: hold}
                """#,
            findings: #"""
                error opposed-norms 4:67 `rules.a` demands `hold`, and `rules.b` rules it out / the `must_not` \#
                stands until the contact ends: add `overrides: [rules.b]` to `rules.a`, `overrides: [rules.a]` \#
                to `rules.b`, or an `unless` to `hold` in `rules.a`
                """#),
        CheckCase(
            "a step of a ladder meets the prohibitions of its own and of earlier steps only",
            codes: "opposed-norms",
            policy: #"""
                conduct: [rude]
                ladders:
                  l:
                    when: conduct.rude
                    steps:
                      - must: {warn: {within: 5m}}
                      - must_not: [warn, hold]
                      - must: {hold: {within: 5m}}
                """#,
            findings: #"""
                error opposed-norms 10:16 `ladders.l` both demands `hold` and rules it out / the `must_not` \#
                stands until the ladder comes down: keep one of the two, or give them `if` and `unless` that \#
                exclude each other
                """#),
        CheckCase(
            "an override in either direction settles it",
            codes: "opposed-norms",
            policy: #"""
                statuses: {p: {about: contact, while_active: {must_not: hold}}}
                rules:
                  a: {when: contact.started, begin: p}
                  b: {when: contact.started, must: {hold: {within: 5m}}, overrides: statuses.p}
                  c: {when: contact.started, must: {say: {within: 5m}}}
                  d: {when: contact.started, must_not: say, overrides: rules.c}
                """#),
        CheckCase(
            "conditions that exclude each other keep two norms apart",
            codes: "opposed-norms",
            policy: #"""
                statuses: {p: {about: contact, while_active: {must_not: [hold, say, warn]}}}
                facts: {f: {type: bool}}
                measures: {n: {count: contact.started, per: contact}}
                rules:
                  a: {when: contact.started, begin: p}
                  b: {when: contact.started, must: {hold: {within: 5m, unless: "status('p')"}}}
                  c: {when: contact.started, if: '!status( "p" ) && fact("f")', must: {say: {within: 5m}}}
                  d: {when: contact.started, unless: 'fact("f") || status("p")', must: {warn: {within: 5m}}}
                  e: {when: contact.started, if: 'n > 2', must: {announce: {within: 5m}}}
                  g: {when: contact.ended, must_not: {announce: {if: 'n <= 2'}}}
                  h: {when: contact.started, channels: [phone], must: {transfer: {within: 5m}}}
                  i: {when: contact.started, channels: [chat], must_not: transfer}
                  j: {when: contact.started, if: 'contact.channel == "phone"', must: {redirect: {within: 5m}}}
                  k: {when: contact.started, unless: 'contact.channel != "chat"', must_not: redirect}
                """#),
        CheckCase(
            "conditions that do not exclude each other do not",
            codes: "opposed-norms",
            policy: #"""
                facts: {f: {type: bool}, g: {type: bool}}
                measures: {n: {count: contact.started, per: contact}}
                rules:
                  a: {when: fact.recorded, if: 'event.name == "f"', must: {hold: {within: 5m}}}
                  b: {when: fact.recorded, if: 'event.name == "g"', must_not: hold}
                  e: {when: contact.started, if: 'n > 2', must: {announce: {within: 5m}}}
                  g: {when: contact.ended, must_not: {announce: {if: 'n > 3'}}}
                """#,
            findings: #"""
                error opposed-norms 6:60 `rules.a` demands `hold`, and `rules.b` rules it out / the `must_not` \#
                stands until the contact ends: add `overrides: [rules.b]` to `rules.a`, `overrides: [rules.a]` \#
                to `rules.b`, or an `unless` to `hold` in `rules.a`
                error opposed-norms 8:50 `rules.e` demands `announce`, and `rules.g` rules it out / the \#
                `must_not` stands until the contact ends: add `overrides: [rules.g]` to `rules.e`, `overrides: \#
                [rules.e]` to `rules.g`, or an `unless` to `announce` in `rules.e`
                """#),
        CheckCase(
            "other roles, other places, other homes and permissions are not opposed",
            codes: "opposed-norms",
            policy: #"""
                rules:
                  a: {when: contact.started, must: {notify: {who: manager, within: 5m}, hold: {by: [agent, \#
                supervisor], within: 5m}}}
                  b: {when: contact.started, must_not: {notify: {who: police}, hold: {by: agent}, say: {during: \#
                agent}, warn: {}}}
                  c: {when: contact.started, must: {say: {within: 5m}}, may: warn}
                """#),
        CheckCase(
            "two ends of one contact are the same end",
            codes: "opposed-norms",
            policy: #"""
                rules:
                  a: {when: contact.ended, if: 'event.by == "agent"', must: {hold: {within: 5m}}}
                  b: {when: contact.ended, if: 'event.by == "customer"', must_not: hold}
                """#),
        CheckCase(
            "advice that is always ruled out is told, other advice is not",
            codes: "beaten-advice",
            policy: #"""
                rules:
                  a: {when: contact.started, should: hold, must_not: hold}
                  b: {when: contact.started, should: say}
                  c: {when: [contact.started, contact.ended], must_not: say}
                  d: {when: contact.started, should: warn}
                  e: {when: contact.started, if: 'contact.channel == "phone"', must_not: warn}
                """#,
            findings: #"""
                warning beaten-advice 4:38 the advice `hold` never stands: `rules.a` rules it out whenever it is \#
                given / take one of the two out
                warning beaten-advice 5:38 the advice `say` never stands: `rules.c` rules it out whenever it is \#
                given / take one of the two out, or add `overrides: [rules.c]` to `rules.b`
                """#),
        CheckCase(
            "advice that is ruled out at times is clean",
            codes: "beaten-advice",
            policy: #"""
                statuses: {s: {about: contact, while_active: {must_not: hold}}}
                rules:
                  a: {when: contact.started, begin: s, should: hold}
                  b: {when: contact.ended, should: say}
                  c: {when: contact.started, must_not: say}
                  d: {when: contact.started, should: warn, must_not: {warn: {if: 'contact.channel == "phone"'}}}
                  e: {when: contact.started, should: announce, overrides: rules.f}
                  f: {when: contact.started, must_not: announce}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

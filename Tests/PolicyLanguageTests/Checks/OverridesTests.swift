import Testing

/// What overrides what.
@Suite struct OverridesTests {
    static let cases = [
        CheckCase(
            "sources that override each other in a circle are told once",
            codes: "override-cycle",
            policy: #"""
                statuses: {s: {about: contact, while_active: {must_not: hold}, overrides: ladders.l}}
                conduct: [rude]
                ladders: {l: {when: conduct.rude, steps: [{may: hold}], overrides: rules.b}}
                rules:
                  a: {when: contact.started, must_not: hold, overrides: [rules.b, rules.a]}
                  b: {when: contact.started, may: hold, overrides: [statuses.s]}
                  c: {when: contact.started, begin: s, may: hold, overrides: rules.a}
                """#,
            findings: #"""
                error override-cycle 5:68 these override each other in a circle: `rules.b` -> `statuses.s` -> \#
                `ladders.l` -> `rules.b` / take one of them out: of two opposed norms one is the stronger
                error override-cycle 7:67 `rules.a` overrides itself / take one of them out: of two opposed \#
                norms one is the stronger
                """#),
        CheckCase(
            "an override of what is not opposed is told",
            codes: "idle-override",
            policy: #"""
                rules:
                  a: {when: contact.started, may: [hold, say], overrides: [rules.b, rules.c]}
                  b: {when: contact.started, may: hold, must_not: warn}
                  c: {when: contact.started, must_not: say}
                """#,
            findings: #"""
                warning idle-override 4:60 `rules.a` and `rules.b` say nothing opposed of one act / take it out, \#
                or name what rules out an act that `rules.a` asks for or allows
                """#),
        CheckCase(
            "overrides that settle something are clean, in a row as well",
            codes: "override-cycle idle-override",
            policy: #"""
                rules:
                  a: {when: contact.started, may: hold, overrides: rules.b}
                  b: {when: contact.started, must_not: hold, overrides: [rules.c, rules.d]}
                  c: {when: contact.started, may: hold}
                  d: {when: contact.started, should: hold}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

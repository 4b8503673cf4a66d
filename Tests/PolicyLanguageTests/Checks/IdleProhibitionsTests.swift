import Testing

/// Prohibitions of what is closed already.
@Suite struct IdleProhibitionsTests {
    static let cases = [
        CheckCase(
            "a prohibition of a closed act that nothing allows is told where it is lifted, once",
            codes: "idle-prohibition",
            policy: #"""
                conduct: [insult]
                actions: {block: {closed: true}}
                measures: {insults: {count: conduct.insult, per: contact}}
                rules:
                  a: {when: conduct.insult, must_not: {end_contact: {unless: 'insults >= 2'}}}
                  b: {when: conduct.insult, must_not: [end_contact, {block: {until: 1h}}]}
                """#,
            findings: #"""
                warning idle-prohibition 7:40 `end_contact` is closed by itself and nothing in this policy allows it: \#
                where its condition lifts this `must_not`, it is forbidden all the same / write \#
                `may: {end_contact: {if: 'insults >= 2'}}` in its place, or say \#
                `actions: {end_contact: {closed: false}}` if it is open unless forbidden
                warning idle-prohibition 8:54 `block` is closed by `actions` and nothing in this policy allows it: \#
                once this `must_not` is over, it is forbidden all the same / give a `may: block` somewhere, or take \#
                `closed: true` out of `actions` if it is open unless forbidden
                """#),
        CheckCase(
            "one of an act that is open, or that something allows, is clean, and so is what the help says",
            codes: "idle-prohibition",
            policy: #"""
                conduct: [insult, threat]
                actions: {block: {closed: true}, drop: {closed: true}}
                rules:
                  a: {when: conduct.insult, must_not: [hold, block]}
                  b: {when: conduct.threat, may: block}
                """#),
        CheckCase(
            "an act that was opened may be forbidden",
            codes: "idle-prohibition",
            policy: #"""
                conduct: [insult]
                actions: {end_contact: {closed: false}}
                rules:
                  a: {when: conduct.insult, must_not: end_contact}
                """#),
        CheckCase(
            "a permission in place of the prohibition is clean",
            codes: "idle-prohibition",
            policy: #"""
                conduct: [insult]
                measures: {insults: {count: conduct.insult, per: contact}}
                rules:
                  a: {when: conduct.insult, may: {end_contact: {if: 'insults >= 2'}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

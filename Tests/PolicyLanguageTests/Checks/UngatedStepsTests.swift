import Testing

/// Ladders that climb to the end though nothing had to be done before.
@Suite struct UngatedStepsTests {
    static let cases = [
        CheckCase(
            "a step that only allows, before the end",
            codes: "ungated-step",
            policy: #"""
                conduct: [insult]
                ladders:
                  a: {when: conduct.insult, steps: [{may: warn}, {may: end_contact}]}
                  b: {when: conduct.insult, steps: [{may: say}, {should: warn}, {may: end_contact}]}
                """#,
            findings: #"""
                warning ungated-step 5:43 step 1 only allows `warn`, so `end_contact` comes next whether or not it was done \#
                / write `must` or `should` in place of `may`, for the ladder waits for what it asks for; with \#
                `{end_contact: {after: warn}}` in step 2 the ladder climbs all the same, and `warn` may come as late as that
                warning ungated-step 6:43 step 1 only allows `say`, so step 2 comes next whether or not it was done / \#
                write `must` or `should` in place of `may`, for the ladder waits for what it asks for
                """#),
        CheckCase(
            "a duty, an act that waits, or a step that gives nothing away",
            codes: "ungated-step",
            policy: #"""
                conduct: [insult]
                ladders:
                  a: {when: conduct.insult, steps: [{should: warn}, {may: end_contact}]}
                  b: {when: conduct.insult, steps: [{may: warn}, {may: {end_contact: {after: warn}}}]}
                  c: {when: conduct.insult, climbs: always, steps: [{may: warn}, {may: end_contact}]}
                  d: {when: conduct.insult, steps: [{may: warn}, {may: transfer}]}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

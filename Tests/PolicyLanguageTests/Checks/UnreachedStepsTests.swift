import Testing

/// Steps of ladders that nothing can bring about.
@Suite struct UnreachedStepsTests {
    static let cases = [
        CheckCase(
            "a ladder of a contact counts its beginning once",
            codes: "unreached-step",
            policy: #"""
                ladders:
                  l: {when: contact.started, steps: [{should: announce}, {should: warn}]}
                  m: {when: [contact.started, contact.ended], steps: [{should: announce}, {should: warn}, {should: hold}]}
                  t: {when: contact.ended, steps: [{times: 2, should: announce}]}
                """#,
            findings: #"""
                warning unreached-step 4:58 step 2 of `ladders.l` is never reached: what it counts happens once \#
                in a contact / add `per: customer` and `in_last: 365d` to the ladder, or take the step out
                warning unreached-step 5:91 step 3 of `ladders.m` is never reached: what it counts happens twice \#
                in a contact / add `per: customer` and `in_last: 365d` to the ladder, or take the step out
                warning unreached-step 6:36 step 1 of `ladders.t` is never reached: what it counts happens once \#
                in a contact / add `per: customer` and `in_last: 365d` to the ladder, or take the step out
                """#),
        CheckCase(
            "nothing comes after the end of the contact",
            codes: "unreached-step",
            policy: #"""
                conduct: [rude]
                ladders:
                  l: {when: conduct.rude, steps: [{should: warn}, {must: {end_contact: {within: 1m}}}, {should: hold}]}
                """#,
            findings: #"""
                warning unreached-step 5:88 step 3 of `ladders.l` is never reached: the step before it ends the \#
                contact / make `end_contact` the last step, or allow it with `may`
                """#),
        CheckCase(
            "a ladder that is always suspended goes nowhere",
            codes: "unreached-step",
            policy: #"""
                conduct: [rude]
                ladders:
                  l: {when: conduct.rude, suspended_while: 'true', steps: [{should: warn}]}
                """#,
            findings: #"""
                warning unreached-step 5:60 step 1 of `ladders.l` is never reached: the ladder is always \#
                suspended / mend `suspended_while`, or take it out
                """#),
        CheckCase(
            "ladders of customers, ends that are allowed, last or conditional, and ladders that climb always are clean",
            codes: "unreached-step",
            policy: #"""
                conduct: [rude]
                facts: {f: {type: bool, about: contact}}
                ladders:
                  a: {when: contact.started, per: customer, in_last: 30d, steps: [{should: announce}, {should: warn}]}
                  b: {when: conduct.rude, steps: [{should: warn}, {may: end_contact}, {should: hold}]}
                  c: {when: conduct.rude, steps: [{should: warn}, {should: end_contact}]}
                  d: {when: conduct.rude, climbs: always, steps: [{should: end_contact}, {should: hold}]}
                  e: {when: conduct.rude, steps: [{should: {end_contact: {if: 'fact("f")'}}}, {should: hold}]}
                  f: {when: conduct.rude, suspended_while: 'fact("f")', steps: [{should: warn}]}
                  g: {when: [contact.started, conduct.rude], steps: [{should: announce}, {should: warn}, {should: hold}]}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

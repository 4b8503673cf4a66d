import Testing

/// What a fact sets off that may be true or false.
@Suite struct EitherValueTests {
    static let cases = [
        CheckCase(
            "a rule, a count and a clock that ask for a fact by name alone are told",
            codes: "either-value",
            policy: #"""
                facts: {harm: {type: bool}}
                measures:
                  a: {elapsed: fact.recorded, if: 'event.name == "harm"'}
                  b: {count: fact.recorded, if: 'event.name == "harm"', in_last: ever}
                rules:
                  r: {when: fact.recorded, if: 'event.name == "harm"', should: say}
                  s: {when: [{measure: a, reaches: 1m}, {measure: b, reaches: 2}], should: say}
                """#,
            findings: #"""
                warning either-value 5:35 `a` begins again as well when `harm` is recorded as false / ask for its value: \#
                `event.name == "harm" && fact("harm")`
                warning either-value 6:33 `b` counts as well when `harm` is recorded as false / ask for its value: \#
                `event.name == "harm" && fact("harm")`
                warning either-value 8:32 `rules.r` is set off as well when `harm` is recorded as false / ask for its \#
                value: `event.name == "harm" && fact("harm")`
                """#),
        CheckCase(
            "facts of other types, values that are asked, in the act as well, and clocks that stand still are clean",
            codes: "either-value",
            policy: #"""
                facts: {harm: {type: bool}, who: {type: text}}
                measures: {a: {elapsed: fact.recorded, if: 'event.name == "harm"', runs_while: 'fact("harm")'}}
                rules:
                  r: {when: fact.recorded, if: 'event.name == "harm" && !fact("harm")', should: say}
                  s: {when: fact.recorded, if: 'event.name == "harm" && event.value == true', should: say}
                  t: {when: fact.recorded, if: 'event.name == "who"', should: say}
                  u: {when: fact.recorded, if: 'event.name == "harm"', should: {say: {if: 'fact("harm")'}}}
                  v: {when: [fact.recorded, contact.started], if: 'event.name == "harm"', should: say}
                  w: {when: {measure: a, reaches: 1m}, should: say}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) { #expect(one.found == one.findings) }
}

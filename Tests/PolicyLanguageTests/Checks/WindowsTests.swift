import Testing

/// Counts and ladders that never forget.
@Suite struct WindowsTests {
    static let cases = [
        CheckCase(
            "a count without a window and a ladder that nobody comes down are told",
            codes: "count-without-window never-forgets",
            policy: #"""
                conduct: [rude]
                measures: {n: {count: contact.ended, per: customer}, here: {count: conduct.rude}}
                ladders: {l: {when: conduct.rude, per: customer, steps: [{should: warn}]}}
                rules: {r: {when: contact.ended, if: 'n > here', should: say}}
                """#,
            findings: #"""
                warning count-without-window 4:12 `n` counts without `in_last`, so it never forgets / add \#
                `in_last: 365d` or another time, or `in_last: ever` if that is meant
                warning count-without-window 4:54 `here` counts without `in_last`, so it never forgets / add \#
                `in_last: 10m` or another time, or `in_last: ever` if that is meant
                warning never-forgets 5:11 nobody comes down the ladder `l` again: it is kept for the customer / \#
                add `in_last: 30d` or `cools: {after: 30d}`, or `in_last: ever` if that is meant
                """#),
        CheckCase(
            "windows and `ever` are clean",
            codes: "count-without-window never-forgets",
            policy: #"""
                conduct: [rude]
                measures: {n: {count: contact.ended, per: customer, in_last: ever}, t: {elapsed: contact.started}}
                ladders:
                  l: {when: conduct.rude, per: customer, in_last: 30d, steps: [{should: warn}]}
                  m: {when: conduct.rude, per: customer, cools: {after: 30d}, steps: [{should: warn}]}
                  c: {when: conduct.rude, steps: [{should: warn}]}
                rules: {r: {when: contact.ended, if: 'n > 2 && t > duration("5m")', should: say}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

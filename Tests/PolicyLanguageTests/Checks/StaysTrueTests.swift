import Testing

/// Rules that fire again on every later contact.
@Suite struct StaysTrueTests {
    static let cases = [
        CheckCase(
            "a condition of the customer that stays true is told with the trigger to use",
            codes: "stays-true",
            policy: #"""
                measures: {endings: {count: contact.ended, per: customer, in_last: 365d}}
                rules:
                  a: {when: contact.ended, if: 'endings >= 3 && contact.channel == "phone"', must: {report: \#
                {within: unstated}}}
                  b: {when: contact.started, if: 'endings > 3', should: {notify: {who: manager}}}
                """#,
            findings: #"""
                warning stays-true 5:32 `rules.a` fires again on every later contact while `endings` stays as \#
                high / use `when: {measure: endings, reaches: 3}`, which happens once; meant so? write `# \#
                holdline: allow stays-true because …` on the line above
                warning stays-true 6:34 `rules.b` fires again on every later contact while `endings` stays as \#
                high / use `when: {measure: endings, reaches: 4}`, which happens once; meant so? write `# \#
                holdline: allow stays-true because …` on the line above
                """#),
        CheckCase(
            "what is looked at once, or is owed each time, is clean",
            codes: "stays-true",
            policy: #"""
                measures: {endings: {count: contact.ended, per: customer, in_last: 365d}, here: {count: \#
                contact.ended, in_last: ever}}
                rules:
                  a: {when: {measure: endings, reaches: 3}, must: {report: {within: unstated}}}
                  b: {when: contact.started, if: 'endings > 3', should: say}
                  c: {when: contact.ended, if: 'event.by == "agent" && endings >= 3', should: notify}
                  d: {when: contact.ended, if: 'endings == 3', should: notify}
                  e: {when: contact.ended, if: 'here >= 3', should: notify}
                  f: {when: contact.ended, if: 'endings >= 3', may: notify}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

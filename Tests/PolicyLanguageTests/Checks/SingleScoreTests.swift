import Testing

/// Acts that cannot be taken back.
@Suite struct SingleScoreTests {
    static let cases = [
        CheckCase(
            "one observation that a machine made must not be enough",
            codes: "single-score",
            policy: #"""
                conduct: [rude, threat]
                measures: {n: {count: conduct.threat, in_last: ever}}
                actions: {erase: {irreversible: true}}
                ladders:
                  l: {when: conduct.rude, steps: [{may: end_contact}]}
                  m: {when: conduct.rude, climbs: always, steps: [{should: say}, {may: end_contact}]}
                rules:
                  a: {when: conduct.threat, unless: 'fact("f")', may: end_contact}
                  b: {when: {measure: n, reaches: 1}, must: {erase: {within: unstated}}}
                  c: {when: {ladder: l, reaches: 1}, may: erase}
                facts: {f: {type: bool}}
                """#,
            findings: #"""
                warning single-score 7:41 a single observation by a machine can bring about `end_contact`, which \#
                cannot be taken back / add `if: 'event.source in ["agent", "supervisor"]'` to `ladders.l`, or ask for a \#
                second observation with `times: 2`
                warning single-score 10:55 a single observation by a machine can bring about `end_contact`, \#
                which cannot be taken back / add `if: 'event.source in ["agent", "supervisor"]'` to `rules.a`, or set it \#
                off with a measure that `reaches: 2`
                warning single-score 11:46 a single observation by a machine can bring about `erase`, which \#
                cannot be taken back / add `if: 'event.source in ["agent", "supervisor"]'` to the measure `n`, or write \#
                `reaches: 2`
                warning single-score 12:43 a single observation by a machine can bring about `erase`, which \#
                cannot be taken back / add `if: 'event.source in ["agent", "supervisor"]'` to `ladders.l`, or write `times: \#
                2` in its step
                """#),
        CheckCase(
            "a person, a surer source, a second observation or an act before it is enough",
            codes: "single-score",
            policy: #"""
                conduct: [rude, threat]
                measures:
                  n: {count: conduct.threat, in_last: ever, if: 'event.source != "classifier"'}
                  k: {count: conduct.threat, in_last: ever}
                facts: {f: {type: bool}}
                ladders: {l: {when: conduct.rude, steps: [{times: 2, may: end_contact}]}}
                rules:
                  a: {when: conduct.threat, if: 'event.confidence > 0.9', may: end_contact}
                  b: {when: {measure: n, reaches: 1}, may: end_contact}
                  c: {when: {measure: k, reaches: 2}, may: end_contact}
                  d: {when: conduct.threat, if: 'fact("f")', may: end_contact, should: warn}
                  e: {when: conduct.threat, may: {end_contact: {after: warn}, hold: {}}, must_not: end_contact}
                  g: {when: contact.started, may: end_contact}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

import Testing

/// Entries that repeat another one word for word.
@Suite struct SaysTheSameTests {
    static let cases = [
        CheckCase(
            "a rule, a ladder and a measure that repeat another one are told",
            codes: "says-the-same",
            policy: #"""
                conduct: [rude]
                rules:
                  a: {when: conduct.rude, should: warn, cites: Handbook 1}
                  b: {when: conduct.rude, should: warn}
                ladders:
                  l: {when: conduct.rude, steps: [{should: announce}]}
                  m: {when: conduct.rude, steps: [{should: announce}]}
                measures:
                  n: {count: conduct.rude, per: customer, in_last: 30d}
                  o: {count: conduct.rude, per: customer, in_last: 30d}
                """#,
            findings: #"""
                warning says-the-same 6:3 the rule `b` says the same as `a`, word for word / take one of the two \#
                out, or change what was meant to differ
                warning says-the-same 9:3 the ladder `m` says the same as `l`, word for word / take one of the \#
                two out, or change what was meant to differ
                warning says-the-same 12:3 the measure `o` says the same as `n`, word for word / take one of the \#
                two out, or change what was meant to differ
                """#),
        CheckCase(
            "an act that stands twice in one list is told; other arguments, and other steps, are something else",
            codes: "says-the-same",
            policy: #"""
                rules:
                  a: {when: contact.started, may: [hold, hold], should: hold}
                  b: {when: contact.started, should: [say, {say: {within: 5m}}, {notify: {who: agent}}, {notify: {who: manager}}]}
                ladders: {l: {when: utterance, steps: [{should: warn}, {should: warn}]}}
                """#,
            findings: #"""
                warning says-the-same 4:42 `hold` stands twice under `may` / take one of the two out, or change what was \#
                meant to differ; what is asked for the second time only is a step of a ladder
                """#),
        CheckCase(
            "what differs in a word is clean",
            codes: "says-the-same",
            policy: #"""
                conduct: [rude]
                rules:
                  a: {when: conduct.rude, should: warn}
                  b: {when: conduct.rude, should: announce}
                  c: {when: conduct.rude, channels: [phone], should: warn}
                measures:
                  n: {count: conduct.rude, per: customer, in_last: 30d}
                  o: {count: conduct.rude, per: customer, in_last: 60d}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

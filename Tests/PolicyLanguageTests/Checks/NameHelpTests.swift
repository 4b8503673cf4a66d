import Testing

/// What is said where one kind of name stands in the place of another.
@Suite struct NameHelpTests {
    @Test func `conduct without its prefix is told how it is written`() {
        let one = CheckCase(
            "conduct, and a group of it, where an event is wanted",
            codes: "unknown-name",
            policy: #"""
                conduct: [insult]
                groups: {abuse: [insult]}
                rules:
                  a: {when: insult, should: say}
                  b: {when: abuse, should: say}
                """#,
            findings: #"""
                error unknown-name 6:13 unknown event type `insult` / did you mean `conduct.insult`?
                error unknown-name 7:13 unknown event type `abuse` / did you mean `conduct.abuse`?
                """#)
        #expect(one.found == one.findings)
    }
}

import Testing

/// Reads of what an event may lack.
@Suite struct OptionalReadsTests {
    static let cases = [
        CheckCase(
            "a read that nothing makes sure of is told once for each condition",
            codes: "unguarded-optional",
            policy: #"""
                rules:
                  a: {when: contact.ended, if: 'event.reason == "abuse" || event.reason == "dropped"', should: say}
                  b: {when: contact.ended, unless: 'event.reason == "abuse"', should: say}
                """#,
            findings: #"""
                warning unguarded-optional 4:33 `event.reason` may be missing, and then this condition counts as \#
                false / write `has(event.reason) && …` before it
                warning unguarded-optional 5:37 `event.reason` may be missing, and then this condition counts as \#
                false / write `has(event.reason) && …` before it
                """#),
        CheckCase(
            "what a deed carries may be missing twice, and the help asks for both",
            codes: "unguarded-optional",
            policy: #"""
                rules:
                  a: {when: action.done, if: 'event.fields.tag == "x" || event.fields["other"] == "y"', should: say}
                  b: {when: action.done, if: 'has(event.fields) && event.fields.tag == "x"', should: say}
                """#,
            findings: #"""
                warning unguarded-optional 4:31 `event.fields.tag` may be missing, and then this condition counts as \#
                false / write `has(event.fields) && has(event.fields.tag) && …` before it
                warning unguarded-optional 4:58 `event.fields.other` may be missing, and then this condition counts as \#
                false / write `has(event.fields) && has(event.fields.other) && …` before it
                warning unguarded-optional 5:52 `event.fields.tag` may be missing, and then this condition counts as \#
                false / write `has(event.fields.tag) && …` before it
                """#),
        CheckCase(
            "a read behind both questions is clean",
            codes: "unguarded-optional",
            policy: #"""
                rules:
                  a:
                    when: action.done
                    if: 'has(event.fields) && has(event.fields.tag) && event.fields.tag == "x"'
                    should: say
                  b: {when: action.done, if: 'has(event.fields) && "tag" in event.fields && event.fields["tag"] == \#
                "x"', should: say}
                """#),
        CheckCase(
            "a read behind `has()` is clean, and so is what always is there",
            codes: "unguarded-optional",
            policy: #"""
                rules:
                  a: {when: contact.ended, if: 'has(event.reason) && event.reason == "abuse"', should: say}
                  b: {when: contact.ended, if: 'event.by == "agent" || !has(event.reason) || event.reason == \#
                "abuse"', should: say}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

import Testing

/// Braces without their other half.
@Suite struct OpenPlaceholdersTests {
    static let cases = [
        CheckCase(
            "a brace that opens or closes alone is told",
            codes: "open-placeholder",
            policy: #"""
                languages: [en, da]
                scripts: {s: {en: "Please stop {conduct now.", da: "Hold op med conduct}."}, t: {en: "Stop {{agent}}.", da: "Hej."}}
                rules: {r: {when: contact.started, should: {say: {script: [s, t]}}}}
                """#,
            findings: #"""
                warning open-placeholder 4:15 the script `s` has a `{` without its other half / write a \#
                placeholder in one pair of braces, such as `{conduct}`, or take the brace out
                warning open-placeholder 4:48 the script `s` has a `}` without its other half / write a \#
                placeholder in one pair of braces, such as `{conduct}`, or take the brace out
                warning open-placeholder 4:82 the script `t` has a `{` without its other half / write a \#
                placeholder in one pair of braces, such as `{conduct}`, or take the brace out
                """#),
        CheckCase(
            "pairs are clean",
            codes: "open-placeholder",
            policy: #"""
                languages: [en]
                scripts: {s: {en: "{agent} here for {customer}."}}
                rules: {r: {when: contact.started, should: {say: {script: s}}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

import Testing

/// Scripts and the languages of a policy.
@Suite struct ScriptTextsTests {
    static let cases = [
        CheckCase(
            "a script without a text in a declared language is told once, with the languages",
            codes: "missing-language",
            policy: #"""
                languages: [en, da, fi]
                scripts:
                  warning: {en: Please stop.}
                  goodbye: {en: Goodbye., da: Farvel., fi: Näkemiin.}
                rules:
                  r: {when: conduct.rude, should: {say: {script: [warning, goodbye]}}}
                conduct: [rude]
                """#,
            findings: #"""
                error missing-language 5:3 the script `warning` has no text in `da` or `fi` / add `da: …, fi: …` \#
                to it, or take the language out of `languages`
                """#),
        CheckCase(
            "words in a language that is not declared are told",
            codes: "undeclared-language",
            policy: #"""
                languages: [en, da]
                conduct: [rude: {en: this tone, da: den tone, sv: tonen}]
                scripts: {warning: {en: Stop., da: Stop., dq: Stop.}}
                wording: {avoid: {fi: [rauhoitu]}}
                rules: {r: {when: conduct.rude, should: {say: {script: warning}}}}
                """#,
            findings: #"""
                warning undeclared-language 4:47 the conduct `rude` has words in `sv`, which `languages` does \#
                not name / add `sv` to `languages`, or take the words out
                warning undeclared-language 5:43 the script `warning` has words in `dq`, which `languages` does \#
                not name / did you mean `da`?
                warning undeclared-language 6:19 `wording` has words in `fi`, which `languages` does not name / \#
                add `fi` to `languages`, or take the words out
                """#),
        CheckCase(
            "scripts in every language are clean, and so is a policy that declares none",
            codes: "missing-language undeclared-language",
            policy: #"""
                scripts: {warning: {en: Stop.}, goodbye: {da: Farvel.}}
                rules: {r: {when: contact.ended, should: {say: {script: [warning, goodbye]}}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

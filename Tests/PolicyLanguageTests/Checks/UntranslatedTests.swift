import Testing

/// Scripts with one text for two languages.
@Suite struct UntranslatedTests {
    static let cases = [
        CheckCase(
            "the same words in two languages are told",
            codes: "untranslated",
            policy: #"""
                languages: [en, da]
                scripts: {s: {en: "Please hold the line, I will be right back.", da: "please hold the line, I will be right back"}}
                rules: {r: {when: contact.started, should: {say: {script: s}}}}
                """#,
            findings: #"""
                warning untranslated 4:66 the script `s` says in `da` the same words as in `en` / translate the \#
                text after `da:`
                """#),
        CheckCase(
            "short words, other words, and two forms of one language are clean",
            codes: "untranslated",
            policy: #"""
                languages: [en, en-US, da]
                scripts:
                  s: {en: "Please hold the line.", en-US: "Please hold the line.", da: "Bliv venligst i røret."}
                  t: {en: "Hej {customer}!", en-US: "Hello!", da: "Hej {customer}!"}
                rules: {r: {when: contact.started, should: {say: {script: [s, t]}}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

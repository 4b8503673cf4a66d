import Testing

/// `{conduct}` and the words that stand for it.
@Suite struct ConductWordsTests {
    static let cases = [
        CheckCase(
            "a class without words for a script that says them is told",
            codes: "missing-words",
            policy: #"""
                languages: [en, da]
                conduct: [rude: {en: this tone}, insult, threat]
                groups: {abuse: [rude, insult]}
                scripts: {warning: {en: 'Stop {conduct}.', da: 'Stop {conduct}.'}}
                rules: {r: {when: conduct.abuse, should: {say: {script: warning}}}, t: {when: conduct.threat, may: \#
                end_contact}}
                """#,
            findings: #"""
                warning missing-words 4:11 `rude` has no words in `da` for `{conduct}` in the script `warning` / \#
                add `da: …` to its words
                warning missing-words 4:34 `insult` has no words in `en` or `da` for `{conduct}` in the script \#
                `warning` / write `insult: {en: …, da: …}` under `conduct`
                """#),
        CheckCase(
            "a script says nothing where no conduct sets its act off",
            codes: "unfilled-placeholder",
            policy: #"""
                languages: [en]
                conduct: [rude: {en: this tone}]
                scripts: {warning: {en: 'Stop {conduct}.'}}
                rules:
                  r: {when: contact.ended, should: {say: {script: warning}}}
                  m: {when: conduct.rude, must: {warn: {within: 5m, if_missed: {say: {within: 5m, script: warning}}}}}
                """#,
            findings: #"""
                warning unfilled-placeholder 7:51 `{conduct}` in the script `warning` stays as it is: no conduct \#
                sets off `rules.r` / use a script without `{conduct}` here
                warning unfilled-placeholder 8:91 `{conduct}` in the script `warning` stays as it is: a missed \#
                duty brings no conduct with it / use a script without `{conduct}` here
                """#),
        CheckCase(
            "a class with words in all languages is clean, and so is one that no such script speaks of",
            codes: "missing-words unfilled-placeholder",
            policy: #"""
                languages: [en, da]
                conduct: [rude: {en: this tone, da: den tone}, insult]
                scripts: {warning: {en: 'Stop {conduct}.', da: Stop det.}, goodbye: {en: Goodbye., da: Farvel.}}
                rules:
                  r: {when: conduct.rude, should: {say: {script: warning}}}
                  i: {when: [conduct.insult, conduct.rude], should: {announce: {script: goodbye}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

import Testing

/// Scripts and wording to avoid.
@Suite struct AvoidedWordsTests {
    static let cases = [
        CheckCase(
            "a script that says what is to be avoided in its language is told",
            codes: "avoided-wording",
            policy: #"""
                scripts:
                  warning: {en: 'Please, CALM   down; that’s not our policy!', da: Calm down.}
                wording: {avoid: {en: [calm down, that's not our policy, policy maker]}}
                rules: {r: {when: contact.ended, should: {say: {script: warning}}}}
                """#,
            findings: #"""
                warning avoided-wording 4:17 the script `warning` says `calm down` in `en`, which is wording to \#
                avoid / say it in other words, or take the phrase out of `wording`
                warning avoided-wording 4:17 the script `warning` says `that's not our policy` in `en`, which is \#
                wording to avoid / say it in other words, or take the phrase out of `wording`
                """#),
        CheckCase(
            "letters compare as they are read, however they are written, and a dash parts words",
            codes: "avoided-wording",
            policy: #"""
                scripts: {warning: {da: "SÅDAN er det–Bare; a\u030Aben"}}
                wording: {avoid: {da: [sådan er det, bare åben, det bare]}}
                rules: {r: {when: contact.ended, should: {say: {script: warning}}}}
                """#,
            findings: #"""
                warning avoided-wording 3:25 the script `warning` says `bare åben` in `da`, which is wording to \#
                avoid / say it in other words, or take the phrase out of `wording`
                warning avoided-wording 3:25 the script `warning` says `det bare` in `da`, which is wording to \#
                avoid / say it in other words, or take the phrase out of `wording`
                warning avoided-wording 3:25 the script `warning` says `sådan er det` in `da`, which is wording \#
                to avoid / say it in other words, or take the phrase out of `wording`
                """#),
        CheckCase(
            "only whole words are compared, each in its language",
            codes: "avoided-wording",
            policy: #"""
                scripts: {warning: {en: Becalm downstairs. Slap af., da: Calm down.}}
                wording: {avoid: {en: [calm down], da: [slap af]}}
                rules: {r: {when: contact.ended, should: {say: {script: warning}}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

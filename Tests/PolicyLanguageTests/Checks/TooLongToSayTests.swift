import Testing

/// Words that take longer than the time there is.
@Suite struct TooLongToSayTests {
    static let cases = [
        CheckCase(
            "a script that no tongue can say in time is told",
            codes: "too-long-to-say",
            policy: #"""
                languages: [en]
                scripts:
                  s: {en: "I want to help you, and I can only do that if we speak calmly with each other. Please stop, or I will have to end this call, and you can write to us instead at any time."}
                rules: {r: {when: contact.started, channels: [phone], should: {say: {script: s, within: 5s}}}}
                """#,
            findings: #"""
                warning too-long-to-say 6:89 nobody can say the script `s` in this time: in `en` it takes about \#
                12 seconds / write `within: 27s` or more, or shorten the script
                """#),
        CheckCase(
            "time enough, at once, and channels where words are sent are clean",
            codes: "too-long-to-say",
            policy: #"""
                languages: [en]
                scripts:
                  s: {en: "I want to help you, and I can only do that if we speak calmly with each other. Please stop, or I will have to end this call, and you can write to us instead at any time."}
                rules:
                  r: {when: contact.started, channels: [phone], should: {say: {script: s, within: 15s}}}
                  q: {when: contact.started, channels: [phone], should: {warn: {script: s, within: 0s}}}
                  p: {when: contact.started, channels: [chat], should: {say: {script: s, within: 5s}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

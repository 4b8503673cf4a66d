import Testing

/// Channels that look misspelt.
@Suite struct MisspeltChannelsTests {
    static let cases = [
        CheckCase(
            "a channel that looks like a well-known one is told",
            codes: "misspelt-channel",
            policy: #"""
                conduct: [rude]
                rules: {r: {when: contact.started, channels: [phnoe, chats], should: announce}}
                ladders: {l: {when: conduct.rude, channels: [Phone], steps: [{should: warn}]}}
                """#,
            findings: #"""
                warning misspelt-channel 4:47 no contact is likely to come by the channel `phnoe` / did you mean \#
                `phone`?
                warning misspelt-channel 4:54 no contact is likely to come by the channel `chats` / did you mean \#
                `chat`?
                warning misspelt-channel 5:46 no contact is likely to come by the channel `Phone` / did you mean \#
                `phone`?
                """#),
        CheckCase(
            "well-known channels and channels of the company's own are clean",
            codes: "misspelt-channel",
            policy: #"""
                rules: {r: {when: contact.started, channels: [phone, chat, whatsapp, counter, app, fax], should: announce}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

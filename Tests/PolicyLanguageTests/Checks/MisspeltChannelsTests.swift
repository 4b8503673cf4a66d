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
            "a well-known channel under another name is told",
            codes: "misspelt-channel",
            policy: #"""
                rules: {r: {when: contact.started, channels: [call, telephone, phone_call, mail, live chat], should: say}}
                """#,
            findings: #"""
                warning misspelt-channel 3:47 no contact is likely to come by the channel `call` / did you mean \#
                `phone`?
                warning misspelt-channel 3:53 no contact is likely to come by the channel `telephone` / did you \#
                mean `phone`?
                warning misspelt-channel 3:64 no contact is likely to come by the channel `phone_call` / did \#
                you mean `phone`?
                warning misspelt-channel 3:76 no contact is likely to come by the channel `mail` / did you mean \#
                `email`?
                warning misspelt-channel 3:82 no contact is likely to come by the channel `live chat` / did you \#
                mean `chat`?
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

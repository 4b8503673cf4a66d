import Testing

/// Actions of the policy's own by which somebody would hang up.
@Suite struct OwnEndingsTests {
    static let cases = [
        CheckCase(
            "an action that says what `end_contact` says is told",
            codes: "own-ending",
            policy: #"""
                actions: {end_call: {closed: true}, hang_up: {}}
                """#,
            findings: #"""
                warning own-ending 3:11 `end_call` is an action of your own, and the end of a contact is judged as \#
                `end_contact` / write `end_contact` in its place, which is closed and irreversible already
                warning own-ending 3:37 `hang_up` is an action of your own, and the end of a contact is judged as \#
                `end_contact` / write `end_contact` in its place, which is closed and irreversible already
                """#),
        CheckCase(
            "what is done about endings is another thing",
            codes: "own-ending",
            policy: #"""
                actions: {review_ending: {}, close_ticket: {}, end_contact: {by: [agent]}, send_letter: {}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

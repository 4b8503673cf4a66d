import Testing

/// Words that have to be said, and events that carry none.
@Suite struct UnheardWordsTests {
    static let cases = [
        CheckCase(
            "words of a notice, a decision and a transfer are told, declared or asked for",
            codes: "unheard-words",
            policy: #"""
                actions: {notice: {must_say: [reason, appeal]}}
                rules: {r: {when: contact.started, should: [{transfer: {must_say: [name]}}, {say: {must_say: [name]}}]}}
                """#,
            findings: #"""
                warning unheard-words 3:31 `status.notified`, which tells of `notice`, carries no words that were said: it \#
                would be judged `incomplete` / write `fields: [reason, appeal]`, which it does carry
                warning unheard-words 4:68 `contact.transferred`, which tells of `transfer`, carries no words that were \#
                said: it would be judged `incomplete` / write it in an act of its own beside this one, such as `say: \#
                {must_say: [name]}`; only `action.done: {action: transfer, said: [name]}` carries words
                """#),
        CheckCase(
            "fields of a notice and words of other acts are clean", codes: "unheard-words",
            policy: #"""
                actions: {notice: {fields: [reason]}, warn: {must_say: [behaviour]}}
                rules: {r: {when: contact.started, should: {end_contact: {must_say: [goodbye]}}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) { #expect(one.found == one.findings) }
}

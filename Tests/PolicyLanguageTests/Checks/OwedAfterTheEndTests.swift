import Testing

/// Norms that close in the moment they come.
@Suite struct OwedAfterTheEndTests {
    static let cases = [
        CheckCase(
            "what the end of a contact brings must outlive the contact",
            codes: "owed-after-the-end",
            policy: #"""
                measures: {endings: {count: contact.ended, per: customer, in_last: 30d}}
                rules:
                  a: {when: contact.ended, must: {say: {within: 5m}}, may: transfer}
                  b: {when: {measure: endings, reaches: 3}, should: announce}
                """#,
            findings: #"""
                warning owed-after-the-end 5:35 `say` can never be done: it comes with the end of the contact, \#
                and lives no longer than the contact / write `during: customer` or `during: agent` in `say`, or \#
                set `rules.a` off earlier
                warning owed-after-the-end 5:60 `transfer` never stands: it comes with the end of the contact, \#
                and lives no longer than the contact / set `rules.a` off earlier, or take `transfer` out
                warning owed-after-the-end 6:53 `announce` can never be done: it comes with the end of the \#
                contact, and lives no longer than the contact / write `during: customer` or `during: agent` in \#
                `announce`, or set `rules.b` off earlier
                """#),
        CheckCase(
            "what is of the customer or the agent, what stands by a status, and other triggers are clean",
            codes: "owed-after-the-end",
            policy: #"""
                actions: {document: {during: customer}}
                statuses: {s: {about: contact, while_active: {must_not: transfer}}}
                rules:
                  a: {when: contact.ended, must: {document: {within: 5m, if_missed: {notify: {who: manager, within: 1d}}}}}
                  b: {when: contact.ended, must: {offer_break: {minutes: 5, within: unstated}}, should: {say: {during: customer}}}
                  c: {when: [contact.ended, contact.started], should: say}
                  d: {when: contact.started, begin: s}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

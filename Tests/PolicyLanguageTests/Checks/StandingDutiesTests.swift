import Testing

/// Duties that begin when nobody is there.
@Suite struct StandingDutiesTests {
    static let cases = [
        CheckCase(
            "a duty towards a customer that stands by a status",
            codes: "duty-without-contact",
            policy: #"""
                statuses:
                  s: {about: customer, while_active: {must: redirect, must_not: call_back}}
                """#,
            findings: #"""
                warning duty-without-contact 4:45 `redirect` is owed from the moment the status begins, when the customer may \#
                not be there / add `when: contact.started` beside it, so that it is owed in each contact
                """#),
        CheckCase(
            "in each contact, towards an agent, or at the desk",
            codes: "duty-without-contact",
            policy: #"""
                statuses:
                  s: {about: customer, while_active: [{when: contact.started, must: redirect}, {must: report}]}
                  t: {about: agent, while_active: {should: offer_break}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

import Testing

/// Acts that outlive the contact, and statuses that do not.
@Suite struct OutlivesStatusTests {
    static let cases = [
        CheckCase(
            "an act at the customer or the agent that asks for a status about the contact is told",
            codes: "outlives-status",
            policy: #"""
                conduct: [threat, danger]
                actions: {save: {by: [agent], during: customer}, take_break: {by: [agent]}}
                statuses: {safe: {about: contact, while_active: {must_not: hold}}}
                rules:
                  a: {when: conduct.threat, must: {save: {within: 1m, unless: 'status("safe")'}}}
                  b: {when: conduct.threat, may: {take_break: {during: agent, if: 'status("safe")'}}}
                  c: {when: conduct.danger, begin: safe}
                """#,
            findings: #"""
                warning outlives-status 7:63 `save` outlives the contact, and the status `safe` ends with it: its \#
                `unless` reads false from then on / if it is owed in this contact alone write `during: contact` in it; \#
                else ask for what was seen, such as `contact.conduct("threat") > 0`, or ask once, beside the `when` of \#
                `rules.a`
                warning outlives-status 8:67 `take_break` outlives the contact, and the status `safe` ends with it: its \#
                `if` reads false from then on / if it is owed in this contact alone write `during: contact` in it; else \#
                ask for what was seen, such as `contact.conduct("threat") > 0`, or ask once, beside the `when` of \#
                `rules.b`
                """#),
        CheckCase(
            "acts of the contact, statuses about the customer and conditions of the rule are clean",
            codes: "outlives-status",
            policy: #"""
                conduct: [threat, danger]
                actions: {save: {by: [agent], during: customer}}
                statuses:
                  safe: {about: contact, while_active: {must_not: hold}}
                  known: {about: customer, until: 1d, while_active: {must_not: hold}}
                rules:
                  a: {when: conduct.threat, unless: 'status("safe")', must: {save: {within: 1m, unless: 'status("known")'}}}
                  b: {when: conduct.threat, must: {save: {within: 1m, during: contact, unless: 'status("safe")'}}}
                  c: {when: conduct.danger, begin: [safe, known]}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) { #expect(one.found == one.findings) }
}

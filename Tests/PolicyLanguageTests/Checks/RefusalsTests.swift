import Testing

/// Statuses that turn a customer away.
@Suite struct RefusalsTests {
    static let cases = [
        CheckCase(
            "a rule that turns a customer away for a status is as bare as one under it",
            codes: "no-way-in bare-restriction",
            policy: #"""
                statuses: {restricted: {about: customer}, calm: {about: contact}}
                rules:
                  a: {when: contact.started, if: 'status("restricted")', must: {end_contact: {within: 0s}}}
                  b: {when: contact.started, if: '!status("restricted") || status("calm")', must_not: answer}
                  c: {when: utterance, if: 'status("restricted")', may: end_contact}
                """#,
            findings: #"""
                warning bare-restriction 3:12 `restricted` turns the customer away without a reason, an end, a \#
                review or an appeal / add `fields: {reason: text}`, `until: 180d`; this version does not \#
                evaluate a review and an appeal, so keep that elsewhere and say where, on the line above: `# \#
                holdline: allow bare-restriction because …`
                warning no-way-in 5:65 `restricted` turns the customer away, and lets no emergency through / \#
                add `unless: 'contact.new_matter'` to the rule
                """#),
        CheckCase(
            "a restriction without a way in or a way out is told",
            codes: "no-way-in bare-restriction",
            policy: #"""
                facts: {emergency: {type: bool}}
                statuses:
                  barred: {about: customer, while_active: {must_not: [answer, hold]}}
                  writing:
                    about: customer
                    until: 30d
                    fields: [reason]
                    while_active: {when: contact.started, if: 'contact.channel == "phone"', must: {redirect: \#
                {within: unstated}}}
                rules: {a: {when: contact.started, begin: [barred, writing]}}
                """#,
            findings: #"""
                warning bare-restriction 5:3 `barred` turns the customer away without a reason, an end, a review \#
                or an appeal / add `fields: {reason: text}`, `until: 180d`; this version does not evaluate a \#
                review and an appeal, so keep that elsewhere and say where, on the line above: `# holdline: allow \#
                bare-restriction because …`
                warning no-way-in 5:55 `barred` turns the customer away, and lets no emergency through / add \#
                `unless: 'contact.new_matter || fact("emergency")'` to the rule
                warning bare-restriction 6:3 `writing` turns the customer away without a review or an appeal / \#
                this version does not evaluate a review and an appeal, so keep that elsewhere and say where, on the \#
                line above: `# holdline: allow bare-restriction because …`
                warning no-way-in 10:84 `writing` turns the customer away, and lets no emergency through / add \#
                `unless: 'contact.new_matter || fact("emergency")'` to the rule
                """#),
        CheckCase(
            "an exception, a review and an appeal are clean, and so is one person to talk to",
            codes: "no-way-in bare-restriction",
            policy: #"""
                facts: {emergency: {type: bool}}
                statuses:
                  writing:
                    about: customer
                    fields: {reason: text}
                    lasts: {at_most: 6 months}
                    review: {every: 3 months, by: manager}
                    appeal: {within: 20 working days, decided_by: {each: [director]}}
                    while_active:
                      - {when: contact.started, unless: contact.new_matter, channels: [phone], must: {redirect: \#
                {within: unstated}}}
                      - must_not: {answer: {unless: 'fact("emergency")'}}
                  named: {about: customer, while_active: {when: contact.started, must: {redirect: {within: \#
                unstated}}}}
                  here: {about: contact, while_active: {must_not: answer}}
                rules: {a: {when: contact.started, begin: [writing, named, here]}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

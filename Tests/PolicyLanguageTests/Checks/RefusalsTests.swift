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
                review or an appeal / add `fields: {reason: text}`, `until: 180d`; for a review write a clock and a rule that it sets off: \#
                `measures: {time_restricted: {elapsed: status.decided, if: 'event.status == "restricted" && event.decision == \#
                "imposed"', per: customer}}` and `when: {measure: time_restricted, reaches: 90d}`, `if: 'status("restricted")'` and \#
                `must: {decide: {status: restricted, by: manager, within: 7d}}`; for an appeal write a rule: `when: \#
                status.appealed`, `if: 'event.status == "restricted"'` and `must: {answer: {by: manager, within: 28d}}`; if your source has none, write `# holdline: allow \#
                bare-restriction because …` on the line above
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
                or an appeal / add `fields: {reason: text}`, `until: 180d`; for a review write a clock and a rule that it sets off: \#
                `measures: {time_barred: {elapsed: status.decided, if: 'event.status == "barred" && event.decision == \#
                "imposed"', per: customer}}` and `when: {measure: time_barred, reaches: 90d}`, `if: 'status("barred")'` and \#
                `must: {decide: {status: barred, by: manager, within: 7d}}`; for an appeal write a rule: `when: \#
                status.appealed`, `if: 'event.status == "barred"'` and `must: {answer: {by: manager, within: 28d}}`; if your source has none, write `# holdline: allow \#
                bare-restriction because …` on the line above
                warning no-way-in 5:55 `barred` turns the customer away, and lets no emergency through / add \#
                `unless: 'contact.new_matter || fact("emergency")'` to the rule
                warning bare-restriction 6:3 `writing` turns the customer away without a review or an appeal / \#
                for a review write a clock and a rule that it sets off: \#
                `measures: {time_writing: {elapsed: status.decided, if: 'event.status == "writing" && event.decision == \#
                "imposed"', per: customer}}` and `when: {measure: time_writing, reaches: 15d}`, `if: 'status("writing")'` and \#
                `must: {decide: {status: writing, by: manager, within: 7d}}`; for an appeal write a rule: `when: \#
                status.appealed`, `if: 'event.status == "writing"'` and `must: {answer: {by: manager, within: 28d}}`; if your source has none, write `# holdline: allow \#
                bare-restriction because …` on the line above
                warning no-way-in 10:84 `writing` turns the customer away, and lets no emergency through / add \#
                `unless: 'contact.new_matter || fact("emergency")'` to the rule
                """#),
        CheckCase(
            "rules for a review and an appeal are as good as keys, those for another status are not",
            codes: "no-way-in bare-restriction",
            policy: #"""
                measures:
                  time_barred: {elapsed: status.decided, if: 'event.status == "barred" && event.decision == "imposed"', per: customer}
                statuses:
                  barred: {about: customer, until: 90d, fields: {reason: text}, while_active: {must_not: {call_back: {unless: contact.new_matter}}}}
                  muted: {about: customer, until: 90d, fields: {reason: text}, while_active: {must_not: {call_back: {unless: contact.new_matter}}}}
                  timed: {about: customer, until: 90d, fields: {reason: text}, while_active: {must_not: {call_back: {unless: contact.new_matter}}}}
                actions: {review_it: {by: [manager], during: customer}}
                rules:
                  review: {when: {measure: time_barred, reaches: 60d}, must: {decide: {status: barred, within: 7d}}}
                  appeal: {when: status.appealed, if: 'event.status == "barred"', must: {answer: {by: manager, within: 28d}}}
                  other: {when: {status: timed, becomes: active}, must: {review_it: {within: 30d}}}
                  any: {when: contact.started, begin: [barred, muted, timed]}
                """#,
            findings: #"""
                warning bare-restriction 7:3 `muted` turns the customer away without a review or an appeal / \#
                for a review write a clock and a rule that it sets off: \#
                `measures: {time_muted: {elapsed: status.decided, if: 'event.status == "muted" && event.decision == \#
                "imposed"', per: customer}}` and `when: {measure: time_muted, reaches: 45d}`, `if: 'status("muted")'` and \#
                `must: {decide: {status: muted, by: manager, within: 7d}}`; for an appeal write a rule: `when: \#
                status.appealed`, `if: 'event.status == "muted"'` and `must: {answer: {by: manager, within: 28d}}`; if your source has none, write `# holdline: allow \#
                bare-restriction because …` on the line above
                warning bare-restriction 8:3 `timed` turns the customer away without an appeal / for an appeal write a \#
                rule: `when: status.appealed`, `if: 'event.status == "timed"'` and `must: {answer: {by: manager, \#
                within: 28d}}`; if your source has none, write `# holdline: allow \#
                bare-restriction because …` on the line above
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

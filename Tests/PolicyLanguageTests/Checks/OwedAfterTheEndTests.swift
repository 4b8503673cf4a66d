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
                and lives no longer than the contact / write `transfer: {during: agent}` where it is \#
                the agent's, and `transfer: {during: customer}` where it is about the customer
                warning owed-after-the-end 6:53 `announce` can never be done: it comes with the end of the \#
                contact, and lives no longer than the contact / write `during: customer` or `during: agent` in \#
                `announce`, or set `rules.b` off earlier
                """#),
        CheckCase(
            "what somebody owes once the contact is over must outlive it",
            codes: "owed-after-the-end",
            policy: #"""
                conduct: [threat]
                actions: {look_in: {by: [supervisor]}, talk: {by: [agent]}}
                ladders:
                  l: {when: conduct.threat, steps: [{must: warn}, {may: end_contact, should: {look_in: {within: 2m}}}]}
                rules:
                  a: {when: conduct.threat, must: {end_contact: {within: 0s}, look_in: {within: 10m}}}
                  b: {when: action.done, if: 'event.action == "end_contact"', must: {look_in: {within: 10m}}}
                  c: {when: {duty: end_contact, becomes: fulfilled}, should: look_in}
                  d: {when: conduct.threat, should: {talk: {after: end_contact}}}
                  e: {when: conduct.threat, must: {talk: {within: 4h}}}
                """#,
            findings: #"""
                warning owed-after-the-end 6:79 `look_in` lives no longer than the contact, and `end_contact` \#
                is allowed before it / write `during: customer` in it, or once for all: `actions: {look_in: \#
                {during: customer}}`
                warning owed-after-the-end 8:63 `look_in` lives no longer than the contact, and `end_contact` \#
                is owed before it / write `during: customer` in it, or once for all: `actions: {look_in: \#
                {during: customer}}`
                warning owed-after-the-end 9:70 `look_in` lives no longer than the contact, and it comes with \#
                `end_contact` / write `during: customer` in it, or once for all: `actions: {look_in: {during: \#
                customer}}`
                warning owed-after-the-end 10:62 `look_in` lives no longer than the contact, and it comes with \#
                `end_contact` / write `during: customer` in it, or once for all: `actions: {look_in: {during: \#
                customer}}`
                warning owed-after-the-end 11:38 `talk` lives no longer than the contact, and it waits for \#
                `end_contact` / write `during: customer` in it, or once for all: `actions: {talk: {during: \#
                customer}}`
                warning owed-after-the-end 12:36 `talk` lives no longer than the contact, and a call or a chat \#
                is over long before its deadline / write `during: customer` in it, or once for all: `actions: \#
                {talk: {during: customer}}`
                """#),
        CheckCase(
            "what is done before the end, and what letters and tickets have time for, is clean",
            codes: "owed-after-the-end",
            policy: #"""
                conduct: [threat]
                actions: {talk: {by: [agent]}}
                ladders:
                  l: {when: conduct.threat, steps: [{must: warn}, {may: end_contact, should: {talk: {within: 2m}}}]}
                rules:
                  a: {when: conduct.threat, must: {end_contact: {within: 1m}, talk: {within: 30s}}}
                  b: {when: action.done, if: 'event.action != "end_contact"', must: {talk: {within: 10m}}}
                  c: {when: conduct.threat, channels: [email], must: {talk: {within: 2d}}}
                  d: {when: conduct.threat, if: 'contact.channel == "email"', must: {talk: {within: 2d}}}
                  e: {when: conduct.threat, must: {talk: {within: 3h}, call_back: {within: 2d}}}
                  f: {when: conduct.threat, must: {talk: {within: 2d, during: customer}}}
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
        CheckCase(
            "what a status about the agent asks for lives with the agent",
            codes: "owed-after-the-end",
            policy: #"""
                actions: {offer_help: {by: [supervisor]}}
                statuses:
                  worn: {about: agent, until: 8h, while_active: {when: contact.ended, must: {offer_help: {within: 5h}}}}
                  hard: {about: contact, until: 8h, while_active: {when: contact.ended, must: {offer_help: {within: 5h}}}}
                rules:
                  a: {when: contact.started, begin: [worn, hard]}
                """#,
            findings: #"""
                warning owed-after-the-end 6:80 `offer_help` can never be done: it comes with the end of the contact, \#
                and lives no longer than the contact / write `during: customer` or `during: agent` in \#
                `offer_help`, or set `statuses.hard.1` off earlier
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

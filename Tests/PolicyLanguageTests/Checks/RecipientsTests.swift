import Testing

/// Whom a notice of something is for.
@Suite struct RecipientsTests {
    static let cases = [
        CheckCase(
            "a notice to nobody, to a misspelt role, or to whoever missed it is told",
            codes: "tells-nobody unknown-recipient tells-itself",
            policy: #"""
                rules:
                  a: {when: contact.started, must: {hold: {within: 5m, if_missed: {notify: {within: 5m}}}}}
                  b: {when: contact.started, must: {warn: {within: 5m, if_missed: {notify: {who: supervisr, within: 5m}}}}}
                  c: {when: contact.started, must: {say: {within: 5m, if_missed: {notify: {who: agent, within: 5m}}}}}
                  d: {when: contact.started, should: {notify: {who: the manager, within: 5m}}}
                  e: {when: contact.started, should: {notify: {who: shift_manager, within: 5m}}}
                  f: {when: contact.started, should: {notify: {who: police, within: 5m}}}
                  g: {when: contact.started, should: notify}
                  i: {when: contact.started, should: {notify: {who: customer, within: 5m}}}
                  h: {when: contact.started, must: {notify: {who: supervisor, by: agent, within: 5m, if_missed: {notify: {who: agent}}}}}
                """#,
            findings: #"""
                warning tells-nobody 4:68 `notify` names nobody who is to be told / add `who: supervisor`; to tell the customer \#
                something is `say`
                warning unknown-recipient 5:82 no role of the policy is called `supervisr` / did you mean \#
                `supervisor`?
                warning tells-itself 6:81 when `say` is missed, only `agent` is told, who missed it / write \#
                `who: supervisor`
                warning unknown-recipient 7:53 no role of the policy is called `the manager` / did you mean \#
                `manager`? If it is a role of its own, list it: `roles: [agent, supervisor, manager, director, system, the_manager]`
                warning unknown-recipient 8:53 no role of the policy is called `shift_manager` / did you mean \#
                `manager`? If it is a role of its own, list it: `roles: [agent, supervisor, manager, director, system, shift_manager]`
                warning unknown-recipient 9:53 no role of the policy is called `police` / write one of `agent`, \#
                `supervisor`, `manager`, `director` or `system`; or, if somebody of that name is told, list it: `roles: \#
                [agent, supervisor, manager, director, system, police]`
                warning tells-nobody 10:38 `notify` names nobody who is to be told / write `{notify: {who: supervisor}}`
                warning unknown-recipient 11:53 no role of the policy is called `customer` / `notify` is for people of the \#
                company; to tell the customer something is `say: {script: my_words}`, or `notice: {form: letter}`
                warning tells-itself 12:112 when `notify` is missed, only `agent` is told, who missed it / write \#
                `who: manager`
                """#),
        CheckCase(
            "roles, people outside that are listed, and somebody else besides are clean",
            codes: "tells-nobody unknown-recipient tells-itself",
            policy: #"""
                roles: [agent, manager, police]
                rules:
                  a: {when: contact.started, must: {hold: {within: 5m, if_missed: {notify: {who: manager, within: 5m}}}}}
                  b: {when: contact.started, should: {notify: {who: police, within: 5m}}}
                  c:
                    when: contact.started
                    must: {say: {within: 5m, if_missed: [{notify: {who: agent, within: 5m}}, {notify: {who: manager, within: 1d}}]}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

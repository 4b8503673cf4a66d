import Testing

/// Acts that fall to nobody.
@Suite struct UnlistedRolesTests {
    static let cases = [
        CheckCase(
            "an act that falls to a role the policy does not list is told, once for each action",
            codes: "unlisted-role",
            policy: #"""
                roles: [agent, manager]
                rules:
                  a: {when: contact.started, should: [say, preserve_recording]}
                  b: {when: contact.ended, should: [preserve_recording, offer_break]}
                """#,
            findings: #"""
                warning unlisted-role 5:44 `preserve_recording` falls to `system`, which `roles` does not list / say who \#
                does it with `actions: {preserve_recording: {by: [agent]}}`, or add `system` to `roles`
                warning unlisted-role 6:57 `offer_break` falls to `supervisor`, which `roles` does not list / say who \#
                does it with `actions: {offer_break: {by: [manager]}}`, or add `supervisor` to `roles`
                """#),
        CheckCase(
            "one listed role is enough, prohibitions bind everybody, and a policy without roles has the usual ones",
            codes: "unlisted-role",
            policy: #"""
                roles: [agent, supervisor]
                actions: {say: {by: [agent]}}
                rules:
                  a: {when: contact.started, should: [say, involve_supervisor, {decide: {by: supervisor}}], must_not: report}
                """#),
        CheckCase(
            "a list without agents is told once, for what agents do is reported of `agent`",
            codes: "unlisted-role",
            policy: #"""
                roles: [officer, supervisor]
                rules:
                  a: {when: contact.started, should: [say, hold]}
                """#,
            findings: #"""
                warning unlisted-role 3:9 `roles` does not list `agent`, which is what events call whoever talks with the \#
                customer / if that is `officer`, write `agent` for it, here and in every `by`: `roles: [agent, supervisor]`
                """#),
        CheckCase(
            "one of several that the policy does not list is told with the policy's own in its place",
            codes: "unlisted-role",
            policy: #"""
                roles: [agent, colleague, leader, system]
                rules:
                  a: {when: contact.started, should: [{notify: {who: colleague}}, say]}
                  b: {when: contact.ended, should: {notify: {who: leader}}}
                """#,
            findings: #"""
                warning unlisted-role 5:40 `notify` falls to `agent`, `supervisor` or `system`, and `roles` does not list \#
                `supervisor` / say who does it with `actions: {notify: {by: [agent, leader, system]}}`, or add \#
                `supervisor` to `roles`
                """#),
        CheckCase(
            "what the help says is clean",
            codes: "unlisted-role",
            policy: #"""
                roles: [agent, colleague, leader, system]
                actions: {notify: {by: [agent, leader, system]}}
                rules:
                  a: {when: contact.started, should: [{notify: {who: colleague}}, say]}
                """#),
        CheckCase(
            "a policy without roles of its own has the usual ones",
            codes: "unlisted-role",
            policy: #"""
                rules: {a: {when: contact.started, should: say}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

import Testing

/// Acts that fall to nobody.
@Suite struct UnlistedRolesTests {
    static let cases = [
        CheckCase(
            "an act that falls to a role the policy does not list is told, once for each action",
            codes: "unlisted-role",
            policy: #"""
                roles: [officer, manager]
                rules:
                  a: {when: contact.started, should: say}
                  b: {when: contact.ended, should: [say, involve_supervisor]}
                """#,
            findings: #"""
                warning unlisted-role 5:38 `say` falls to `agent`, which `roles` does not list / say who does it \#
                with `actions: {say: {by: [officer]}}`, or add `agent` to `roles`
                warning unlisted-role 6:42 `involve_supervisor` falls to `agent`, `supervisor` or `system`, which \#
                `roles` does not list / say who does it with `actions: {involve_supervisor: {by: [officer]}}`, or \#
                add `agent` to `roles`
                """#),
        CheckCase(
            "one listed role is enough, prohibitions bind everybody, and a policy without roles has the usual ones",
            codes: "unlisted-role",
            policy: #"""
                roles: [officer, supervisor]
                actions: {say: {by: [officer]}}
                rules:
                  a: {when: contact.started, should: [say, involve_supervisor, {hold: {by: officer}}], must_not: transfer}
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

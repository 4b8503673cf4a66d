import Testing

/// Statuses from which nothing follows.
@Suite struct IdleStatusesTests {
    static let cases = [
        CheckCase(
            "a status that begins and changes nothing is told",
            codes: "idle-status",
            policy: #"""
                statuses: {s: {about: contact, until: 1h}}
                rules: {r: {when: contact.started, begin: s}}
                """#,
            findings: #"""
                warning idle-status 3:12 nothing follows from the status `s` / add `while_active:` with what \#
                stands then, or read it with `status("s")` in a condition
                """#),
        CheckCase(
            "what a status brings, and who reads or awaits it, is clean",
            codes: "idle-status",
            policy: #"""
                statuses:
                  s: {about: contact, while_active: {must_not: hold}}
                  t: {about: contact}
                  u: {about: contact}
                rules:
                  r: {when: contact.started, begin: [s, t, u]}
                  q: {when: contact.ended, if: 'status("t")', should: {say: {during: customer}}}
                  p: {when: {status: u, becomes: ended}, should: {announce: {during: customer}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

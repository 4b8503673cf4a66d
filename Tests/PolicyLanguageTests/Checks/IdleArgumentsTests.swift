import Testing

/// Arguments of acts that do nothing.
@Suite struct IdleArgumentsTests {
    static let cases = [
        CheckCase(
            "may and must_not owe nothing",
            codes: "deadline-of-nothing duty-only",
            policy: #"""
                rules:
                  a:
                    when: contact.started
                    may: {hold: {within: 5m, if_missed: {say: {within: unstated}}}}
                    must_not: {warn: {excused_by: [ill], confirm: {every: 5m, until: contact.ended}}}
                """#,
            findings: #"""
                error deadline-of-nothing 6:26 `within` is a deadline, and `may` owes nothing / write `until:` \#
                for how long it stands; what is allowed only after that waits for a clock: `measures: {call_length: \#
                {elapsed: contact.started}}`, and a rule with `when: {measure: call_length, reaches: 5m}`
                error duty-only 6:42 `if_missed` is for what is owed, and `may` owes nothing / take it out, or \#
                write `must` or `should` in place of `may`
                error duty-only 7:36 `excused_by` is for what is owed, and `must_not` owes nothing / take it \#
                out, or write `must` or `should` in place of `must_not`
                error duty-only 7:59 `confirm` is for what is owed, and `must_not` owes nothing / take it out, \#
                or write `must` or `should` in place of `must_not`
                """#),
        CheckCase(
            "what is not due cannot be missed, and what is released first is not either",
            codes: "never-missed until-before-deadline",
            policy: #"""
                rules:
                  a: {when: contact.started, must: {hold: {if_missed: {say: {within: unstated}}}}}
                  b: {when: contact.started, must: {warn: {within: 30s, until: 10s}}}
                """#,
            findings: #"""
                warning never-missed 4:56 `hold` has no deadline, so `if_missed` is for refusals only / add \#
                `within: 30s` or another time, or `within: unstated` if that is meant
                warning until-before-deadline 5:64 `warn` is released by `until` before its deadline, so it is \#
                never missed / write a longer `until:` than `within:`, or take one of the two out
                """#),
        CheckCase(
            "an act that waits for what never comes is told",
            codes: "after-nothing endless-confirm",
            policy: #"""
                rules:
                  a: {when: contact.started, should: {hold: {after: announce}, say: {after: say}}}
                  b: {when: contact.started, must: {preserve_recording: {within: 5m, confirm: {every: 5m}}}}
                """#,
            findings: #"""
                warning after-nothing 4:53 `hold` waits for `announce`, which nothing asks for or allows / add \#
                `should: announce` or `may: announce` where it can come first
                warning after-nothing 4:77 `say` waits for itself / name the act that comes first, or take \#
                `after` out
                warning endless-confirm 5:87 `preserve_recording` is confirmed again without end / add `until:` \#
                with the event that says it took effect, such as `until: supervisor.joined`
                """#),
        CheckCase(
            "how a supervisor takes part, and how long, are told where they say nothing",
            codes: "idle-argument",
            policy: #"""
                actions: {ring: {by: [agent]}, look_in: {by: [supervisor]}}
                rules:
                  a: {when: contact.started, should: {ring: {mode: join}, warn: {minutes: 10}, hold: {minutes: 5}}}
                  b: {when: contact.started, should: {involve_supervisor: {mode: join}, look_in: {mode: listen, minutes: 5}}}
                """#,
            findings: #"""
                warning idle-argument 5:52 `mode` says how a supervisor takes part, and `ring` is done without one / take \#
                it out, or add `involve_supervisor: {mode: join}`
                warning idle-argument 5:75 `minutes` says how long something lasts, and `warn` does not / take it out, or \#
                write `within: 10m` if it is a deadline
                """#),
        CheckCase(
            "arguments that do something are clean",
            codes: "deadline-of-nothing duty-only never-missed until-before-deadline after-nothing endless-confirm "
                + "idle-argument",
            policy: #"""
                rules:
                  a: {when: contact.started, should: {hold: {after: announce, within: 30s, until: 40s}}, may: \#
                {announce: {until: 5m}}}
                  b:
                    when: contact.started
                    must:
                      preserve_recording: {within: 5m, excused_by: [none], confirm: {every: 5m, until: contact.ended}}
                      warn: {within: unstated, if_missed: {say: {within: unstated}}}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

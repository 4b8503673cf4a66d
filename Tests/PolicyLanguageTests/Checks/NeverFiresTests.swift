import Testing

/// Rules that never fire.
@Suite struct NeverFiresTests {
    static let cases = [
        CheckCase(
            "a condition that never holds is told at the rule",
            codes: "never-fires",
            policy: #"""
                conduct: [rude]
                rules:
                  a: {when: contact.ended, if: 'event.by == "agent" && event.by == "customer"', should: say}
                  b: {when: contact.ended, unless: 'event.by == "agent" || event.by != "agent"', should: say}
                  c: {when: contact.ended, should: {say: {if: '1 > 2'}}}
                ladders: {l: {when: conduct.rude, if: 'contact.elapsed < duration("1s") && contact.elapsed > \#
                duration("2s")', steps: [{should: say}]}}
                """#,
            findings: #"""
                warning never-fires 5:3 `rules.a` never fires: its `if` never holds / mend the condition, or \#
                take `rules.a` out
                warning never-fires 6:3 `rules.b` never fires: its `unless` always holds / mend the condition, \#
                or take `rules.b` out
                warning never-fires 7:37 `say` never stands: its `if` never holds / mend the condition, or take \#
                `say` out
                warning never-fires 8:11 `ladders.l` never climbs: its `if` never holds / mend the condition, or \#
                take `ladders.l` out
                """#),
        CheckCase(
            "numbers beyond what a field can be are told, and those at its edge are clean",
            codes: "never-fires",
            policy: #"""
                conduct: [rude]
                rules:
                  a: {when: conduct.rude, if: 'event.confidence > 80.0 || event.confidence > 80', should: say}
                  b: {when: conduct.rude, if: 'event.confidence >= 80', should: say}
                  c: {when: conduct.rude, if: 'has(event.severity) && event.severity > 4', should: say}
                  d: {when: conduct.rude, if: 'event.confidence >= 1', should: say}
                  e: {when: conduct.rude, if: 'has(event.severity) && event.severity >= 4', should: say}
                  f: {when: conduct.rude, if: 'event.confidence < 80', should: say}
                """#,
            findings: #"""
                warning never-fires 6:31 `rules.b` never fires: `event.confidence` is a number from 0 to 1 / write \#
                `event.confidence >= 0.8`
                warning never-fires 7:31 `rules.c` never fires: `event.severity` is a number from 0 to 4 / write \#
                `event.severity >= 3`
                """#),
        CheckCase(
            "channels that exclude each other are told",
            codes: "never-fires",
            policy: #"""
                conduct: [rude]
                ladders: {l: {when: conduct.rude, channels: [phone, chat], steps: [{should: say}]}}
                rules:
                  a: {when: contact.started, channels: [chat, mail], if: 'contact.channel == "phone"', should: say}
                  b: {when: {ladder: l, reaches: 1}, channels: [mail], should: say}
                """#,
            findings: #"""
                warning never-fires 6:41 `rules.a` never fires: its condition wants the channel `phone`, which \#
                `channels` leaves out / add `phone` to `channels`, or change the condition
                warning never-fires 7:49 `rules.b` never fires: the ladder `l` climbs in `phone` and `chat` only \#
                / name a channel of the ladder in `channels`, or take `channels` out
                """#),
        CheckCase(
            "duties that there are not, and states they never come to, are told",
            codes: "never-becomes",
            policy: #"""
                rules:
                  a: {when: {duty: hold, becomes: missed}, should: say}
                  b: {when: [{duty: say, becomes: missed}, {duty: say, becomes: excused}, {duty: say, becomes: \#
                superseded}], should: warn}
                """#,
            findings: #"""
                warning never-becomes 4:13 nothing demands `hold`, so no duty to do it becomes `missed` / add \#
                `must: hold` to a rule, or name another act
                warning never-becomes 5:14 no duty to do `say` has a deadline, so it never becomes `missed` / \#
                add `within:` to the act
                warning never-becomes 5:44 no duty to do `say` can be excused / add `excused_by:` with the \#
                reasons to the act
                warning never-becomes 5:75 nothing rules `say` out, so no duty to do it becomes `superseded` / \#
                name another state, such as `missed`
                """#),
        CheckCase(
            "a rule under a status cannot wait for its end",
            codes: "never-fires",
            policy: #"""
                statuses: {s: {about: contact, while_active: {when: {status: s, becomes: ended}, should: say}}}
                rules: {a: {when: contact.started, begin: s}}
                """#,
            findings: #"""
                warning never-fires 3:53 `statuses.s.1` never fires: it is in force only until `s` has ended / \#
                move it under `rules:`
                """#),
        CheckCase(
            "what may fire is clean",
            codes: "never-fires never-becomes",
            policy: #"""
                conduct: [rude]
                ladders: {l: {when: conduct.rude, channels: [phone, chat], steps: [{should: {say: {within: 5m, \#
                excused_by: [ill]}}}]}}
                statuses: {s: {about: contact, while_active: {when: contact.ended, should: say, must_not: hold}}}
                rules:
                  a: {when: contact.started, channels: [chat], unless: 'contact.channel == "phone"', begin: s, \#
                must: {hold: {within: 5m, unless: 'status("s")'}}}
                  b: {when: {ladder: l, reaches: 1}, channels: [chat, mail], should: warn}
                  c: {when: [{duty: say, becomes: missed}, {duty: say, becomes: excused}, {duty: hold, becomes: \#
                superseded}], should: warn}
                  d: {when: contact.ended, if: 'event.by == "agent" || (event.by == "customer" && event.by == \#
                "system")', should: say}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

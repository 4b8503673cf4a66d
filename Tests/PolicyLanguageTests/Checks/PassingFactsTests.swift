import Testing

/// Facts that come and go, and what does not go with them.
@Suite struct PassingFactsTests {
    static let cases = [
        CheckCase(
            "a measure over facts that does not ask which one was recorded is told",
            codes: "any-fact",
            policy: #"""
                facts: {stalemate: {type: bool}, calm: {type: bool}}
                measures:
                  a: {elapsed: fact.recorded, if: 'fact("stalemate")'}
                  b: {elapsed: [contact.started, fact.recorded], if: 'fact("calm") && fact("stalemate")', runs_while: 'fact("calm")'}
                  c: {count: fact.recorded, if: 'fact("stalemate")', in_last: ever}
                rules: {r: {when: [{measure: a, reaches: 30m}, {measure: b, reaches: 1h}, {measure: c, reaches: 3}], should: warn}}
                """#,
            findings: #"""
                warning any-fact 5:35 `a` starts again with every fact that is recorded while `stalemate` is true / ask \#
                which one was recorded: `event.name == "stalemate" && …`; and what stops the clock again is `runs_while: \#
                'fact("stalemate")'`
                warning any-fact 6:54 `b` starts again with every fact that is recorded while `calm` is true / ask which \#
                one was recorded: `event.name == "calm" && …`
                warning any-fact 7:33 `c` counts every fact that is recorded while `stalemate` is true / ask which one was \#
                recorded: `event.name == "stalemate" && …`
                """#),
        CheckCase(
            "a rule that is set off by any fact while one is true is told, not one that waits for several",
            codes: "any-fact",
            policy: #"""
                facts: {stalemate: {type: bool}, calm: {type: bool}}
                rules:
                  r: {when: fact.recorded, if: 'fact("stalemate")', should: warn}
                  s: {when: fact.recorded, if: 'fact("stalemate") && fact("calm")', should: hold}
                  t: {when: [fact.recorded, contact.started], if: 'fact("calm")', should: say}
                  u: {when: fact.recorded, if: '!fact("calm")', should: announce}
                """#,
            findings: #"""
                warning any-fact 5:32 `rules.r` is set off by every fact that is recorded while `stalemate` is true / ask \#
                which one was recorded: `event.name == "stalemate" && …`
                """#),
        CheckCase(
            "one fact by name, any fact at all, and other events while a fact is true are clean",
            codes: "any-fact",
            policy: #"""
                facts: {stalemate: {type: bool}, calm: {type: bool}}
                measures:
                  a: {elapsed: fact.recorded, if: 'event.name == "stalemate" && fact("stalemate")'}
                  b: {elapsed: fact.recorded}
                  c: {elapsed: utterance, if: 'fact("stalemate")'}
                  d: {count: fact.recorded, if: '!fact("calm")', in_last: ever}
                rules: {r: {when: [{measure: a, reaches: 30m}, {measure: b, reaches: 1h}, {measure: d, reaches: 3}], should: warn}}
                """#),
        CheckCase(
            "what a clock allows while a fact is true is told where it stands on afterwards",
            codes: "stands-on",
            policy: #"""
                facts: {stalemate: {type: bool}, matter: {type: text}}
                measures:
                  a: {elapsed: contact.started, runs_while: 'fact("stalemate")'}
                  b: {elapsed: contact.started}
                rules:
                  r: {when: {measure: a, reaches: 30m}, may: end_contact}
                  s: {when: {measure: b, reaches: 30m}, if: 'fact("stalemate")', may: {hold: {if: contact.new_matter}}}
                """#,
            findings: #"""
                warning stands-on 8:46 `end_contact` goes on standing when `stalemate` is no longer true / write the \#
                condition into the act as well, where it is asked all the while: `may: {end_contact: {if: \#
                'fact("stalemate")'}}`
                warning stands-on 9:72 `hold` goes on standing when `stalemate` is no longer true / write the condition \#
                into the act as well, where it is asked all the while: `may: {hold: {if: 'fact("stalemate")'}}`
                """#),
        CheckCase(
            "a permission that asks itself, that ends, or that rests on no clock and no truth is clean",
            codes: "stands-on",
            policy: #"""
                facts: {stalemate: {type: bool}, matter: {type: text}}
                measures:
                  a: {elapsed: contact.started, runs_while: 'fact("stalemate")'}
                  b: {elapsed: contact.started, runs_while: 'fact("matter") == "late"'}
                  c: {elapsed: contact.started, runs_while: '!fact("stalemate")'}
                rules:
                  r: {when: {measure: a, reaches: 30m}, may: {end_contact: {if: 'fact("stalemate")'}}, must_not: hold}
                  s: {when: {measure: a, reaches: 40m}, may: {transfer: {until: 5m}}, should: warn}
                  t: {when: contact.started, if: 'fact("stalemate")', may: hold}
                  u: {when: [{measure: b, reaches: 30m}, {measure: c, reaches: 30m}], may: redirect}
                """#),
    ]

    @Test(arguments: cases) func `finds what the case says`(_ one: CheckCase) {
        #expect(one.found == one.findings)
    }
}

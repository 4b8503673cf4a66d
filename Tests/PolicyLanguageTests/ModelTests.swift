import SourceText
import Testing

@testable import PolicyLanguage

/// What the written forms come to.
@Suite struct ModelTests {
    private func policy(_ text: String) throws -> Policy {
        let loaded = loaded(text)
        let errors = zip(loaded.diagnostics, findings(loaded)).filter { $0.0.severity == .error }.map(\.1)
        #expect(errors == [])
        return try #require(loaded.policy).policy
    }

    private func canonical(_ text: String) throws -> String { try CanonicalForm(policy(text)).json.text }

    @Test(arguments: ["hold", "[hold]", "{hold: }", "{hold: {}}", "[{hold: }]", "[hold: {}]"])
    func anActWithoutArgumentsHasManyForms(_ form: String) throws {
        let rule = "rules: {r: {when: contact.ended, must: FORM}}"
        #expect(try canonical(rule.replacing("FORM", with: form)) == canonical(rule.replacing("FORM", with: "hold")))
    }

    @Test func actsKeepTheirOrderHoweverWritten() throws {
        for form in [
            "[hold, {say: {minutes: 3}}, warn]", "[{hold: , say: {minutes: 3}}, warn]",
            "{hold: , say: {minutes: 3}, warn: }",
        ] {
            let acts = try policy("rules: {r: {when: contact.ended, should: \(form)}}").rules[0].norms.should
            #expect(acts.map(\.action.value) == ["hold", "say", "warn"])
            #expect(acts.map(\.minutes?.value) == [nil, 3, nil])
        }
    }

    @Test func normsStandInTheOrderOfTheirStrengthOfAsking() throws {
        let rule = try policy("rules: {r: {when: contact.ended, may: hold, must_not: say, should: warn, must: record}}")
            .rules[0]
        #expect(rule.norms.all.map(\.modality) == [.must, .should, .may, .mustNot])
        #expect(rule.norms.all.map(\.act.action.value) == ["record", "warn", "hold", "say"])
    }

    @Test func whoIsToAndAScriptMayBeSeveral() throws {
        let act = try policy(
            """
            languages: [en]
            scripts: {a: {en: A}, b: {en: B}}
            rules: {r: {when: contact.ended, must: {notify: {who: manager, script: [b, a]}}}}
            """
        ).rules[0].norms.must[0]
        #expect(act.to?.value == "manager")
        #expect(act.scripts.map(\.value) == ["b", "a"])
    }

    @Test func triggersHaveSixKinds() throws {
        let rule = try policy(
            """
            conduct: [rude]
            measures: {n: {count: contact.ended}, t: {elapsed: contact.started}}
            statuses: {s: {about: contact}}
            ladders: {l: {when: conduct.rude, steps: [{must: warn}, {may: end_contact}]}}
            settings: {most: 4, long: 1h30m}
            rules:
              r:
                when:
                  - contact.ended
                  - conduct.observed
                  - 'conduct.rude'
                  - {measure: n, reaches: 3}
                  - {measure: n, reaches: most}
                  - {measure: t, reaches: 90s}
                  - {measure: t, reaches: long}
                  - {status: s, becomes: ended}
                  - {ladder: l, reaches: 2}
                  - {duty: warn, becomes: missed}
                may: hold
            """
        ).rules[0]
        let kinds = rule.when.map { trigger in
            switch trigger.kind {
            case .event(let name): "event \(name.value)"
            case .conduct(let name): "conduct \(name.value)"
            case .measure(let name, let value): "measure \(name.value) \(value.value)"
            case .status(let name, let phase): "status \(name.value) \(phase)"
            case .ladder(let name, let step): "ladder \(name.value) \(step.value)"
            case .duty(let name, let state): "duty \(name.value) \(state)"
            }
        }
        #expect(
            kinds == [
                "event contact.ended", "event conduct.observed", "conduct rude", "measure n 3", "measure n 4",
                "measure t 90000", "measure t 5400000", "status s ended", "ladder l 2", "duty warn missed",
            ])
    }

    @Test func whatEndsANormIsATimeOrAnEvent() throws {
        let acts = try policy(
            """
            conduct: [rude]
            statuses: {s: {about: contact}}
            rules:
              r:
                when: contact.ended
                may:
                  - hold: {until: 1h}
                  - hold: {until: rest of today}
                  - hold: {until: contact.started}
                  - hold: {until: conduct.rude}
                  - hold: {until: {status: s, becomes: active}}
            """
        ).rules[0].norms.may
        let ends = acts.map { act in
            switch act.until?.value {
            case .elapsed(let milliseconds): "\(milliseconds)"
            case .calendar(let words): words
            case .event(let trigger):
                switch trigger.kind {
                case .event(let name): name.value
                case .conduct(let name): "conduct \(name.value)"
                default: "other"
                }
            case nil: "nothing"
            }
        }
        #expect(ends == ["3600000", "rest of today", "contact.started", "conduct rude", "other"])
    }

    @Test func conductIsAListOrAMapAndMayHaveWords() throws {
        let words = "{en: rude words, da: grimme ord}"
        let list = try canonical("conduct: [insult, {rude: \(words)}, threat: ]")
        #expect(try canonical("conduct: {insult: , rude: \(words), threat: {}}") == list)
        #expect(list.contains(#"{"name":"rude","words":{"da":"grimme ord","en":"rude words"}}"#))
    }

    @Test func aValueMeansWhatItsPlaceAsksFor() throws {
        let policy = try policy(
            """
            languages: [no, en]
            title: 1.10
            roles: [on, agent]
            scripts: {yes: {no: Nei., en: 'true'}}
            settings: {a: 3, b: '3', c: true, d: "true", e: 5m, f: off, g: -2, h: 1.5}
            rules: {off: {when: contact.ended, must: {say: {by: on, script: yes}}, cites: 1.10}}
            """)
        #expect(policy.languages.map(\.value) == ["no", "en"])
        #expect(policy.title?.value == "1.10")
        #expect(policy.rules[0].norms.must[0].by.map(\.value) == ["on"])
        #expect(policy.rules[0].cites.map(\.value) == ["1.10"])
        #expect(
            policy.settings.map(\.value.value) == [
                .int(3), .text("3"), .bool(true), .text("true"), .duration(300_000), .text("off"), .int(-2),
                .text("1.5"),
            ])
    }

    @Test func whatIsLeftOutHasItsDefault() throws {
        let policy = try policy(
            """
            conduct: [rude]
            facts: {f: {type: bool}}
            events: {own.event: {a: int, b: {type: text}, c: {type: text, required: true}}, bare.event: }
            measures: {m: {count: contact.ended}}
            ladders: {l: {when: conduct.rude, steps: [{must: warn}]}}
            rules: {r: {when: contact.ended, must: {warn: {within: unstated}}, begin: s}}
            statuses: {s: {about: agent}}
            """)
        #expect(policy.facts[0].about == .contact)
        #expect(policy.events[0].fields.map(\.required) == [false, false, true])
        #expect(policy.events[1].fields.isEmpty)
        #expect(policy.measures[0].per == .contact)
        #expect(policy.measures[0].inLast == nil)
        #expect(policy.ladders[0].per == .contact)
        #expect(policy.ladders[0].climbs == .whenDone)
        #expect(policy.ladders[0].steps[0].times == 1)
        #expect(policy.rules[0].norms.must[0].within?.value == .unstated)
        #expect(policy.rules[0].begins.map(\.status.value) == ["s"])
    }

    @Test func rulesOfAStatusAreNumberedFromOne() throws {
        let status = try policy(
            """
            statuses:
              s:
                about: contact
                while_active: [{must_not: hold}, {when: contact.ended, may: say}]
                options: {mild: {while_active: {may: hold}}}
            """
        ).statuses[0]
        #expect(status.whileActive.map(\.name.value) == ["s.1", "s.2"])
        #expect(status.options[0].whileActive.map(\.name.value) == ["s.mild.1"])
    }

    @Test func whatIsNotBuiltIsKeptWithItsOwner() throws {
        let policy = try policy(
            """
            calendars: {default: {hours: 09:00-16:00}}
            guarantees: {g: {never: {allowed: hold}}}
            statuses: {s: {about: customer, vary: {once: true}, until: 3 months}}
            rules: {r: {when: contact.ended, must: {hold: {if_missed: {say: {within: 5  working days}}}}}}
            """)
        #expect(
            policy.notBuilt.map { "\($0.owner): \($0.what)" } == [
                "calendars: the calendar `default`", "guarantees.g: the guarantee `g`",
                "statuses.s: `vary` of a status",
                "statuses.s: the calendar time `3 months`", "rules.r: the calendar time `5 working days`",
            ])
    }

    @Test func spansAreTheAuthorsWords() throws {
        let loaded = loaded("rules:\n  r: {when: 'conduct.rude', must: {warn: {within: 30s}}}\nconduct: [rude]\n")
        let rule = try #require(loaded.policy).policy.rules[0]
        let text = { (span: SourceSpan) in loaded.sources.text(of: span) }
        #expect(text(rule.name.span) == "r")
        #expect(text(rule.span) == "{when: 'conduct.rude', must: {warn: {within: 30s}}}")
        #expect(text(rule.when[0].span) == "'conduct.rude'")
        #expect(text(rule.norms.must[0].span) == "warn: {within: 30s}")
        #expect(rule.norms.must[0].within.map { text($0.span) } == "30s")
    }
}

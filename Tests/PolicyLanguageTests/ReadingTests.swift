import CEL
import SourceText
import Testing

@testable import PolicyLanguage

@Suite struct ReadingTests {
    private let text = """
        conduct: [rude]
        settings: {limit: 15m}
        facts: {urgent: {type: bool}}
        statuses: {safe: {about: contact}}
        measures:
          calls: {count: contact.ended, if: 'event.reason == "abuse" && limit > contact.elapsed'}
        ladders:
          l: {when: conduct.rude, if: 'contact.new_matter', steps: [{may: {end_contact: {unless: 'status("safe")'}}}]}
        rules:
          r:
            when: contact.ended
            if: >-
              fact("urgent") || calls > 3
              || ladder("l") == 1 || event.by == "agent"
            unless: 'contact.conduct("rude") > 0 || customer.id == agent.id'
            may: warn

        """

    @Test func slotsStandInTheOrderOfFirstUseAndOnlyForWhatIsRead() throws {
        let loaded = loaded(text)
        #expect(findings(loaded) == [])
        #expect(
            try #require(loaded.policy).readings == [
                .event("reason"), .setting("limit"), .contact(.elapsed), .contact(.newMatter), .status("safe"),
                .fact("urgent"), .measure("calls"), .ladder("l"), .event("by"), .conduct("rude"), .customerID, .agentID,
            ])
    }

    @Test func everyConditionIsTypedAndReadsItsSlots() throws {
        let policy = try #require(loaded(text).policy)
        let rule = policy.policy.rules[0]
        let condition = try #require(rule.guard.condition)
        let typed = try #require(policy.typed(condition))
        #expect(typed.type == .bool)
        #expect(typed.slotsRead == [5, 6, 7, 8])
        #expect(typed.reads.map(\.name) == ["fact(\"urgent\")", "calls", "ladder(\"l\")", "event.by"])
        #expect(policy.typed(Condition(text: Located("true", .none)) { _ in .none }) == nil)
    }

    @Test func aPlaceInAFoldedConditionIsAPlaceInTheFile() throws {
        let loaded = loaded(text)
        let condition = try #require(loaded.policy?.policy.rules[0].guard.condition)
        let typed = try #require(loaded.policy?.typed(condition))
        let words = typed.reads.map { loaded.sources.text(of: condition.place($0.range)) }
        #expect(words == ["fact(\"urgent\")", "calls", "ladder(\"l\")", "event.by"])
    }

    @Test func typesAreThoseOfThePolicy() {
        let declarations = """
            settings: {a: 15m, b: 3, c: x, d: true, e: '3'}
            facts:
              t: {type: text}
              n: {type: double}
              i: {type: int}
              d: {type: duration}
              s: {type: timestamp}
              l: {type: list}
            measures: {c1: {count: contact.ended}, e1: {elapsed: contact.ended}}
            events: {own.event: {x: {type: int, required: true}, y: list}}
            rules:
              r: {when: own.event, may: warn, if: 'CONDITION'}

            """
        for condition in [
            #"a == duration("15m") && b == 3 && c == "x" && d && e == "3""#,
            #"fact("t") == "x" && fact("n") > 1.5 && fact("i") == 1 && fact("d") < a && fact("s") > contact.started"#,
            #""x" in fact("l") && "y" in contact.tags"#, #"c1 > b && e1 > a && event.x == 3"#,
            #"has(event.y) && event.y == ["a"] && size(contact.id + contact.channel + contact.language) > 3"#,
        ] {
            #expect(findings(declarations.replacing("CONDITION", with: condition)) == [])
        }
    }

    @Test func aFieldThatSomeTriggersLackIsOptional() throws {
        let policy = try #require(
            loaded(
                """
                events: {own.event: {by: {type: text, required: true}}}
                measures: {m: {count: contact.ended}}
                rules:
                  a: {when: own.event, may: warn, if: 'event.by == "x"'}
                  b: {when: [own.event, contact.ended], may: warn, if: 'event.by == "x"'}
                  c: {when: [own.event, {measure: m, reaches: 3}], may: warn, if: 'event.by == "x"'}
                  d: {when: [own.event, contact.started], may: warn, if: 'event.by == "x"'}
                  e: {when: [contact.ended, contact.started], may: warn, if: 'has(event.by) && event.by == "agent"'}
                """
            ).policy)
        let unguarded = policy.policy.rules.map { rule in
            rule.guard.condition.flatMap { policy.typed($0)?.unguardedOptionalReads.map(\.name) } ?? []
        }
        #expect(unguarded == [[], [], ["event.by"], ["event.by"], []])
    }
}

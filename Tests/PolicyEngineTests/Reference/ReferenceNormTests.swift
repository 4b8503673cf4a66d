import Testing

/// Reasons, confirmations, verdicts, scripts and agents in the reference, worked out by hand.
@Suite struct ReferenceNormTests {
    let threat = #""conduct":"threat""#

    @Test func `a recorded reason excuses, any other declines and sets off what a miss does`() throws {
        let body =
            "rules: {a: {when: contact.started, must: {warn: {excused_by: unsafe, if_missed: {say: {within: 1m}}}}}}"
        var test = try Scenario(body)
        try test.send(0, "contact.started")
        #expect(
            try test.send(1, "action.declined", #""action":"warn","reason":"unsafe""#) == [
                "e2 @1 [c1 - a1]; close c1/1 warn excused; verdict warn excused c1/1 rules.a"
            ])
        var other = try Scenario(body)
        try other.send(0, "contact.started")
        #expect(
            try other.send(1, "action.declined", #""action":"warn","reason":"busy""#) == [
                "e2 @1 [c1 - a1]; issue c1/2 must say by agent due 61 rules.a.if_missed; close c1/1 warn declined"
            ])
    }

    @Test func `a confirmation is owed again until its event arrives`() throws {
        var test = try Scenario(
            """
            rules:
              a:
                when: contact.started
                must: {say: {within: 10s, confirm: {every: 1m, until: supervisor.joined}}}
            """)
        try test.send(0, "contact.started")
        #expect(
            try test.send(5, "action.done", #""action":"say""#) == [
                "e2 @5 [c1 - a1]; issue c1/2 must say by agent due 65 rules.a; close c1/1 say fulfilled; "
                    + "verdict say fulfilled c1/1 rules.a"
            ])
        #expect(
            try test.send(6, "supervisor.joined") == [
                "e3 @6 [c1 - a1]; close c1/2 say released; verdict involve_supervisor silent - -"
            ])
    }

    @Test func `one verdict for a deed that answers nothing: role, words, silence`() throws {
        var test = try Scenario(
            """
            actions: {warn: {by: [agent], must_say: [why]}}
            rules: {a: {when: contact.started, must: {transfer: {by: supervisor, to: security}}}}
            """)
        try test.send(0, "contact.started")
        func verdict(_ lines: [String]) -> [String] { lines.map { String($0.split(separator: ";")[1].dropFirst(9)) } }
        #expect(
            try verdict(test.send(1, "contact.transferred", #""to":"security""#))
                == ["transfer wrong_role c1/1 rules.a"])
        #expect(try verdict(test.send(1, "contact.transferred", #""to":"sales""#)) == ["transfer silent - -"])
        #expect(
            try verdict(test.send(1, "action.done", #""action":"warn","by":"manager""#))
                == ["warn wrong_role - actions.warn"])
        #expect(try verdict(test.send(1, "action.done", #""action":"warn""#)) == ["warn incomplete - actions.warn"])
        #expect(
            try verdict(test.send(1, "action.done", #""action":"warn","said":["why"]"#)) == ["warn silent - -"])
    }

    @Test func `an agent's norms are issued in the agent's lane once the log has moved on`() throws {
        var test = try Scenario(
            """
            measures: {calls: {count: contact.ended, per: agent, in_last: 1h}}
            rules:
              a: {when: contact.ended, should: {offer_break: {minutes: 5, within: 15m}}}
              b: {when: {measure: calls, reaches: 2}, must: {offer_break: {minutes: 10, within: 5m}}}
            """)
        try test.send(0, "contact.started")
        #expect(try test.send(10, "contact.ended", #""by":"customer""#) == [])
        #expect(try test.send(10, "contact.ended", #""by":"customer""#, who: "c2 - a1") == [])
        #expect(
            try test.send(11, "contact.started", who: "c3 - a1") == [
                "e2 @10 [c1 - a1]; issue a1/1 should offer_break by supervisor due 910 minutes=5 rules.a",
                "e3 @10 [c2 - a1]; issue a1/2 must offer_break by supervisor due 310 minutes=10 rules.b",
            ])
        #expect(
            try test.send(20, "action.done", #""action":"offer_break","by":"supervisor""#, who: "c3 - a1") == [])
        #expect(
            test.flush() == [
                "e5 @20 [c3 - a1]; close a1/1 offer_break fulfilled; close a1/2 offer_break fulfilled; "
                    + "verdict offer_break fulfilled a1/1 rules.a; verdict offer_break fulfilled a1/2 rules.b"
            ])
    }

    @Test func `a climb of a customer's ladder ages by itself`() throws {
        var test = try Scenario(
            """
            conduct: [threat]
            ladders:
              l:
                when: conduct.threat
                per: customer
                in_last: 1h
                climbs: always
                steps: [{may: hold}, {may: transfer}]
            """)
        #expect(
            try test.send(0, "conduct.observed", threat, who: "c1 k1 a1") == [
                "e1 @0 [c1 k1 a1]; issue k1/1 may hold by agent ladders.l.1; ladder l 0>1"
            ])
        #expect(
            try test.send(60, "conduct.observed", threat, who: "c2 k1 a1") == [
                "e2 @60 [c2 k1 a1]; issue k1/2 may transfer by agent ladders.l.2; ladder l 1>2"
            ])
        #expect(
            try test.send(3600, "supervisor.requested", who: "c2 k1 a1") == [
                "k1#1 @3600 [- k1 -]; close k1/2 transfer released; ladder l 2>1"
            ])
    }

    @Test func `scripts take turns in the contact's language, and avoided words are coached`() throws {
        var test = try Scenario(
            """
            languages: [en, da]
            conduct: [{threat: {en: threatening us, da: true os}}]
            company: Northwind
            scripts:
              one: {en: "{company}: stop {conduct}.", da: "{company}: hold op med at {conduct}."}
              two: {en: Last time., da: Sidste gang.}
            wording: {avoid: {en: [calm down], da: [slap af]}}
            rules: {a: {when: conduct.threat, must: {warn: {script: [one, two]}}}}
            """)
        try test.send(0, "contact.started", #""language":"da-DK""#)
        #expect(
            try test.send(1, "conduct.observed", threat) == [
                "e2 @1 [c1 - a1]; issue c1/1 must warn by agent "
                    + "says one/da \"Northwind: hold op med at true os.\" rules.a"
            ])
        try test.send(2, "action.done", #""action":"warn""#)
        #expect(
            try test.send(3, "conduct.observed", threat) == [
                "e4 @3 [c1 - a1]; issue c1/2 must warn by agent says two/da \"Sidste gang.\" rules.a"
            ])
        #expect(
            try test.send(4, "utterance", #""speaker":"agent","text":"Nu SLAP, af!""#) == [
                "e5 @4 [c1 - a1]; coach da slap af"
            ])
        #expect(
            try test.send(5, "utterance", #""speaker":"agent","text":"Do calm downhill","language":"en""#) == [])
    }

    @Test func `a condition that fails is false and leaves a fault`() throws {
        var test = try Scenario(
            """
            facts: {age: {type: int, about: contact, by: [agent]}}
            rules: {a: {when: supervisor.requested, if: 'fact("age") > 3', must: say}}
            """)
        #expect(try test.send(0, "supervisor.requested") == ["e1 @0 [c1 - a1]; fault rules.a unknown-fact"])
        #expect(
            try test.send(1, "fact.recorded", #""name":"age","value":"x""#) == [
                "e2 @1 [c1 - a1]; fault facts.age fact-type"
            ])
        #expect(
            try test.send(2, "fact.recorded", #""name":"age","value":4,"by":"manager""#) == [
                "e3 @2 [c1 - a1]; fault facts.age fact-role"
            ])
        try test.send(3, "fact.recorded", #""name":"age","value":4"#)
        #expect(
            try test.send(4, "supervisor.requested") == ["e5 @4 [c1 - a1]; issue c1/1 must say by agent rules.a"])
    }
}

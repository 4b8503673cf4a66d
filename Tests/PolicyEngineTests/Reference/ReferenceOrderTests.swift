import Testing

/// What ends by a measure, what comes after its own duty, what is void, and what agents hear; worked out by hand.
@Suite struct ReferenceOrderTests {
    @Test func `a status and an act last until a clock or a count comes to a value that no rule waits for`() throws {
        var test = try Scenario(
            """
            conduct: [rude]
            measures:
              since: {elapsed: conduct.rude, per: contact}
              asked: {count: supervisor.requested, per: contact, in_last: ever}
            statuses: {watched: {about: contact, until: {measure: since, reaches: 60s}}}
            rules:
              a: {when: conduct.rude, begin: watched}
              b: {when: contact.started, must_not: {transfer: {until: {measure: asked, reaches: 2}}}}
            """)
        try test.send(0, "contact.started")
        try test.send(10, "conduct.observed", #""conduct":"rude""#)
        try test.send(40, "conduct.observed", #""conduct":"rude""#)
        #expect(try test.send(50, "supervisor.requested") == [])
        #expect(
            try test.send(60, "supervisor.requested") == ["e5 @60 [c1 - a1]; close c1/1 transfer expired"])
        #expect(
            try test.send(200, "supervisor.requested") == ["c1#1 @100 [c1 - a1]; status watched active>ended"])
    }

    @Test func `an act after a duty of its own list waits for that duty, not for an earlier deed`() throws {
        var test = try Scenario(
            """
            conduct: [rude, insult]
            rules:
              a:
                when: conduct.rude
                must: [{say: {within: 1m}}, {hold: {after: say, within: 2m}}]
              b: {when: conduct.insult, may: {transfer: {after: say}}}
            """)
        try test.send(0, "contact.started")
        try test.send(1, "action.done", #""action":"say""#)
        try test.send(2, "conduct.observed", #""conduct":"rude""#)
        #expect(
            try test.send(3, "action.done", #""action":"hold""#) == [
                "e4 @3 [c1 - a1]; verdict hold premature c1/2 rules.a"
            ])
        try test.send(4, "action.done", #""action":"say""#)
        #expect(
            try test.send(5, "action.done", #""action":"hold""#) == [
                "e6 @5 [c1 - a1]; close c1/2 hold fulfilled; verdict hold fulfilled c1/2 rules.a"
            ])
        // Elsewhere any earlier one counts.
        try test.send(6, "conduct.observed", #""conduct":"insult""#)
        #expect(
            try test.send(7, "contact.transferred", #""to":"billing""#) == [
                "e8 @7 [c1 - a1]; verdict transfer permitted c1/3 rules.b"
            ])
    }

    @Test func `a fact that is not taken and a decision that does not count set nothing off`() throws {
        var test = try Scenario(
            """
            facts: {calm: {type: bool, about: contact, by: [supervisor]}}
            measures: {told: {count: fact.recorded, per: contact, in_last: ever}}
            statuses: {banned: {about: contact}}
            actions: {decide: {by: [manager]}}
            rules:
              a: {when: fact.recorded, must: {say: {until: fact.recorded}}}
              b: {when: status.decided, should: announce}
            """)
        try test.send(0, "contact.started")
        let taken = #""name":"calm","value":true"#
        #expect(
            try test.send(1, "fact.recorded", taken + #","by":"agent""#) == [
                "e2 @1 [c1 - a1]; fault facts.calm fact-role"
            ])
        #expect(
            try test.send(2, "fact.recorded", taken + #","by":"supervisor""#) == [
                "e3 @2 [c1 - a1]; issue c1/1 must say by agent rules.a"
            ])
        #expect(
            try test.send(3, "fact.recorded", #""name":"calm","value":"yes","by":"supervisor""#) == [
                "e4 @3 [c1 - a1]; fault facts.calm fact-type"
            ])
        #expect(
            try test.send(4, "status.decided", #""status":"banned","decision":"imposed","by":"agent""#)
                .allSatisfy { !$0.contains("announce") && !$0.contains("banned none") })
    }

    @Test func `what stands under a status about the agent is heard by the agent`() throws {
        var test = try Scenario(
            """
            conduct: [rude, threat]
            statuses:
              resting: {about: agent, while_active: [{when: conduct.rude, must: {offer_break: {within: 5m}}}]}
            rules: {a: {when: conduct.threat, begin: resting}}
            """)
        try test.send(0, "contact.started")
        try test.send(1, "conduct.observed", #""conduct":"rude""#)
        try test.send(2, "conduct.observed", #""conduct":"threat""#)
        try test.send(3, "conduct.observed", #""conduct":"rude""#)
        #expect(
            try test.send(4, "supervisor.requested") == [
                "e4 @3 [c1 - a1]; issue a1/1 must offer_break by supervisor due 303 statuses.resting.1"
            ])
    }

    @Test func `a decision that does not count is not heard by the agent`() throws {
        var test = try Scenario(
            """
            conduct: [rude]
            actions: {decide: {by: [manager]}}
            measures: {decided: {count: status.decided, per: agent, in_last: ever}}
            statuses:
              banned: {about: customer}
              resting: {about: agent, while_active: [{when: status.decided, must: {offer_break: {within: 5m}}}]}
              waiting: {about: agent, until: {measure: decided, reaches: 1}}
            rules: {a: {when: conduct.rude, begin: [resting, waiting]}}
            """)
        try test.send(0, "contact.started")
        try test.send(1, "conduct.observed", #""conduct":"rude""#)
        try test.send(2, "status.decided", #""status":"banned","decision":"imposed","by":"agent""#)
        let overruled = try test.send(3, "supervisor.requested")
        #expect(overruled.allSatisfy { !$0.contains("offer_break") && !$0.contains("waiting active>ended") })
        try test.send(4, "status.decided", #""status":"banned","decision":"imposed","by":"manager""#)
        let counted = try test.send(5, "supervisor.requested")
        #expect(counted.contains { $0.contains("offer_break") })
        #expect(counted.contains { $0.contains("waiting active>ended") })
    }
}

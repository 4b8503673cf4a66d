import Testing

/// The reference against outcomes worked out by hand from the sentences of the page of exact meaning.
@Suite struct ReferenceTests {
    let abuse = """
        conduct: [insult, threat]
        ladders:
          abuse:
            when: conduct.insult
            steps:
              - must: {warn: {within: 30s}}
              - must: {announce: {within: 30s}}
              - may: end_contact
        """
    let insult = #""conduct":"insult""#

    @Test func `a deadline is missed only when the clock passes it, and its record has its own time`() throws {
        var test = try Scenario(abuse)
        #expect(
            try test.send(0, "conduct.observed", insult) == [
                "e1 @0 [c1 - a1]; issue c1/1 must warn by agent due 30 ladders.abuse.1; ladder abuse 0>1"
            ])
        #expect(try test.send(30, "time.passed", who: "- - -") == [])
        #expect(try test.send(31, "time.passed", who: "- - -") == ["c1#1 @30 [c1 - a1]; close c1/1 warn missed"])
    }

    @Test func `a deed at the very deadline is in time`() throws {
        var test = try Scenario(abuse)
        try test.send(0, "conduct.observed", insult)
        #expect(
            try test.send(30, "action.done", #""action":"warn""#) == [
                "e2 @30 [c1 - a1]; close c1/1 warn fulfilled; verdict warn fulfilled c1/1 ladders.abuse.1"
            ])
    }

    @Test func `a late event is judged by its own time`() throws {
        var test = try Scenario(abuse)
        try test.send(0, "conduct.observed", insult)
        try test.send(60, "time.passed", who: "- - -")
        #expect(
            try test.send(20, "action.done", #""action":"warn""#) == [
                "e3 @60 late [c1 - a1]; close c1/1 warn fulfilled; verdict warn fulfilled c1/1 ladders.abuse.1"
            ])
    }

    @Test func `a deed after the miss is late`() throws {
        var test = try Scenario(abuse)
        try test.send(0, "conduct.observed", insult)
        #expect(
            try test.send(40, "action.done", #""action":"warn""#) == [
                "c1#1 @30 [c1 - a1]; close c1/1 warn missed",
                "e2 @40 [c1 - a1]; close c1/1 warn late; verdict warn late c1/1 ladders.abuse.1",
            ])
    }

    @Test func `while the duty of a step is open a further observation is a repetition`() throws {
        var test = try Scenario(abuse)
        try test.send(0, "conduct.observed", insult)
        #expect(try test.send(10, "conduct.observed", insult) == [])
    }

    @Test func `a missed step is issued again, and climbs only when done`() throws {
        var test = try Scenario(abuse)
        try test.send(0, "conduct.observed", insult)
        #expect(
            try test.send(40, "conduct.observed", insult) == [
                "c1#1 @30 [c1 - a1]; close c1/1 warn missed",
                "e2 @40 [c1 - a1]; issue c1/2 must warn by agent due 70 ladders.abuse.1",
            ])
        try test.send(50, "action.done", #""action":"warn""#)
        #expect(
            try test.send(55, "conduct.observed", insult) == [
                "e4 @55 [c1 - a1]; issue c1/3 must announce by agent due 85 ladders.abuse.2; ladder abuse 1>2"
            ])
    }

    @Test func `a closed act is premature while a later step could allow it, then permitted`() throws {
        var test = try Scenario(abuse)
        let end = #""action":"end_contact""#
        #expect(
            try test.send(0, "action.done", end) == [
                "e1 @0 [c1 - a1]; verdict end_contact forbidden - actions.end_contact"
            ])
        try test.send(1, "conduct.observed", insult)
        #expect(
            try test.send(2, "action.done", end) == [
                "e3 @2 [c1 - a1]; verdict end_contact premature - ladders.abuse.3"
            ])
        try test.send(3, "action.done", #""action":"warn""#)
        try test.send(4, "conduct.observed", insult)
        try test.send(5, "action.done", #""action":"announce""#)
        #expect(
            try test.send(6, "conduct.observed", insult) == [
                "e7 @6 [c1 - a1]; issue c1/3 may end_contact by agent ladders.abuse.3; ladder abuse 2>3"
            ])
        #expect(
            try test.send(7, "action.done", end) == [
                "e8 @7 [c1 - a1]; verdict end_contact permitted c1/3 ladders.abuse.3"
            ])
        #expect(test.standing() == ["may end_contact"])
        // Already judged: the end itself is no second deed, and the permission ends with the contact.
        #expect(
            try test.send(8, "contact.ended", #""by":"agent","reason":"abuse""#) == [
                "e9 @8 [c1 - a1]; close c1/3 end_contact expired"
            ])
    }

    @Test func `cooling goes down one step for each full quiet stretch and forgets at the bottom`() throws {
        var test = try Scenario(
            abuse.replacing("when: conduct.insult", with: "when: conduct.insult\n    cools: {after: 20m}"))
        try test.send(0, "conduct.observed", insult)
        try test.send(1, "action.done", #""action":"warn""#)
        try test.send(2, "conduct.observed", insult)
        #expect(
            try test.send(2402, "time.passed", who: "- - -") == [
                "c1#1 @32 [c1 - a1]; close c1/2 announce missed",
                "c1#2 @1202 [c1 - a1]; ladder abuse 2>1",
                "c1#3 @2402 [c1 - a1]; ladder abuse 1>0",
            ])
    }

    @Test func `second sources on one utterance add only what is new`() throws {
        var test = try Scenario(
            """
            conduct: [insult, threat]
            rules:
              a: {when: [conduct.insult, conduct.threat], must: {say: {within: 1m}}}
              b:
                when: conduct.threat
                if: 'contact.conduct("insult") == 1 && contact.conduct("threat") == 1'
                must: warn
            """)
        #expect(
            try test.send(0, "conduct.observed", #""conduct":"insult","of":"u1""#) == [
                "e1 @0 [c1 - a1]; issue c1/1 must say by agent due 60 rules.a"
            ])
        try test.send(1, "action.done", #""action":"say""#)
        #expect(try test.send(2, "conduct.observed", #""conduct":"insult","of":"u1""#) == [])
        #expect(
            try test.send(3, "conduct.observed", #""conduct":["insult","threat"],"of":"u1""#) == [
                "e4 @3 [c1 - a1]; issue c1/2 must warn by agent rules.b"
            ])
    }

    @Test func `a count leaves out events exactly as old as its window`() throws {
        var test = try Scenario(
            """
            measures: {asks: {count: supervisor.requested, per: contact, in_last: 10m}}
            rules: {r: {when: {measure: asks, reaches: 2}, must: involve_supervisor}}
            """)
        #expect(try test.send(0, "supervisor.requested") == [])
        #expect(try test.send(600, "supervisor.requested") == [])
        #expect(
            try test.send(1199, "supervisor.requested") == [
                "e3 @1199 [c1 - a1]; issue c1/1 must involve_supervisor by agent,supervisor,system rules.r"
            ])
    }

    @Test func `a clock stands still while its condition does not hold and reaches before events`() throws {
        var test = try Scenario(
            """
            facts: {hold: {type: bool, about: contact}}
            measures: {length: {elapsed: contact.started, per: contact, runs_while: '!fact("hold")'}}
            rules: {r: {when: {measure: length, reaches: 60s}, should: announce}}
            """)
        try test.send(0, "contact.started")
        try test.send(20, "fact.recorded", #""name":"hold","value":true"#)
        try test.send(50, "fact.recorded", #""name":"hold","value":false"#)
        #expect(
            try test.send(90, "action.done", #""action":"announce""#) == [
                "c1#1 @90 [c1 - a1]; issue c1/1 should announce by agent rules.r",
                "e4 @90 [c1 - a1]; close c1/1 announce fulfilled; verdict announce fulfilled c1/1 rules.r",
            ])
    }

    @Test func `a prohibition supersedes a duty, which is a conflict unless it overrides it`() throws {
        var test = try Scenario(
            """
            facts: {calm: {type: bool, about: contact}}
            rules:
              a: {when: contact.started, unless: 'fact("calm")', must: {transfer: {within: 1m}}}
              b: {when: contact.started, must_not: {transfer: {if: 'fact("calm")'}}}
            """)
        try test.send(0, "contact.started")
        #expect(test.standing() == ["must transfer"])
        #expect(
            try test.send(1, "fact.recorded", #""name":"calm","value":true"#) == [
                "e2 @1 [c1 - a1]; close c1/1 transfer superseded; resume c1/2 transfer; conflict transfer c1/1 c1/2"
            ])
        let body = """
            rules:
              a: {when: contact.started, must: {transfer: {within: 1m}}}
              b: {when: contact.started, must_not: transfer, overrides: rules.a}
            """
        var settled = try Scenario(body)
        #expect(
            try settled.send(0, "contact.started") == [
                "e1 @0 [c1 - a1]; issue c1/1 must transfer by agent due 60 rules.a; "
                    + "issue c1/2 must_not transfer by agent rules.b; close c1/1 transfer superseded"
            ])
        var other = try Scenario(
            body.replacing(", overrides: rules.a", with: "").replacing("1m}}", with: "1m}}, overrides: rules.b"))
        try other.send(0, "contact.started")
        #expect(other.standing() == ["must transfer", "must_not transfer"])
    }

    @Test func `a masked permission comes back when the prohibition's condition fails`() throws {
        var test = try Scenario(
            """
            facts: {calm: {type: bool, about: contact}}
            rules:
              a: {when: contact.started, may: transfer}
              b: {when: contact.started, must_not: {transfer: {unless: 'fact("calm")'}}}
            """)
        try test.send(0, "contact.started")
        #expect(test.standing() == ["must_not transfer"])
        #expect(
            try test.send(1, "contact.transferred") == ["e2 @1 [c1 - a1]; verdict transfer forbidden c1/2 rules.b"])
        try test.send(2, "fact.recorded", #""name":"calm","value":true"#)
        #expect(test.standing() == ["may transfer"])
        #expect(
            try test.send(3, "contact.transferred") == ["e4 @3 [c1 - a1]; verdict transfer permitted c1/1 rules.a"])
    }
}

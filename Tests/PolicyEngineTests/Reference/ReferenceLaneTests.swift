import PolicyEngine
import Testing

/// Lanes, ends, statuses and agents in the reference, worked out by hand.
@Suite struct ReferenceLaneTests {
    let threat = #""conduct":"threat""#

    @Test func `at the end duties with a deadline are missed, or released if the customer ended it`() throws {
        let body = """
            rules:
              a:
                when: contact.started
                must: [{say: {within: 1m, if_missed: {notify: {who: manager, within: 1m}}}}, warn]
                may: hold
            """
        var test = try Scenario(body)
        try test.send(0, "contact.started")
        #expect(
            try test.send(5, "contact.ended", #""by":"system","reason":"completed""#) == [
                "e2 @5 [c1 - a1]; "
                    + "issue c1/4 must notify by agent,supervisor,system due 65 to=manager rules.a.if_missed; "
                    + "close c1/1 say missed; close c1/2 warn expired; close c1/3 hold expired"
            ])
        var other = try Scenario(body)
        try other.send(0, "contact.started")
        #expect(
            try other.send(5, "contact.ended", #""by":"customer""#) == [
                "e2 @5 [c1 - a1]; close c1/1 say released; close c1/2 warn expired; close c1/3 hold expired"
            ])
    }

    @Test func `contact ended by a role is a deed, but not when completed`() throws {
        var test = try Scenario("roles: [agent, supervisor]")
        #expect(
            try test.send(0, "contact.ended", #""by":"agent","reason":"abuse""#) == [
                "e1 @0 [c1 - a1]; verdict end_contact forbidden - actions.end_contact"
            ])
        #expect(try test.send(0, "action.done", #""action":"end_contact""#) == [])
        #expect(try test.send(0, "contact.ended", #""by":"agent","reason":"completed""#, who: "c2 - a1") == [])
    }

    @Test func `a contact moves to its customer's lane with its norms, after both fell due`() throws {
        var test = try Scenario(
            """
            conduct: [threat]
            rules: {a: {when: conduct.threat, must: [{say: {within: 30s}}, {call_back: {within: 1m}}]}}
            """)
        try test.send(0, "conduct.observed", threat)
        try test.send(40, "conduct.observed", threat, who: "c2 k1 a1")
        #expect(
            try test.send(35, "supervisor.requested", who: "c1 k1 a1") == [
                "c1#1 @30 [c1 - a1]; close c1/1 say missed"
            ])
        // The customer's own, and the one that moved with its number.
        #expect(
            try test.send(101, "time.passed", who: "- - -") == [
                "k1#1 @60 [c1 k1 a1]; close c1/2 call_back missed", "k1#2 @70 [c2 k1 a1]; close c2/1 say missed",
                "k1#3 @100 [c2 k1 a1]; close k1/1 call_back missed",
            ])
        #expect(try test.send(102, "supervisor.requested", who: "c1 k2 a1") == ["refused other-customer"])
    }

    @Test func `repetitions, other contents, old events and events without a lane`() throws {
        var test = try Scenario("roles: [agent]")
        try test.send(0, "supervisor.requested", id: "x")
        #expect(try test.send(0, "supervisor.requested", id: "x") == ["duplicate"])
        #expect(try test.send(1, "supervisor.requested", id: "x") == ["refused other-content"])
        try test.send(86_400, "supervisor.requested")
        #expect(try test.send(0, "utterance", #""speaker":"agent""#) == [])
        #expect(try test.send(-0.001, "utterance", #""speaker":"agent""#) == ["refused too-late"])
        #expect(test.send(Event(id: "y", time: 0, type: .builtIn(.supervisorRequested))) == ["refused no-lane"])
    }

    @Test func `what a status forbids stands while it is active, and ends with the contact`() throws {
        var test = try Scenario(
            """
            conduct: [threat]
            statuses: {protected: {about: contact, until: 1m, while_active: {must_not: transfer}}}
            rules: {a: {when: conduct.threat, begin: protected}}
            """)
        let begun = "issue c1/1 must_not transfer by agent statuses.protected.1; status protected none>active"
        #expect(try test.send(0, "conduct.observed", threat) == ["e1 @0 [c1 - a1]; \(begun)"])
        #expect(try test.send(10, "conduct.observed", threat) == [])
        #expect(
            try test.send(60, "conduct.observed", threat) == [
                "c1#1 @60 [c1 - a1]; close c1/1 transfer released; status protected active>ended",
                "e3 @60 [c1 - a1]; issue c1/2 must_not transfer by agent statuses.protected.1; "
                    + "status protected ended>active",
            ])
        #expect(
            try test.send(70, "contact.ended", #""by":"customer""#) == [
                "e4 @70 [c1 - a1]; close c1/2 transfer expired; status protected active>ended"
            ])
    }

    @Test func `rules that touch statuses run first, so what stands under a status sees it begun`() throws {
        var test = try Scenario(
            """
            conduct: [threat]
            statuses: {protected: {about: contact, while_active: {when: conduct.threat, must: say}}}
            rules: {z: {when: conduct.threat, begin: protected}}
            """)
        #expect(
            try test.send(0, "conduct.observed", threat) == [
                "e1 @0 [c1 - a1]; issue c1/1 must say by agent statuses.protected.1; status protected none>active"
            ])
    }

    @Test func `suspension releases open duties and keeps the position`() throws {
        var test = try Scenario(
            """
            conduct: [threat]
            facts: {calm: {type: bool, about: contact}}
            ladders:
              l:
                when: conduct.threat
                suspended_while: 'fact("calm")'
                steps: [{must: {warn: {within: 1m}}, may: hold}]
            """)
        try test.send(0, "conduct.observed", threat)
        #expect(
            try test.send(1, "fact.recorded", #""name":"calm","value":true"#) == [
                "e2 @1 [c1 - a1]; close c1/1 warn released; close c1/2 hold released"
            ])
        #expect(try test.send(2, "conduct.observed", threat) == [])
        #expect(
            try test.send(3, "fact.recorded", #""name":"calm","value":false"#) == [
                "e4 @3 [c1 - a1]; issue c1/3 may hold by agent ladders.l.1"
            ])
        #expect(
            try test.send(4, "conduct.observed", threat) == [
                "e5 @4 [c1 - a1]; issue c1/4 must warn by agent due 64 ladders.l.1"
            ])
    }
}

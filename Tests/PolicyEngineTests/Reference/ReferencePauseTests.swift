import Testing

/// Pauses, worked out by hand from the sentences of the page of exact meaning.
@Suite struct ReferencePauseTests {
    @Test func `a permission is paused by a prohibition and comes back when that ends`() throws {
        var test = try Scenario(
            """
            facts: {danger: {type: bool, about: contact}}
            rules:
              a: {when: contact.started, may: end_contact}
              b: {when: supervisor.requested, must_not: {end_contact: {until: contact.transferred}}}
            """)
        try test.send(0, "contact.started")
        #expect(
            try test.send(1, "supervisor.requested") == [
                "e2 @1 [c1 - a1]; issue c1/2 must_not end_contact by agent rules.b; pause c1/1 end_contact c1/2"
            ])
        #expect(try test.send(2, "supervisor.requested") == [])
        #expect(
            try test.send(3, "contact.transferred", #""to":"billing""#) == [
                "e4 @3 [c1 - a1]; close c1/2 end_contact expired; resume c1/1 end_contact; verdict transfer silent - -"
            ])
    }

    @Test func `a condition of its own pauses a norm from its first moment on, and time alone brings it back`() throws {
        var test = try Scenario(
            """
            rules:
              a: {when: contact.started, may: {end_contact: {if: 'contact.elapsed >= duration("60s")'}}}
            """)
        #expect(
            try test.send(0, "contact.started") == [
                "e1 @0 [c1 - a1]; issue c1/1 may end_contact by agent rules.a; pause c1/1 end_contact -"
            ])
        #expect(try test.send(59, "supervisor.requested") == [])
        #expect(try test.send(60, "supervisor.requested") == ["e3 @60 [c1 - a1]; resume c1/1 end_contact"])
        #expect(
            try test.send(61, "contact.ended", #""by":"customer""#) == [
                "e4 @61 [c1 - a1]; close c1/1 end_contact expired"
            ])
    }
}

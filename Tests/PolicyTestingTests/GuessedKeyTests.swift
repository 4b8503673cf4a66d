import Testing

@testable import PolicyTesting

/// Keys of other tools, at each place where they may be guessed, and what to type.
@Suite struct GuessedKeyTests {
    private static func problems(_ file: String) throws -> [String] { try Fixture.run(file).problems }

    private static func helps(test: String = "", given: String = "", step: String = "") throws -> [String] {
        let file = """
            policy: small.policy.yaml
            tests:
            - name: t
              given: {agent: a-1\(given)}
              steps:
              - {at: 0s, contact.started: {}\(step)}
            \(test.isEmpty ? "" : "  \(test)\n")
            """
        return try problems(file).compactMap { $0.split(separator: " | ").dropFirst().first.map(String.init) }
    }

    @Test("a time of the test's own", arguments: ["start", "date", "time", "now"])
    func start(_ key: String) throws {
        let help = "a test starts with its first step, whose `at` may be a date and time: `at: 2026-03-01T08:00:00Z`"
        #expect(try Self.helps(test: "\(key): 2026-03-01T08:00:00Z") == [help])
        #expect(try Self.helps(given: ", \(key): 2026-03-01T08:00:00Z") == [help])
    }

    @Test("a zone")
    func zone() throws {
        let help = "a date and time carries its offset: `at: 2026-11-21T10:00:00+01:00` in the first step"
        #expect(try Self.helps(test: "timezone: Europe/Berlin") == [help])
        #expect(try Self.helps(given: ", timezone: Europe/Berlin") == [help])
    }

    @Test(
        "what other tools call the parts of a test",
        arguments: [
            ("when: []", "events are steps: `steps: [{at: 0s, contact.started: {}}]`"),
            ("events: []", "events are steps: `steps: [{at: 0s, contact.started: {}}]`"),
            ("setup: {}", "write what holds before the first step as `given: {channel: phone, agent: a-1}`"),
            (
                "then: {}",
                "what is expected stands in the step after which it holds: `{at: 0s, contact.started: {}, expect: "
                    + "{must: []}}`"
            ),
            (
                "expect: {}",
                "what is expected stands in the step after which it holds: `{at: 0s, contact.started: {}, expect: "
                    + "{must: []}}`"
            ),
        ])
    func parts(_ key: String, _ help: String) throws {
        #expect(try Self.helps(test: key) == [help])
    }

    @Test("what is expected of a step", arguments: ["then", "expects", "assert", "result"])
    func expectation(_ key: String) throws {
        #expect(try Self.helps(step: ", \(key): {must: []}") == ["did you mean `expect`?"])
    }

    @Test("what happens in a step")
    func step() throws {
        #expect(try Self.helps(step: ", when: 70s") == ["write when it happens as `at: 70s`"])
        #expect(
            try Self.helps(step: ", type: action.done")
                == ["the event's type is the key, and its data the value: `action.done: {…}`"])
    }

    @Test("what the helps propose is taken as it stands")
    func proposed() throws {
        let report = try Fixture.run(
            """
            policy: small.policy.yaml
            tests:
            - name: t
              given: {channel: phone, agent: a-1}
              steps:
              - {at: 2026-03-01T08:00:00+01:00, contact.started: {}, expect: {must: []}}
            - name: u
              steps: [{at: 0s, contact.started: {}}]
            """)
        #expect(report.problems == [])
        #expect(report.failures == [])
    }
}

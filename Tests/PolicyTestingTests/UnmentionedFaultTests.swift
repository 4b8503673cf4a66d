import Testing

@testable import PolicyTesting

/// A condition that could not be evaluated is told, with what to write.
@Suite struct UnmentionedFaultTests {
    private static let policy = """
        holdline: 1
        policy: p
        actions: {create_ticket: {by: [agent], fields: [summary]}}
        rules:
          a:
            when: action.done
            if: 'has(event.fields) && event.fields.tag != "Abuse"'
            should: record
        """

    private static func report(_ expect: String, _ policy: String = policy) throws -> TestReport {
        let step = "{at: 0s, action.done: {action: create_ticket, fields: {summary: x}}, expect: {\(expect)}}"
        let file = "policy: p\ntests:\n- name: t\n  steps:\n  - \(step)\n"
        return TestFile.read("p.test.yaml", Array(file.utf8)).run(on: try Fixture.subject(policy))
    }

    @Test("a warning with the fault, its step and what to write")
    func warning() throws {
        let report = try Self.report("silent: [record]")
        #expect(
            report.problems == [
                "5:14 unmentioned-fault at step 1 the `if` of rules.a could not be evaluated and counts as false: there "
                    + "is no key `\"tag\"` (`no-such-key`) | write `has(event.fields.tag) && …` in it, or expect "
                    + "`faults: [no-such-key]` if that is meant"
            ])
        #expect(report.failures == [])
        #expect(report.diagnostics.map(\.severity) == [.warning])
    }

    @Test("both ways that the help names are clean")
    func help() throws {
        #expect(try Self.report("silent: [record], faults: [no-such-key]").problems == [])
        let guarded = Self.policy.replacing("event.fields.tag !=", with: "has(event.fields.tag) && event.fields.tag !=")
        let report = try Self.report("silent: [record], faults: []", guarded)
        #expect(report.problems == [])
        #expect(report.failures == [])
    }

    @Test("a fault that did not come, and one that nobody expected")
    func failures() throws {
        #expect(
            try Self.report("faults: [wrong-type]").failures == [
                "5: expected `faults: wrong-type`; faults were: `no-such-key` in rules.a"
            ])
        #expect(
            try Self.report("faults: []").failures == [
                "5: expected `faults: []`; faults were: `no-such-key` in rules.a"
            ])
    }
}

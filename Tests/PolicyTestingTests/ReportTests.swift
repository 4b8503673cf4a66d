import SourceText
import Testing

@testable import PolicyTesting

@Suite struct ReportTests {
    private static let failing = """
          - {at: 0s, contact.started: {}}
          - {at: 70s, conduct.observed: {conduct: insult}, expect: {may: [end_contact], ladder: {abuse: 2}}}
        """

    @Test("a failure shows its line, and once for the step what the step did")
    func text() throws {
        #expect(
            try Fixture.run(steps: Self.failing).text(color: false) == """
                error[test-failed]: `a test`: expected `may: end_contact`; \
                standing were: must warn (agent, due 1m40s, script warning)
                 --> small.test.yaml:7:67
                  |
                7 |   - {at: 70s, conduct.observed: {conduct: insult}, expect: {may: [end_contact], ladder: {abuse: 2}}}
                  |                                                                   ^^^^^^^^^^^
                error[test-failed]: `a test`: expected `ladder: {abuse: 2}`; it stands at 1
                 --> small.test.yaml:7:97
                  |
                7 |   - {at: 70s, conduct.observed: {conduct: insult}, expect: {may: [end_contact], ladder: {abuse: 2}}}
                  |                                                                                                 ^
                  = step 2 at 1m10s, `conduct.observed`:
                      issued must warn (agent, due 1m40s, script warning) from ladders.abuse.1
                      ladder abuse: 0 to 1
                small.test.yaml: 1 of 1 tests failed

                """)
    }

    @Test("what passes is one line")
    func quiet() throws {
        let report = try Fixture.run(steps: "  - {at: 0s, contact.started: {}}")
        #expect(report.text(color: true) == "small.test.yaml: 1 test passed\n")
        #expect(report.github == "")
    }

    @Test("JUnit's XML holds any name")
    func junit() throws {
        let name = "\"<&>\\u0001\\n\\uFFFE é\""
        let report = try Fixture.run(
            "policy: p\ntests:\n- {name: \(name), steps: [{at: 0s, contact.started: {}, expect: {must: [warn]}}]}\n")
        #expect(
            JUnitReport.xml([report]) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="holdline" tests="1" failures="1" errors="0">
                  <testsuite name="small.test.yaml" tests="1" failures="1" errors="0">
                    <testcase name="&lt;&amp;&gt;\u{FFFD}&#10;\u{FFFD} é" classname="small.test.yaml" line="3">
                      <failure message="expected `must: warn`; nothing stood">small.test.yaml:3
                step 1 at 0s, `contact.started`, did nothing</failure>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
        let broken = try Fixture.run("tests: 1\n")
        #expect(
            JUnitReport.xml([broken]).contains("<error message=\"the test file has errors\">error[missing-key]: this"))
    }

    @Test("GitHub is told file, line and columns")
    func github() throws {
        let lines = try Fixture.run(steps: Self.failing).github.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines.last == """
                ::error file=small.test.yaml,line=7,col=97,endLine=7,endColumn=98,title=test-failed::`a test`: \
                expected `ladder: {abuse: 2}`; it stands at 1%0Astep 2 at 1m10s, `conduct.observed`:%0A\
                issued must warn (agent, due 1m40s, script warning) from ladders.abuse.1%0Aladder abuse: 0 to 1
                """)
    }

    @Test("the JSON has every result with its line")
    func json() throws {
        var json = JSONText()
        try Fixture.run(steps: "  - {at: 0s, contact.started: {}, expect: {must: [warn]}}").write(to: &json)
        #expect(
            json.text == """
                {"file":"small.test.yaml","tests":1,"failed":1,"diagnostics":[],"results":[{"name":"a test","line":3,\
                "passed":false,"failures":[{"line":6,"message":"expected `must: warn`; nothing stood",\
                "details":["step 1 at 0s, `contact.started`, did nothing"]}]}]}
                """)
    }

    @Test("coverage names what was never tried")
    func coverage() throws {
        let policy = try #require(try Fixture.subject().policy)
        let none = Coverage(policy.policy)
        #expect(none.percent == 0)
        #expect(none.items.count == 21)
        let steps = """
              - {at: 0s, conduct.observed: {conduct: insult}}
              - {at: 10s, action.done: warn}
              - {at: 20s, conduct.observed: {conduct: insult}}
              - {at: 30s, action.done: warn}
              - {at: 40s, conduct.observed: {conduct: insult}}
              - {at: 50s, conduct.observed: {conduct: danger}}
              - {at: 60s, supervisor.requested: {}}
              - {at: 70s, survey.answered: {score: 1}}
              - {at: 80s, contact.ended: {by: customer}}
            """
        let report = try Fixture.run(steps: steps)
        #expect(report.failures == [])
        let coverage = try #require(report.coverage)
        #expect(
            coverage.text == """
                coverage: 80% (17 of 21)
                  never tried: rules.safe-again fires
                  never tried: rules.third-time fires
                  never tried: rules.third-time should record
                  never tried: ladders.abuse.1.if_missed must notify to manager

                """)
        var other = none
        other.formUnion(coverage)
        #expect(other.percent == coverage.percent)
    }
}

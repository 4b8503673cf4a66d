import SourceText
import Synchronization
import Testing

@testable import PolicyTesting

@Suite struct ReportTests {
    private static let failing = """
          - {at: 0s, contact.started: {}}
          - {at: 70s, conduct.observed: {conduct: insult}, expect: {may: [end_contact], ladder: {abuse: 2}}}
        """

    @Test("a failing step is told after the life of its case, once for all that failed there")
    func text() throws {
        #expect(
            try Fixture.run(steps: Self.failing).text(color: false) == """
                `a test` failed
                  the case so far:
                    step 1 at 0s, contact.started: nothing
                    step 2 at 1m10s, conduct.observed {conduct: insult}:
                      ladder abuse: 0 to 1
                      issued must warn (agent, due 1m40s, script warning) from ladders.abuse.1
                  standing now:
                    must warn (agent, due 1m40s, script warning) from ladders.abuse.1
                error[test-failed]: expected `may: end_contact`; \
                standing were: must warn (agent, due 1m40s, script warning); step 3 of the ladder `abuse` was not \
                reached: the ladder stands at step 1, and climbs one step for each repetition, none before what the \
                last one asks for was done
                 --> small.test.yaml:7:67
                  |
                7 |   - {at: 70s, conduct.observed: {conduct: insult}, expect: {may: [end_contact], ladder: {abuse: 2}}}
                  |                                                                   ^^^^^^^^^^^
                error[test-failed]: expected `ladder: {abuse: 2}`; it stands at 1
                 --> small.test.yaml:7:97
                  |
                7 |   - {at: 70s, conduct.observed: {conduct: insult}, expect: {may: [end_contact], ladder: {abuse: 2}}}
                  |                                                                                                 ^

                small.test.yaml: 1 of 1 tests failed

                """)
    }

    @Test("a later failing step goes on from the one before, and old steps are left out")
    func longLife() throws {
        var steps = ["  - {at: 0s, contact.started: {}, expect: {must: [warn]}}"]
        for second in 1...20 { steps.append("  - {at: \(second)s, time.passed: {}}") }
        steps.append("  - {at: 21s, supervisor.requested: {}, expect: {none: true}}")
        let failures = try Fixture.run(steps: steps.joined(separator: "\n")).results[0].failures
        try #require(failures.count == 2)
        #expect(
            failures[0].details == [
                "the case so far:", "  step 1 at 0s, contact.started: nothing", "nothing stands now",
            ])
        #expect(failures[1].details.first == "since then:")
        #expect(failures[1].details[1] == "  (9 earlier steps)")
        #expect(failures[1].details.contains("  step 22 at 21s, supervisor.requested:"))
        #expect(
            failures[1].details.last == "  should involve_supervisor (agent or supervisor or system, due 2m21s, until "
                + "10m21s) from rules.wish")
    }

    @Test("what passes is one line")
    func quiet() throws {
        let report = try Fixture.run(steps: "  - {at: 0s, contact.started: {}}")
        #expect(report.text(color: true) == "small.test.yaml: 1 test passed\n")
        #expect(report.github == "")
    }

    @Test("JUnit's XML holds any name, and one failure for each test")
    func junit() throws {
        let name = "\"<&>\\u0001\\n\\uFFFE é\""
        let expect = "{must: [warn], may: [warn]}"
        let report = try Fixture.run(
            "policy: p\ntests:\n- {name: \(name), steps: [{at: 0s, contact.started: {}, expect: \(expect)}]}\n")
        #expect(
            JUnitReport.xml([report]) { _ in [("coverage", "5%")] } == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="holdline" tests="1" failures="1" errors="0" time="0.000">
                  <testsuite name="small.test.yaml" file="small.test.yaml" tests="1" failures="1" errors="0" \
                skipped="0" time="0.000">
                    <properties>
                      <property name="coverage" value="5%"/>
                    </properties>
                    <testcase name="&lt;&amp;&gt;\u{FFFD}&#10;\u{FFFD} é" classname="small" time="0.000">
                      <failure message="expected `must: warn`; nothing stood; \
                the ladder `abuse` was not set off: it waits for `conduct.insult`, and what happened is that the contact began (and 1 more)" type="expectation">\
                the case so far:
                  step 1 at 0s, contact.started: nothing
                nothing stands now
                small.test.yaml:3:87: expected `must: warn`; nothing stood; \
                the ladder `abuse` was not set off: it waits for `conduct.insult`, and what happened is that the contact began
                small.test.yaml:3:100: expected `may: warn`; nothing stood; \
                nothing in the policy says `may: warn`; ladders.abuse.1 says `must: warn`</failure>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
        let broken = try Fixture.run("tests: 1\n")
        let xml = JUnitReport.xml([broken])
        #expect(xml.contains("<testsuites name=\"holdline\" tests=\"1\" failures=\"0\" errors=\"1\""))
        #expect(
            xml.contains("<error message=\"the test file has errors\" type=\"unreadable\">error[missing-key]: this"))
    }

    @Test("a test takes the time that its clock says")
    func time() throws {
        let file = TestFile.read(
            "deep/er/small.test.yaml",
            Array("policy: p\ntests: [{name: a, steps: [{at: 0s, contact.started: {}}]}]".utf8))
        let ticks = Ticks()
        let report = file.run(on: try Fixture.subject(), TestOptions(clock: { ticks.next() }))
        #expect(report.results.map(\.duration) == [1_500_000_000])
        let xml = JUnitReport.xml([report])
        #expect(xml.contains("<testcase name=\"a\" classname=\"deep.er.small\" time=\"1.500\"/>"))
    }

    /// A clock that goes on by a second and a half at each look.
    private final class Ticks: Sendable {
        private let count = Mutex(Int64(0))
        func next() -> Int64 {
            count.withLock { now in
                now += 1_500_000_000
                return now
            }
        }
    }

    @Test("GitHub is told file, line and columns")
    func github() throws {
        let lines = try Fixture.run(steps: Self.failing).github.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines.last == """
                ::error file=small.test.yaml,line=7,col=97,endLine=7,endColumn=98,title=test-failed::`a test`: \
                expected `ladder: {abuse: 2}`; it stands at 1%0Athe case so far:%0A\
                  step 1 at 0s, contact.started: nothing%0A  step 2 at 1m10s, conduct.observed {conduct: insult}:%0A\
                    ladder abuse: 0 to 1%0A    issued must warn (agent, due 1m40s, script warning) from \
                ladders.abuse.1%0Astanding now:%0A  must warn (agent, due 1m40s, script warning) from ladders.abuse.1
                """)
    }

    @Test("the JSON has every result with its line")
    func json() throws {
        var json = JSONText()
        try Fixture.run(steps: "  - {at: 0s, contact.started: {}, expect: {must: [warn]}}").write(to: &json)
        #expect(
            json.text == """
                {"file":"small.test.yaml","tests":1,"failed":1,"diagnostics":[],"results":[{"name":"a test","line":3,\
                "passed":false,"failures":[{"line":6,"column":51,"message":"expected `must: warn`; nothing stood; \
                the ladder `abuse` was not set off: it waits for `conduct.insult`, and what happened is that the call began",\
                "details":["the case so far:","  step 1 at 0s, contact.started: nothing","nothing stands now"]}]}]}
                """)
    }
}

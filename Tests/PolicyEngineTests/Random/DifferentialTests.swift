import Testing

/// The engine and the naive reference were written apart from the same page; they must agree.
@Suite struct DifferentialTests {
    @Test func `engine and reference agree on random policies and events`() {
        var reports = 0
        for seed in DifferentialSeeds.all where reports < 6 {
            guard let random = RandomCase(seed: seed) else { continue }
            let report = random.report(EngineUnderTest.self, ReferenceInterpreter.self)
            if let report { Issue.record("first: engine, second: reference\n\(report)") }
            if report != nil { reports += 1 }
        }
    }
}

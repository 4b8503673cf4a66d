import PolicyEngine
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

/// What happens in a lane depends on that lane's log alone.
@Suite struct InterleavingTests {
    @Test func `the engine gives the same outcomes however lanes are interleaved`() {
        for seed in UInt64(1)...200 {
            guard let random = RandomCase(seed: seed) else { continue }
            let events = random.events.map(\.event)
            var interleaving = Interleaving(seed: seed)
            let (first, second) = (
                Self.briefs(random, events), Self.briefs(random, interleaving.permuted(events))
            )
            let difference = zip(first, second).first { $0 != $1 }
            #expect(first == second, "seed \(seed): \(String(describing: difference))\n\(random.text.yaml)")
        }
    }

    /// All outcomes, sorted, for the order of lanes at one moment is free.
    private static func briefs(_ random: RandomCase, _ events: [Event]) -> [String] {
        var engine = EngineUnderTest(random.policy)
        return (events.flatMap { engine.handle($0).outcomes } + engine.flush()).map(\.brief).sorted()
    }
}

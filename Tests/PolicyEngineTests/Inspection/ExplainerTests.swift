import PolicyEngine
import PolicyExplain
import Testing

/// Laws of explanations, on random policies and events.
@Suite struct ExplainerTests {
    @Test func `whatever happened has a reason, and any rule can be asked about`() throws {
        var findings = 0
        for seed in UInt64(1)...25 {
            guard let random = RandomCase(seed: seed), let program = try? Program(random.policy) else { continue }
            var engine = Engine(program)
            var outcomes: [Outcome] = []
            for entry in random.events { _ = engine.handle(entry.event) { if !$0.isEmpty { outcomes.append($0) } } }
            engine.flush { if !$0.isEmpty { outcomes.append($0) } }
            for outcome in outcomes.prefix(12) {
                var explainer = try Explainer(random.policy, event: outcome.event)
                for entry in random.events { explainer.take(entry.event) }
                explainer.finish()
                let explanation = try #require(explainer.explanation(), "seed \(seed), \(outcome.event)")
                #expect(Self.gaps(explanation, outcome) == [], "seed \(seed), \(outcome.event)")
                findings += explanation.findings.count
                for rule in explainer.ruleNames {
                    let one = explainer.explanation(rule: rule)
                    #expect(one?.findings.isEmpty == false, "seed \(seed), \(outcome.event), \(rule)")
                    #expect(one?.findings.allSatisfy { $0.sentence.hasSuffix(".") } == true)
                }
            }
        }
        #expect(findings > 300)
    }

    /// Consequences that no finding speaks of.
    private static func gaps(_ explanation: Explanation, _ outcome: Outcome) -> [String] {
        let told = Set(explanation.findings.compactMap(\.norm))
        var gaps = outcome.issued.map(\.norm).filter { !told.contains($0) }
        gaps += outcome.closed.map(\.norm).filter { !told.contains($0) }
        gaps += outcome.paused.map(\.norm).filter { !told.contains($0) }
        gaps += outcome.resumed.map(\.norm).filter { !told.contains($0) }
        if !outcome.verdicts.isEmpty, !explanation.findings.contains(where: { $0.code == .verdict }) {
            gaps.append("verdict")
        }
        for finding in explanation.findings where finding.sentence.isEmpty { gaps.append(finding.code.rawValue) }
        return gaps
    }
}

import PolicyEngine
import PolicyLanguage
import Testing

/// Laws that hold for any policy and any stream of events.
@Suite struct RandomTests {
    private static let seeds: ClosedRange<UInt64> = 1...80
    private static let cases = seeds.compactMap { RandomCase(seed: $0) }

    @Test func `most random policies are policies`() {
        let refused = Self.seeds.filter { seed in !Self.cases.contains { $0.seed == seed } }
        #expect(refused.count * 10 <= Self.seeds.count * 4, "refused seeds: \(refused)")
    }

    @Test func `nearly all random events can be read`() throws {
        for random in Self.cases { #expect(random.events.count >= 20, "seed \(random.seed)") }
    }

    @Test func `the reference gives the same outcomes for the same events`() {
        for random in Self.cases {
            let report = random.report(ReferenceInterpreter.self, ReferenceInterpreter.self)
            #expect(report == nil, "\(report ?? "")")
        }
    }

    @Test func `what happens in a lane does not depend on how lanes are interleaved`() {
        for random in Self.cases {
            let events = random.events.map(\.event)
            var interleaving = Interleaving(seed: random.seed)
            let other = interleaving.permuted(events)
            let (first, second) = (Self.briefs(random.policy, events), Self.briefs(random.policy, other))
            let difference = zip(first, second).first { $0 != $1 }
            #expect(first == second, "seed \(random.seed): \(String(describing: difference))\n\(random.text.yaml)")
        }
    }

    /// All outcomes, sorted, for the order of lanes at one moment is free.
    private static func briefs(_ policy: CheckedPolicy, _ events: [Event]) -> [String] {
        var interpreter = ReferenceInterpreter(policy)
        let outcomes = events.flatMap { interpreter.handle($0).outcomes } + interpreter.flush()
        return outcomes.map(\.brief).sorted()
    }

    @Test func `random cases reach every kind of consequence`() {
        var seen: Set<String> = []
        for random in Self.cases {
            var interpreter = ReferenceInterpreter(random.policy)
            let outcomes = random.events.flatMap { interpreter.handle($0.event).outcomes } + interpreter.flush()
            for outcome in outcomes { seen.formUnion(Self.kinds(outcome)) }
        }
        let states = NormState.allCases.filter { $0 != .open }.map { "state \($0.rawValue)" }
        let verdicts = Judgement.allCases.map { "verdict \($0.rawValue)" }
        let modalities = Modality.allCases.map { "issued \($0.rawValue)" }
        let others = ["up", "down", "active", "ended", "coached", "conflict", "fault", "script", "late", "agent"]
        for kind in states + verdicts + modalities + others {
            #expect(seen.contains(kind), "no \(kind) in any of the cases")
        }
    }

    private static func kinds(_ outcome: Outcome) -> [String] {
        var kinds = outcome.closed.map { "state \($0.state.rawValue)" }
        kinds += outcome.paused.map { $0.prohibition == nil ? "paused by itself" : "paused by another" }
        kinds += outcome.resumed.map { _ in "resumed" }
        kinds += outcome.verdicts.map { "verdict \($0.verdict.rawValue)" }
        kinds += outcome.issued.map { "issued \($0.modality.rawValue)" }
        kinds += outcome.issued.compactMap { $0.script == nil ? nil : "script" }
        kinds += outcome.issued.compactMap { $0.norm.hasPrefix("a") ? "agent" : nil }
        for change in outcome.changes {
            switch change {
            case .ladder(_, let from, let to): kinds.append(from < to ? "up" : "down")
            case .status(_, _, let to): kinds.append(to.rawValue)
            }
        }
        if !outcome.coached.isEmpty { kinds.append("coached") }
        if !outcome.conflicts.isEmpty { kinds.append("conflict") }
        if !outcome.faults.isEmpty { kinds.append("fault") }
        if outcome.late { kinds.append("late") }
        return kinds
    }
}

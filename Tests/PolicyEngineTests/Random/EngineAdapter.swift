import PolicyEngine
import PolicyLanguage

/// The engine, as the reference is compared with it.
struct EngineUnderTest: Interpreting {
    private var engine: Engine?

    init(_ policy: CheckedPolicy) {
        engine = (try? Program(policy)).map { Engine($0) }
    }

    mutating func handle(_ event: Event) -> (reception: ReferenceReception, outcomes: [Outcome]) {
        var outcomes: [Outcome] = []
        let reception = engine?.handle(event) { if !$0.isEmpty { outcomes.append($0) } }
        switch reception {
        case .accepted?: return (.accepted, outcomes)
        case .duplicate?: return (.duplicate, outcomes)
        case .refused(let refusal)?: return (.refused(refusal.code.rawValue), outcomes)
        case nil: return (.refused("not-runnable"), [])
        }
    }

    mutating func flush() -> [Outcome] {
        var outcomes: [Outcome] = []
        engine?.flush { if !$0.isEmpty { outcomes.append($0) } }
        return outcomes
    }
}

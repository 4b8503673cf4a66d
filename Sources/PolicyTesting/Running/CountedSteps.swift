import PolicyEngine
import PolicyLanguage

/// At which steps of a test each count went up.
struct CountedSteps {
    private struct Key: Hashable {
        var measure: String
        var owner: String?
    }

    private struct Rise {
        var step: Int
        var amount: Int64
        /// What the policy said of the deed that was counted.
        var verdict: Judgement?
    }

    private let measures: [(name: String, home: Home)]
    private var rises: [Key: [Rise]] = [:]
    private static let most = 8

    init(_ policy: Policy) {
        measures = policy.measures.filter { $0.kind == .count }.map { ($0.name.value, $0.per) }
    }

    /// Where each count stands for somebody.
    func amounts(_ engine: Engine, _ who: Participants) -> [Int64] {
        measures.map {
            engine.measure($0.name, contact: who.contact, customer: who.customer, agent: who.agent) ?? 0
        }
    }

    mutating func note(_ step: Int, from before: [Int64], to after: [Int64], of who: Participants, _ record: StepRecord)
    {
        for (index, measure) in measures.enumerated() where after[index] > before[index] {
            let key = Key(measure: measure.name, owner: Self.owner(measure.home, who))
            let rise = Rise(step: step, amount: after[index] - before[index], verdict: record.verdicts.first?.verdict)
            rises[key, default: []].append(rise)
        }
    }

    /// `step 3 (judged incomplete), step 5`: what a count is made of; nil where that cannot be told.
    func text(_ name: String, _ now: Int64, of who: Participants) -> String? {
        guard now > 0, let measure = measures.first(where: { $0.name == name }),
            let all = rises[Key(measure: name, owner: Self.owner(measure.home, who))]
        else { return nil }
        var left = now
        var found: [Rise] = []
        for rise in all.reversed() where left > 0 {
            left -= rise.amount
            found.insert(rise, at: 0)
        }
        // Some was given, or left a window as other came in.
        guard left == 0, found.count <= Self.most else { return nil }
        return found.map { rise in
            let objects: [Judgement] = [.forbidden, .wrongRole, .incomplete, .premature, .late]
            let verdict = rise.verdict.flatMap { objects.contains($0) ? " (judged \($0.rawValue))" : nil }
            return "step \(rise.step)" + (verdict ?? "")
        }.joined(separator: ", ")
    }

    private static func owner(_ home: Home, _ who: Participants) -> String? {
        switch home {
        case .contact: who.contact
        case .customer: who.customer ?? who.contact
        case .agent: who.agent
        }
    }
}

import CEL
import PolicyEngine
import PolicyLanguage

/// What is new about a case, as numbers that are the same in every run: single things that happened or hold, and all
/// that holds together.
struct Features {
    private(set) var singles: [UInt64] = []
    private(set) var whole: UInt64 = 0

    init(_ outcomes: [Outcome], _ glance: Glance, _ standing: [StandingNorm], _ vocabulary: Vocabulary, in channel: String)
    {
        func single(_ parts: [String]) { singles.append(Features.hash([channel] + parts)) }
        for outcome in outcomes {
            for norm in outcome.issued { single(["issued", norm.rule, norm.modality.rawValue, norm.action]) }
            for closed in outcome.closed { single(["closed", closed.action, closed.state.rawValue]) }
            for judged in outcome.verdicts {
                single(["judged", judged.action, judged.verdict.rawValue, judged.rule ?? ""])
            }
        }
        var state: [String] = []
        for (name, position) in glance.ladders { state.append("ladder \(name) \(position)") }
        for (name, phase) in glance.statuses { state.append("status \(name) \(phase?.rawValue ?? "")") }
        for (name, value) in glance.facts { state.append("fact \(name) \(value.map { "\($0)" } ?? "")") }
        for (name, value, isRunning) in glance.measures {
            // Between two values at which something changes, one amount is like another.
            let passed = (vocabulary.thresholds[name] ?? []).count { $0 <= value }
            state.append("measure \(name) \(value > 0) \(passed) \(isRunning)")
        }
        for part in state { single([part]) }
        let norms = Set(standing.map { "\($0.rule) \($0.modality.rawValue) \($0.action)" }).sorted()
        whole = Features.hash([channel] + state + norms)
    }

    /// FNV-1a over texts with their ends.
    static func hash(_ parts: [String]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0x1ff) &* 0x100_0000_01b3
        }
        return hash
    }
}

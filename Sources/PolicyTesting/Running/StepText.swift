import PolicyEngine
import PolicyLanguage

/// What a step did, a line each.
struct StepText {
    let clock: TestClock
    let step: TestStep
    private static let most = 20

    /// The first line names the step; at most twenty more follow.
    func lines(of record: StepRecord) -> [String] {
        let head = "step \(step.number) at \(clock.text(step.time)), `\(step.type.value)`"
        let done = record.outcomes.flatMap(lines)
        if done.isEmpty {
            switch record.reception {
            case .accepted: return ["\(head), did nothing"]
            case .duplicate: return ["\(head), was a duplicate"]
            case .refused(let refusal): return ["\(head), was refused as `\(refusal.code.rawValue)`"]
            }
        }
        let rest = done.count - Self.most
        return ["\(head):"] + done.prefix(Self.most) + (rest > 0 ? ["and \(rest) more"] : [])
    }

    private func lines(_ outcome: Outcome) -> [String] {
        let norm = NormText(clock: clock)
        var lines = outcome.issued.map { "issued \(norm.text($0)) from \($0.rule)" }
        lines += outcome.closed.map { "closed \($0.action): \($0.state.rawValue)" }
        lines += outcome.verdicts.map { verdict in
            "judged \(verdict.action): \(verdict.verdict.rawValue)" + (verdict.rule.map { " by \($0)" } ?? "")
        }
        lines += outcome.changes.map(line)
        lines += outcome.coached.map { "coached `\($0.phrase)` (\($0.language))" }
        lines += outcome.conflicts.map { "conflict on \($0.action): \($0.duty) against \($0.prohibition)" }
        lines += outcome.faults.map { "fault in \($0.rule): \($0.message) (`\($0.code)`)" }
        if outcome.time == step.time { return lines }
        return lines.map { "at \(clock.text(outcome.time)) \($0)" }
    }

    private func line(_ change: Outcome.Change) -> String {
        switch change {
        case .ladder(let name, let from, let to): "ladder \(name): \(from) to \(to)"
        case .status(let name, _, let to): "status \(name): \(to.rawValue)"
        }
    }
}

import PolicyEngine

/// What an outcome changed, a line each; what it says of a deed apart.
struct EffectText {
    let clock: TestClock

    func lines(_ outcome: Outcome) -> [String] {
        let norm = NormText(clock: clock)
        let issued = Set(outcome.issued.map(\.norm))
        func closed(_ isNew: Bool) -> [String] {
            outcome.closed.filter { issued.contains($0.norm) == isNew }.map {
                "closed \($0.action): \($0.state.rawValue)"
            }
        }
        var lines = closed(false)
        lines += outcome.changes.map(line)
        lines += outcome.issued.map { "issued \(norm.text($0)) from \($0.rule)" }
        // What came and went in one outcome.
        lines += closed(true)
        lines += outcome.paused.map { paused in
            "paused \(paused.action): "
                + (paused.prohibition.map { "\($0) rules it out" } ?? "its condition does not hold")
        }
        lines += outcome.resumed.map { "resumed \($0.action)" }
        lines += outcome.coached.map { "coached `\($0.phrase)` (\($0.language))" }
        lines += outcome.conflicts.map { "conflict on \($0.action): \($0.duty) against \($0.prohibition)" }
        lines += outcome.faults.map { "fault in \($0.rule): \($0.message) (`\($0.code)`)" }
        return lines
    }

    private func line(_ change: Outcome.Change) -> String {
        switch change {
        case .ladder(let name, let from, let to): "ladder \(name): \(from) to \(to)"
        case .status(let name, _, let to): "status \(name): \(to.rawValue)"
        }
    }
}

import PolicyEngine
import PolicyExplain
import PolicyLanguage

/// What an author thought would be counted, renewed or seen, and was not.
extension WhyMissing {
    /// Of a status that is not active: what began it while it was.
    func begunAgain(_ status: String) -> String? {
        guard let last = repetition(of: status) else { return nil }
        let renewal = history.statuses.renewal(status, by: last.rule, history.policy.policy)
        return last.clause(clock) + (renewal.map { "; \($0)" } ?? "")
    }

    /// The last of a status since it began.
    private func repetition(of status: String) -> Repetition? {
        history.repetitions.last {
            $0.isOf(status: status) && $0.time >= history.statuses.began[status] ?? .min
        }
    }

    /// What asked for a norm once more while it was open, or kept on the status that it stood by.
    func again(_ norm: Outcome.Issued) -> String {
        if let last = history.repetitions.last(where: { $0.isOf(norm: norm.norm) }) { return "; \(last.clause(clock))" }
        let parts = norm.rule.split(separator: ".").map(String.init)
        guard parts.first == "statuses", parts.count > 1,
            let last = repetition(of: parts[1])
        else { return "" }
        return "; \(last.line(clock)) (at \(clock.text(last.time)))"
    }

    /// The values that a condition read, where the sentence does not put them into words.
    func values(_ finding: Finding) -> String {
        guard finding.code == .guardFailed,
            ["`if` does not hold", "`unless` holds"].contains(where: { finding.sentence.contains($0) })
        else { return "" }
        var found: [String] = []
        for read in finding.checks.filter({ $0.isWanted == false }).flatMap(\.reads) where !read.isHidden {
            let counted = read.value.flatMap { Int64($0) }.flatMap { history.counted.text(read.name, $0, of: who) }
            let text =
                read.value.map { "\(read.name) = \($0)" + (counted.map { ", counted: \($0)" } ?? "") }
                ?? "\(read.name) is not known"
            if !found.contains(text) { found.append(text) }
        }
        return found.isEmpty ? "" : " (\(found.joined(separator: "; ")))"
    }

    /// That the `if` of a measure did not hold in this step.
    func uncounted(_ measure: String) -> String {
        let declared = history.policy.policy.measures.first { $0.name.value == measure }
        let events = (declared?.of ?? []).compactMap(\.event)
        if !events.isEmpty, declared?.kind == .count, !(declared?.of ?? []).contains(where: history.hasCome) {
            return "; it counts \(events.map(quoted).joined(separator: " and ")), and no step was that"
        }
        guard let look = history.measureLooks["measures.\(measure)"], look.result.isTrue == (look.role == .unless)
        else { return "" }
        return "; its `\(look.role.rawValue)` \(look.role == .unless ? "held" : "did not hold"): `\(look.text)`"
            + ", where other measures are read as they were before the event"
    }

    /// What a count is made of.
    func counted(_ measure: String, _ now: Int64) -> String {
        history.counted.text(measure, now, of: who).map { "; counted: \($0)" } ?? ""
    }
}

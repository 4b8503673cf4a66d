import AuditLog
import PolicyEngine
import PolicyLanguage

/// Why norms that are open do not stand for now, and that they stand again.
extension Reasons {
    func paused(_ paused: Outcome.Paused) -> Finding {
        let life = life(paused.norm)
        let doing = words.doing(paused.action, life?.norm.arguments ?? [])
        let failing = paused.prohibition == nil ? life.map(failing) ?? [] : []
        let clauses = ConditionWords.clauses(failing, passed: false)
        let why =
            paused.prohibition.map { bar in
                "\(self.life(bar).map { words.reason($0.norm.rule) } ?? "something stronger") rules it out"
            } ?? (clauses.isEmpty ? "its condition does not hold" : Self.joined(clauses))
        return Finding(
            code: .paused, rule: life?.norm.rule, norm: paused.norm,
            sentence: "For now not \(words.standing(life?.norm.modality)): to \(doing), for \(why).", checks: failing,
            cites: life.map { cites($0.norm.rule) } ?? [])
    }

    func resumed(_ resumed: Outcome.Resumed) -> Finding {
        let life = life(resumed.norm)
        let doing = words.doing(resumed.action, life?.norm.arguments ?? [])
        return Finding(
            code: .resumed, rule: life?.norm.rule, norm: resumed.norm,
            sentence: "Again \(words.standing(life?.norm.modality)): to \(doing).",
            cites: life.map { cites($0.norm.rule) } ?? [])
    }
}

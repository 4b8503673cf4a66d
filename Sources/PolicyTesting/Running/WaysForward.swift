import PolicyEngine
import PolicyExplain
import PolicyLanguage

/// What to type where the reason is known, and the author meant something else.
extension WhyMissing {
    /// Of a duty that was over before its author thought: with its contact, or by the first deed.
    func survival(_ life: CaseHistory.Life) -> String {
        guard let end = life.end, life.norm.modality.isDuty else { return "" }
        let act = life.norm.action
        if [.missed, .released, .expired].contains(end.state), end.time == history.end(of: life.contact) {
            return ", with the contact: for a duty that outlives it write `\(act): {during: customer}`"
        }
        if end.state == .superseded {
            return
                ": a `must_not: \(act)` beat it, and it does not come again by itself; what is to wait for the end of that is `may`, or a "
                + "rule that is set off then"
        }
        let together = history.lives.filter {
            $0.norm.action == act && $0.end?.time == end.time && $0.end?.state == .fulfilled && $0.norm.modality.isDuty
        }
        if end.state == .fulfilled, together.count > 1 {
            return
                ": one deed did both, \(together.prefix(3).map(\.norm.rule).joined(separator: " and ")); for two that are done apart give them "
                + "different actions"
        }
        guard end.state == .fulfilled, !history.repetitions.contains(where: { $0.isOf(norm: life.norm.norm) }) else {
            return ""
        }
        return
            ": one deed fulfils it; what has to go on is said by what must not be, `must_not: …`, or asked again with "
            + "`\(act): {confirm: {every: 10m}}`"
    }

    /// Of a rule that waits for a number, which a count comes to once.
    func everyLaterOne(_ rule: Rule?, _ measure: String, _ number: Int64, _ now: Int64) -> String {
        let measures = history.policy.policy.measures
        guard now > number, let event = measures.first(where: { $0.name.value == measure })?.of.first?.event else {
            return ""
        }
        return "; it comes to a number once: for this one and every later one write `when: \(event)` and "
            + "`if: '\(measure) >= \(number)'`"
    }

    /// Of a duty that lives with the agent, whose time goes on with what concerns the agent.
    func notYetDue(_ action: String, at now: Int64) -> String? {
        let life = history.lives.last { $0.norm.action == action && $0.norm.modality.isDuty && $0.end == nil }
        guard let life, let due = life.norm.due, due < now else { return nil }
        return
            "\(quoted(action)) was due at \(clock.text(due)) and is open: it lives with the agent, whose time goes on with what concerns "
            + "the agent, or with a step `time.passed: {}`"
    }

    /// Of norms that stand though the condition of their rule, which was asked once, would say no by now.
    func askedOnce(_ standing: [StandingNorm]) -> String {
        for norm in standing {
            guard let rule = history.policy.policy.rules.first(where: { "rules.\($0.name.value)" == norm.rule }),
                let life = history.lives.last(where: { $0.norm.norm == norm.norm }), life.step != history.current?.step,
                let (key, text) = lasting(rule.guard)
            else { continue }
            return
                "; the \(quoted(key)) of \(norm.rule) was asked when it was set off, at step \(life.step), and not since: what is asked "
                + "all the while stands in the act, `\(norm.action): {\(key): '\(text)'}`"
        }
        return ""
    }

    /// A condition of a rule on what may change: a status, or a fact.
    private func lasting(_ guard: Guard) -> (key: String, text: String)? {
        for (key, condition) in [("unless", `guard`.exception), ("if", `guard`.condition)] {
            guard let text = condition?.text.value, !text.contains("event."), text.utf8.count < 60, !text.contains("'"),
                text.contains("status(") || text.contains("fact(")
            else { continue }
            return (key, text)
        }
        return nil
    }

    /// Of a step of a ladder that was not reached, and of a clock that began again.
    func wayForward(_ finding: Finding, _ rule: String) -> String {
        guard finding.code == .notTriggered else { return "" }
        let policy = history.policy.policy
        if finding.rule == rule,
            let ladder = policy.ladders.first(where: { rule.hasPrefix("ladders.\($0.name.value).") })
        {
            return ladder.climbs == .always || !isHeldBack(ladder)
                ? "" : "; for a ladder that climbs whether that was done or not write `climbs: always`"
        }
        let found = policy.rules.first { "rules.\($0.name.value)" == rule }
        return found?.when.lazy.compactMap(begunAgain).first ?? ""
    }

    /// What a step of the ladder asks for was not done, and something came all the same.
    private func isHeldBack(_ ladder: Ladder) -> Bool {
        let steps = "ladders.\(ladder.name.value)."
        return history.repetitions.contains { $0.rule.hasPrefix(steps) }
            || history.lives.contains { life in
                life.norm.rule.hasPrefix(steps) && life.end.map { [.missed, .declined].contains($0.state) } ?? false
            }
    }

    private func begunAgain(_ trigger: Trigger) -> String? {
        guard case .measure(let name, _) = trigger.kind,
            let measure = history.policy.policy.measures.first(where: { $0.name.value == name.value }),
            measure.kind == .elapsed, measure.per == .contact, let now = history.current?.event.time,
            let value = engine.measure(name.value, contact: who.contact, customer: who.customer, agent: who.agent)
        else { return nil }
        let times = measure.of.flatMap { history.times(of: $0, in: who.contact) }
        guard let first = times.min(), times.contains(now - value), first < now - value else { return nil }
        return
            ". It began again at \(clock.text(now - value)), as a clock does with every event that it names: for one that runs all "
            + "along write `elapsed: contact.started`"
            + (measure.runsWhile == nil
                ? ", and `runs_while: …` for when it is to stand still" : " with the same `runs_while`")
    }
}

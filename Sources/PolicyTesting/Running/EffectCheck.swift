import PolicyEngine
import PolicyLanguage

/// What a step closed, judged, measured, wrote and coached.
extension ExpectationCheck {
    func closing(_ claim: Expectation.Claim, at now: Int64) -> String? {
        let closed = record.closed
        if case .closed(let action, let state) = claim {
            let states = closed.filter { $0.action == action }.map(\.state)
            if state.map({ states.contains($0) }) ?? states.isEmpty { return nil }
        } else if closed.isEmpty {
            return nil
        }
        if case .closed(let action, .missed?) = claim,
            let due = record.standing.first(where: { $0.action == action && $0.due == now })?.due
        {
            return "\(quoted(action)) is due exactly now and is missed after it, at \(clock.text(due + 1))"
        }
        if closed.isEmpty, case .closed(let action, let state?) = claim, let before = why?.closedBefore(action, state) {
            return before
        }
        if case .closed(let action, .missed?) = claim, let late = why?.notYetDue(action, at: now) { return late }
        if case .closed(let action, _) = claim, !closed.contains(where: { $0.action == action }),
            let held = why?.held(.must, action) ?? why?.held(.should, action)
        {
            return "\(quoted(action)) was not closed: \(held), and it closes when it falls due or its home ends"
        }
        if closed.isEmpty { return "nothing was closed" + objection(claim) }
        return "closed were: " + closed.map(\.text).joined(separator: ", ") + objection(claim)
    }

    /// What was wrong with the deed that was to close something.
    private func objection(_ claim: Expectation.Claim) -> String {
        guard case .closed(let action, _) = claim,
            let verdict = record.verdicts.first(where: {
                $0.action == action && [.wrongRole, .incomplete, .premature].contains($0.verdict)
            })
        else { return "" }
        let norm = verdict.norm.flatMap { record.issued[$0] }
        let said = "; \(quoted(action)) was judged `\(verdict.verdict.rawValue)`"
        switch verdict.verdict {
        case .wrongRole:
            let roles = norm?.by ?? names.doers[action] ?? []
            return roles.isEmpty ? said : said + ": write " + roles.map { "`by: \($0)`" }.joined(separator: " or ")
        case .incomplete:
            let (demands, asked) = (names.demands[action], norm?.arguments)
            let spoken = Set((demands?.said ?? []) + (asked?.list("must_say") ?? [])).sorted()
            let carried = Set((demands?.fields ?? []) + (asked?.list("fields") ?? [])).sorted()
            let texts = [("said", spoken), ("fields", carried)].filter { !$0.1.isEmpty }.map { key, words in
                key == "said"
                    ? "`said: [\(words.joined(separator: ", "))]`"
                    : "`fields: {\(words.map { "\($0): …" }.joined(separator: ", "))}`"
            }
            return texts.isEmpty ? said : said + ": it wants " + texts.joined(separator: " and ")
        default: return said
        }
    }

    func judgement(_ claim: Expectation.Claim) -> String? {
        let verdicts = record.verdicts
        if case .verdict(let action, let verdict) = claim {
            let found = verdicts.filter { $0.action == action }.map(\.verdict)
            if verdict.map({ found.contains($0) }) ?? found.isEmpty { return nil }
        } else if verdicts.isEmpty {
            return nil
        }
        if verdicts.isEmpty { return "nothing was judged" }
        let judged = "judged were: " + verdicts.map { "\($0.action) \($0.verdict.rawValue)" }.joined(separator: ", ")
        if case .verdict(let action, .silent?) = claim, let closed = closed(action),
            verdicts.contains(where: { $0.verdict == .forbidden && $0.rule == "actions.\(action)" })
        {
            return "\(judged); \(closed)"
        }
        if case .verdict(let action, let wanted?) = claim, let way = objecting(wanted, action, verdicts) {
            return "\(judged); \(way)"
        }
        guard case .verdict(let action, let wanted?) = claim, [.fulfilled, .late, .permitted].contains(wanted),
            verdicts.contains(where: { $0.action == action && [.silent, .forbidden].contains($0.verdict) })
        else { return judged }
        return judged + reason(of: action)
    }

    /// How a policy comes to object to a deed of which it says nothing now.
    private func objecting(_ wanted: Judgement, _ action: String, _ verdicts: [Outcome.Verdict]) -> String? {
        guard verdicts.contains(where: { $0.action == action && $0.verdict == .silent }) else { return nil }
        switch wanted {
        case .forbidden:
            return
                "nothing forbids it now: write `must_not: \(action)`, or `actions: {\(action): {closed: true}}` if it is "
                + "forbidden wherever nothing allows it"
        case .premature:
            return
                "nothing asks for it or allows it now: a deed is premature where a norm on it is open and names what comes first, "
                + "`{\(action): {after: …}}`; one that is forbidden until then is `actions: {\(action): {closed: true}}`"
        case .wrongRole: return "who may do it is said by `actions: {\(action): {by: […]}}`"
        case .incomplete: return "what it has to carry is said by `actions: {\(action): {fields: […]}}`"
        default: return nil
        }
    }

    func measure(_ name: String, _ amount: Expectation.Amount) -> String? {
        let now = engine.measure(name, contact: who.contact, customer: who.customer, agent: who.agent)
        guard let now else { return "there is no such measure" }
        switch amount {
        case .number(let number):
            return now == number ? nil : "it is \(now)" + (why?.counted(name, now) ?? "") + (why?.uncounted(name) ?? "")
        case .time(let time): return now == time ? nil : "it is \(TestTime.text(now))"
        }
    }

    func script(_ action: String, _ script: String?) -> String? {
        let begun = record.begun.filter { $0.action == action }
        let scripts = begun.compactMap { $0.script?.id }
        if script.map({ scripts.contains($0) }) ?? scripts.isEmpty { return nil }
        if begun.isEmpty { return "no \(quoted(action)) was issued in this step" + reason(of: action) }
        if scripts.isEmpty { return "it was issued without a script" }
        return "it was issued with \(scripts.map(quoted).joined(separator: ", "))"
    }

    func coached() -> String {
        if record.coached.isEmpty { return "nothing was coached" }
        return "coached were: " + record.coached.map { quoted($0.phrase) }.joined(separator: ", ")
    }

    func faults() -> String {
        if record.faults.isEmpty { return "there was no fault" }
        return "faults were: " + record.faults.map { "`\($0.code)` in \($0.rule)" }.joined(separator: ", ")
    }

    func noEffect() -> String? {
        if record.outcomes.isEmpty { return nil }
        let closed = record.closed
        guard record.standing.isEmpty, !closed.isEmpty else {
            let issued = record.begun.map { "\($0.modality.rawValue) \($0.action)" }
            return "the step had effects" + (issued.isEmpty ? "" : ": it issued \(issued.joined(separator: ", "))")
        }
        var modalities: [String] = []
        for modality in closed.compactMap({ record.issued[$0.norm]?.modality.rawValue })
        where !modalities.contains(modality) {
            modalities.append(modality)
        }
        let ways = modalities.map { "`\($0): []`" }.joined(separator: " and ")
        return "the step closed what stood (\(closed.map(\.text).joined(separator: ", "))), and nothing stands now"
            + (ways.isEmpty ? "" : ": write \(ways) to say that")
    }

    func reception(_ claim: Expectation.Claim) -> String? {
        switch (claim, record.reception) {
        case (.refused(let code), .refused(let refusal)) where refusal.code.rawValue == code: nil
        case (.duplicate, .duplicate): nil
        case (_, .accepted): "the event was accepted"
        case (_, .duplicate): "the event is a duplicate"
        case (_, .refused(let refusal)): "the event was refused as `\(refusal.code.rawValue)`: \(refusal.message)"
        }
    }
}

extension Outcome.Closed {
    fileprivate var text: String { "\(action) \(state.rawValue)" }
}

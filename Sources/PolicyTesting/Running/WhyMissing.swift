import PolicyEngine
import PolicyExplain
import PolicyLanguage

/// Why something that a test expects is not so: what the policy would have it from, and what was in the way.
struct WhyMissing {
    let history: CaseHistory
    let record: StepRecord
    let engine: Engine
    let clock: TestClock
    /// Whom the step is about.
    let who: Participants
    private var contact: String? { who.contact }
    /// So many rules are told of at most.
    private static let most = 2

    // MARK: Norms

    /// Of a norm that was issued, is open, and does not count now.
    func held(_ modality: Modality, _ action: String) -> String? {
        let standing = Set(record.standing.map(\.norm))
        let open = history.lives.last {
            $0.norm.modality == modality && $0.norm.action == action && $0.end == nil && $0.contact == contact
                && !standing.contains($0.norm.norm)
        }
        guard let open else { return nil }
        let ban = record.standing.first { $0.modality == .mustNot && $0.action == action }
        if let ban {
            let isClosed = PolicyNames(history.policy.policy).closed.contains(action)
            return "it was issued, and `must_not: \(action)` from \(ban.rule) stands against it"
                + (isClosed ? "; where nothing allows it \(quoted(action)) is forbidden without that" : "")
        }
        let look = history.conditions.last {
            $0.action == action && $0.site == open.norm.rule && $0.result.isTrue == ($0.role == .unless)
        }
        guard let look else { return "it was issued, but its own `if` or `unless` says no just now" }
        let text = look.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "it was issued, but its own `\(look.role.rawValue)` "
            + "\(look.role == .unless ? "holds" : "does not hold") just now: `\(text)`"
    }

    /// Of an action that nothing asks for or allows now: what would have.
    func text(of action: String) -> String? {
        if record.standing.contains(where: { $0.action == action && $0.modality != .mustNot }) { return nil }
        let sources = NormSources(history.policy.policy)
        for modality in [Modality.must, .should, .may] where !sources.all(modality, action).isEmpty {
            if let held = held(modality, action) { return held }
            return text(modality, StandingClaim(action: action))
        }
        return "nothing in the policy asks for or allows \(quoted(action))"
    }

    /// Of a norm that is not open: how it ended, or what kept the rules that ask for it from asking.
    func text(_ modality: Modality, _ claim: StandingClaim) -> String? {
        let all = NormSources(history.policy.policy).all(modality, claim.action)
        let sources = all.filter { claim.rule == nil || claim.rule == $0.id }
        if sources.isEmpty { return nobody(modality, claim) }
        // What was set off last is what the author has in mind.
        let steps = sources.map { history.looks[$0.entry]?.step ?? 0 }
        let latest = steps.max() ?? 0
        let told = zip(sources, steps).filter { $0.1 == latest }.map(\.0)
        let ended = closed(modality, claim)
        var reasons: [String] = []
        for source in told.prefix(5) {
            if let after = source.after {
                reasons.append("\(source.id) asks for it once `\(after)` was missed")
            } else if let finding = finding(source.id), ended == nil || finding.code != .notTriggered {
                reasons.append(clause(finding, source.id))
            }
        }
        reasons = unique(reasons)
        if let ended, reasons.isEmpty || latest != history.current?.step { return ended }
        if reasons.isEmpty { return told.lazy.compactMap { waits($0.entry) }.first }
        let more = reasons.count > Self.most ? " (and \(reasons.count - Self.most) more)" : ""
        return reasons.isEmpty ? nil : reasons.prefix(Self.most).joined(separator: "; ") + more
    }

    private func nobody(_ modality: Modality, _ claim: StandingClaim) -> String? {
        let sources = NormSources(history.policy.policy)
        if claim.rule != nil, let other = sources.all(modality, claim.action).first {
            return "no such rule asks for it; \(other.id) does"
        }
        let none = "nothing in the policy says `\(modality.rawValue): \(claim.action)`"
        if modality == .mustNot { return "\(none); that no norm on it stands is `silent: [\(claim.action)]`" }
        if record.standing.contains(where: { $0.action == claim.action }) { return none }
        let others = Modality.allCases.compactMap { other in
            sources.all(other, claim.action).first.map { "\($0.id) says `\(other.rawValue): \(claim.action)`" }
        }
        return others.isEmpty ? none : "\(none); \(others[0])"
    }

    /// A rule that a measure sets off when it comes to a number, and only then: where the measure is now.
    private func waits(_ entry: String) -> String? {
        let rule = history.policy.policy.rules.first { "rules.\($0.name.value)" == entry }
        for trigger in rule?.when ?? [] {
            guard case .measure(let name, let value) = trigger.kind,
                history.policy.policy.measures.first(where: { $0.name.value == name.value })?.kind == .count,
                let now = engine.measure(name.value, contact: contact, customer: who.customer, agent: who.agent),
                now != value.value
            else { continue }
            return "\(entry) waits for \(quoted(name.value)) to come to \(value.value), and it is at \(now)"
                + everyLaterOne(rule, name.value, value.value, now)
        }
        return nil
    }

    /// That a duty closed as is expected, but in an earlier step.
    func closedBefore(_ action: String, _ state: NormState) -> String? {
        let ends = history.lives.filter { $0.norm.action == action && $0.contact == contact }.compactMap(\.end)
        guard let end = ends.last(where: { $0.state == state }) else { return nil }
        return
            "it was closed as `\(state.rawValue)` at \(clock.text(end.time)), and an earlier step has shown that: expect it in the "
            + "first step from then on"
    }

    /// How the last such norm of the contact ended.
    private func closed(_ modality: Modality, _ claim: StandingClaim) -> String? {
        let life = history.lives.last {
            $0.norm.modality == modality && $0.norm.action == claim.action && $0.end != nil && $0.contact == contact
                && (claim.rule == nil || claim.rule == $0.norm.rule)
        }
        guard let life, let end = life.end else { return nil }
        return "\(life.norm.rule) asked for it, and it was closed as `\(end.state.rawValue)` at \(clock.text(end.time))"
            + again(life.norm) + survival(life)
    }

    // MARK: Rules

    /// Why a rule, a ladder, a step of one or a status did nothing, as a clause.
    func text(_ rule: String) -> String? { finding(rule).map { clause($0, rule) } }

    private func look(_ rule: String) -> CaseHistory.Look? { history.looks[NormSources.entry(of: rule)] }

    private func finding(_ rule: String) -> Finding? {
        guard let current = history.current else { return nil }
        let finding = history.finding(rule, at: look(rule)?.event ?? current.event.id, of: who, clock)
        return finding.flatMap { [.issued, .climbed, .statusBegan, .closed].contains($0.code) ? nil : $0 }
    }

    private func clause(_ finding: Finding, _ rule: String) -> String {
        let clause = finding.sentence.hasSuffix(".") ? String(finding.sentence.dropLast()) : finding.sentence
        let place = look(rule).map { $0.step == history.current?.step ? "" : "at step \($0.step), " } ?? ""
        return place + clause.prefix(1).lowercased() + clause.dropFirst() + values(finding) + tooLate(finding, rule)
            + wayForward(finding, rule)
            + (clause.hasSuffix("has ended") ? "; another contact is named beside `at`, `contact: c-2`" : "")
    }

    /// A fact that a rule waits for and that was recorded after it had been asked.
    private func tooLate(_ finding: Finding, _ rule: String) -> String {
        guard finding.code == .guardFailed, let current = history.current, let look = look(rule),
            look.step != current.step, current.event.type == .builtIn(.factRecorded),
            let fact = current.event.text("name"),
            history.policy.facts(readBy: NormSources.entry(of: rule)).contains(fact)
        else { return "" }
        return "; a rule is asked only when it is set off: for the fact to set it off too, write "
            + "`when: […, fact.recorded]`"
    }

    private func unique(_ texts: [String]) -> [String] {
        var found: [String] = []
        for text in texts where !found.contains(text) { found.append(text) }
        return found
    }
}

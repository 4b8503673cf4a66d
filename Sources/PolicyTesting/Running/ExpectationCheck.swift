import PolicyEngine
import PolicyLanguage
import SourceText

/// Holds what a step did against what the test expects of it.
struct ExpectationCheck {
    let record: StepRecord
    let engine: Engine
    let who: Participants
    let names: PolicyNames
    let clock: TestClock
    let why: WhyMissing?

    struct Failure {
        var span: SourceSpan
        var message: String
    }

    /// Every expectation that did not come true, in the order written, after an event that was not taken unexpectedly.
    func failures(of step: TestStep) -> [Failure] {
        var found: [Failure] = []
        if let message = surprise(step) { found.append(Failure(span: step.type.span, message: message)) }
        for expectation in step.expectations {
            guard let problem = problem(with: expectation.claim, at: step.time) else { continue }
            let written = ClaimText(clock: clock).text(expectation.claim)
            found.append(Failure(span: expectation.span, message: "expected `\(written)`; \(problem)"))
        }
        return found
    }

    /// The event was not taken, and the test does not say so.
    private func surprise(_ step: TestStep) -> String? {
        let isExpected = step.expectations.contains {
            switch $0.claim {
            case .refused, .duplicate: true
            default: false
            }
        }
        if isExpected { return nil }
        switch record.reception {
        case .accepted: return nil
        case .duplicate: return "the event is a duplicate of an earlier one and changed nothing"
        case .refused(let refusal): return "the event was refused (`\(refusal.code.rawValue)`): \(refusal.message)"
        }
    }

    /// What there was instead; nil where the claim holds.
    private func problem(with claim: Expectation.Claim, at now: Int64) -> String? {
        switch claim {
        case .stands(let modality, let claim): return standing(modality, claim)
        case .noneStands(let modality):
            let standing = record.standing.filter { $0.modality == modality }
            return standing.isEmpty
                ? nil
                : stood(standing) + waiting(standing) + (why?.askedOnce(standing) ?? "") + alone(modality, standing)
        case .noneStandsOn(let modality, let action):
            let standing = record.standing.filter { $0.modality == modality && $0.action == action }
            return standing.isEmpty ? nil : stood(standing) + waiting(standing) + (why?.askedOnce(standing) ?? "")
        case .silent(let action): return silent(action)
        case .closed, .nothingClosed: return closing(claim, at: now)
        case .verdict, .nothingJudged: return judgement(claim)
        case .status(let name, let phase):
            let now = engine.status(name, contact: who.contact, customer: who.customer, agent: who.agent)
            if now == phase { return nil }
            guard let now else { return "it never began" + reason("statuses.\(name)") }
            return "it is \(now.rawValue)" + (phase == .active ? why?.begunAgain(name).map { "; \($0)" } ?? "" : "")
        case .ladder(let name, let position):
            let now = engine.ladder(name, contact: who.contact, customer: who.customer)
            guard let now else { return "there is no such ladder" }
            return now == position ? nil : "it stands at \(now)" + (now < position ? reason("ladders.\(name)") : "")
        case .measure(let name, let amount): return measure(name, amount)
        case .script(let action, let script): return self.script(action, script)
        case .due(let action, let moment): return due(action, moment)
        case .coached(let phrase):
            return record.coached.contains { $0.phrase == phrase } ? nil : coached()
        case .nothingCoached: return record.coached.isEmpty ? nil : coached()
        case .fault(let code): return record.faults.contains { $0.code == code } ? nil : faults()
        case .noFaults: return record.faults.isEmpty ? nil : faults()
        case .noEffect: return noEffect()
        case .refused, .duplicate: return reception(claim)
        }
    }

    func reason(of action: String) -> String { why?.text(of: action).map { "; \($0)" } ?? "" }

    private func reason(_ entry: String) -> String { why?.text(entry).map { "; \($0)" } ?? "" }

    // MARK: Norms

    private func standing(_ modality: Modality, _ claim: StandingClaim) -> String? {
        if record.standing.contains(where: { $0.modality == modality && fits($0, claim) }) { return nil }
        if let held = why?.held(modality, claim.action) { return held }
        let isClosed = modality == .mustNot && names.closed.contains(claim.action)
        let isOther = record.standing.contains { $0.modality == modality && $0.action == claim.action }
        return stood(record.standing, withRules: claim.rule != nil)
            + (isClosed ? "; a closed action needs no prohibition: expect `may: []`, or a verdict" : "")
            + (isOther || isClosed ? "" : why?.text(modality, claim).map { "; \($0)" } ?? "")
    }

    /// How it is said that one act is not allowed, where others are.
    private func alone(_ modality: Modality, _ standing: [StandingNorm]) -> String {
        let stands = Set(standing.map(\.action))
        guard modality == .may, let closed = names.closed.sorted().first(where: { !stands.contains($0) }) else {
            return ""
        }
        return "; that one act is not allowed, while others are, is `may: {\(closed): none}`"
    }

    private func fits(_ norm: StandingNorm, _ claim: StandingClaim) -> Bool {
        norm.action == claim.action && claim.by.allSatisfy(norm.by.contains)
            && (claim.due == nil || claim.due == norm.due) && (claim.until == nil || claim.until == norm.until)
            && (claim.to == nil || claim.to == norm.to) && (claim.rule == nil || claim.rule == norm.rule)
            && (claim.script == nil || claim.script == record.issued[norm.norm]?.script?.id)
    }

    /// That an act which waits for another stands all the same, and is judged for it.
    private func waiting(_ standing: [StandingNorm]) -> String {
        for norm in standing {
            let after = record.issued[norm.norm]?.arguments.first { $0.name == "after" }?.value
            guard case .text(let first)? = after else { continue }
            return
                "; \(quoted(norm.action)) waits for \(quoted(first)) by its `after`, and stands all the same: done before it, it is "
                + "judged `premature`, which a test expects as `verdict: {\(norm.action): premature}`"
        }
        return ""
    }

    private func stood(_ standing: [StandingNorm], withRules: Bool = false) -> String {
        if standing.isEmpty { return "nothing stood" }
        let text = NormText(clock: clock)
        return "standing were: "
            + standing.map { text.text($0, record.issued[$0.norm], withRule: withRules) }.joined(separator: ", ")
    }

    private func silent(_ action: String) -> String? {
        let standing = record.standing.filter { $0.action == action }
        if !standing.isEmpty { return stood(standing) + (why?.askedOnce(standing) ?? "") }
        return closed(action)
    }

    /// That an action is closed, and by what; nil for one that is open.
    func closed(_ action: String) -> String? {
        guard names.closed.contains(action) else { return nil }
        let isBuiltIn = BuiltInAction.named(action)?.closed == true
        return "\(quoted(action)) is forbidden wherever nothing allows it"
            + (isBuiltIn ? "" : " (`closed: true` under `actions`)")
            + ", so the policy is not silent on it: that it is not allowed is `may: {\(action): none}`, and, of a deed, "
            + "`verdict: {\(action): forbidden}`"
            + (isBuiltIn ? "; `actions: {\(action): {closed: false}}` would open it to everybody" : "")
    }

    private func due(_ action: String, _ moment: Int64) -> String? {
        let begun = record.begun.filter { $0.action == action }.compactMap(\.due)
        let standing = record.standing.filter { $0.action == action }.compactMap(\.due)
        var all: [Int64] = []
        for due in begun + standing where !all.contains(due) { all.append(due) }
        if all.contains(moment) { return nil }
        if all.isEmpty { return "no \(quoted(action)) is due" + reason(of: action) }
        return "it is due at \(all.map(clock.text).joined(separator: ", "))"
    }
}

import AuditLog
import PolicyEngine
import PolicyLanguage

/// Why norms closed, ladders went down and statuses began or ended.
extension Reasons {
    /// nil where the verdict on a deed tells it already.
    func closed(_ closed: Outcome.Closed) -> Finding? {
        if outcome.verdicts.contains(where: { $0.norm == closed.norm }) { return nil }
        let life = life(closed.norm)
        let doing = words.doing(closed.action, life?.norm.arguments ?? [])
        let who = words.roles(life?.norm.by ?? [])
        let due = life?.norm.due.map { " by \(moment($0))" } ?? ""
        let isPermission = life?.norm.modality == .may
        let sentence: String
        switch closed.state {
        case .missed:
            let ending = isEnd ? "the \(words.contact) ended before it was done" : "by then it was not done"
            sentence = "Missed: \(who) had to \(doing)\(due), and \(ending)."
        case .declined: sentence = "Declined: \(who) will not \(doing), for a reason that the policy does not accept."
        case .excused:
            sentence = "Excused: to \(doing) is no longer asked, for the reason given is one that the policy accepts."
        case .superseded:
            sentence =
                "No longer asked: to \(doing), for \(bar(closed).map(words.reason) ?? "something stronger") now rules it out."
        case .fulfilled, .late: sentence = "Done: to \(doing)."
        case .released, .expired, .open:
            let what =
                isPermission
                ? "No longer allowed" : life?.norm.modality == .mustNot ? "No longer ruled out" : "No longer asked"
            sentence = "\(what): to \(doing), for \(wentAway(life))."
        }
        let isReleased = closed.state == .released && !isEnd
        return Finding(
            code: .closed, rule: life?.norm.rule, norm: closed.norm, sentence: sentence,
            checks: isReleased ? life.map(failing) ?? [] : [], cites: life.map { cites($0.norm.rule) } ?? [])
    }

    private var isEnd: Bool { event?.type == .builtIn(.contactEnded) }

    private func wentAway(_ life: CaseMemory.Life?) -> String {
        if isEnd { return "the \(words.contact) ended" }
        guard let life else { return "its reason went away" }
        if let until = life.norm.until, until <= outcome.time { return "its time was up" }
        let clauses = ConditionWords.clauses(failing(life), passed: false)
        let why = clauses.isEmpty ? "" : ": \(Self.joined(clauses))"
        if event == nil, let due = life.norm.due, due <= outcome.time {
            return "its condition did not hold when its time came\(why)"
        }
        let parts = life.norm.rule.split(separator: ".").map(String.init)
        for change in outcome.changes where parts.count > 1 {
            switch change {
            case .ladder(parts[1], let from, let to) where parts[0] == "ladders" && to < from:
                return "the ladder \(words.named(parts[1])) went back to step \(to)"
            case .status(parts[1], _, .ended) where parts[0] == "statuses":
                return "the status \(words.named(parts[1])) is over"
            default: continue
            }
        }
        if parts.first == "ladders", !clauses.isEmpty {
            return "the ladder \(words.named(parts[1])) stands still\(why)"
        }
        return "what it lasted until has come" + (event == nil ? "" : ": \(cause.words(.event))")
    }

    /// The conditions that speak against a norm, as they were when it closed.
    func failing(_ life: CaseMemory.Life) -> [Check] {
        let isOfLadder = life.norm.rule.hasPrefix("ladders.")
        return checks(of: life.norm.rule, life.norm.action, onlyOfAct: !isOfLadder, latest: isOfLadder)
            .filter { $0.isWanted == false }
    }

    /// A norm's life, also of one that began in this step.
    func life(_ norm: String) -> CaseMemory.Life? {
        if let life = memory.lives[norm] { return life }
        return outcome.issued.first { $0.norm == norm }.map {
            CaseMemory.Life(norm: $0, at: outcome.time, contact: outcome.contact, end: nil)
        }
    }

    /// The rule of the prohibition that beat a duty.
    private func bar(_ closed: Outcome.Closed) -> String? {
        if let conflict = outcome.conflicts.first(where: { $0.duty == closed.norm }) {
            return life(conflict.prohibition)?.norm.rule
        }
        let bars = outcome.issued.filter { $0.modality == .mustNot && $0.action == closed.action }
        if let bar = bars.last { return bar.rule }
        return memory.latest { life in
            life.norm.modality == .mustNot && life.norm.action == closed.action && life.end == nil
                && (life.contact == nil || life.contact == outcome.contact)
        }?.norm.rule
    }

    /// nil where a norm of the same step tells it already.
    func changed(_ change: Outcome.Change) -> Finding? {
        switch change {
        case .ladder(let name, let from, let to):
            let entry = "ladders.\(name)"
            if to > from, outcome.issued.contains(where: { Self.entry(of: $0.rule) == entry }) { return nil }
            let why: String
            if to > from {
                why = look(at: entry).map { cause.words($0.cause) } ?? "it counted often enough"
            } else {
                why = "nothing more was observed for long enough"
            }
            return Finding(
                code: to > from ? .climbed : .cooled, rule: entry,
                sentence: "The ladder \(words.named(name)) goes from step \(from) to step \(to), because \(why).",
                checks: to > from ? checks(of: entry, nil) : [], cites: cites(entry))
        case .status(let name, _, let phase):
            let (rule, why) = whyStatus(name, phase)
            return Finding(
                code: phase == .active ? .statusBegan : .statusEnded, rule: rule ?? "statuses.\(name)",
                sentence: "The status \(words.named(name)) \(phase == .active ? "begins" : "ends"), because \(why).",
                checks: rule.map { checks(of: $0, nil) } ?? [], cites: rule.map(cites) ?? [])
        }
    }

    /// The rule that began or ended a status, and what set it off.
    private func whyStatus(_ name: String, _ phase: StatusPhase) -> (rule: String?, why: String) {
        for case .entry(let look) in looks where look.result == .fired {
            guard let rule = rule(look.entry) else { continue }
            let touches =
                phase == .active
                ? rule.begins.contains { $0.status.value == name } : rule.ends.contains { $0.value == name }
            if touches { return (look.entry, "\(cause.words(look.cause)) (\(words.reason(look.entry)))") }
        }
        if event?.type == .builtIn(.statusDecided) || event?.type == .builtIn(.statusEnded) {
            return (nil, "\(words.role(event?.text("by") ?? "manager")) decided so")
        }
        if isEnd { return (nil, "the \(words.contact) ended") }
        guard phase == .ended else { return (nil, "somebody decided so") }
        if event == nil { return (nil, outcome.closed.isEmpty ? "its time was up" : "what it lasted until has come") }
        return (nil, "what it lasted until has come: \(cause.words(.event))")
    }

    func rule(_ entry: String) -> Rule? {
        let parts = entry.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "rules": return policy.rules.first { $0.name.value == parts[1] }
        case "statuses": return policy.statuses.flatMap(\.whileActive).first { $0.name.value == parts[1] }
        default: return nil
        }
    }
}

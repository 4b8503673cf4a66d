import AuditLog
import PolicyEngine
import PolicyLanguage

/// Why a deed was judged as it was.
extension Reasons {
    func judged(_ verdict: Outcome.Verdict) -> Finding {
        let life = verdict.norm.flatMap { memory.lives[$0] }
        let doing = words.doing(verdict.action, life?.norm.arguments ?? [])
        let rule = verdict.rule.map(words.reason) ?? "the policy"
        let due = life?.norm.due.map { ", due by \(moment($0))" } ?? ""
        let since = life.map { " since \(moment($0.at))" } ?? ""
        let why: String
        switch verdict.verdict {
        case .fulfilled: why = "fulfilled: \(rule) asked for it\(since)\(due)"
        case .late:
            let delay = life?.norm.due.map {
                ", and it came \(PlainWords.length((event?.time ?? outcome.time) - $0)) later"
            }
            why = "late: \(rule) asked for it\(since)\(due)\(delay ?? "")"
        case .permitted: why = "permitted: \(rule) allows it\(since)"
        case .excused: why = "excused: the policy accepts the reason that was given"
        case .silent: why = "silent: nothing in the policy speaks of it here, and it is not closed"
        case .incomplete: why = "incomplete: \(missing(verdict, life))"
        case .wrongRole: why = "wrong role: \(wrongRole(verdict, life))"
        case .premature: why = "premature: \(premature(verdict, life))"
        case .forbidden: why = "forbidden: \(forbidden(verdict))"
        }
        let looked = verdict.rule.map { checks(of: $0, verdict.action, onlyOfAct: true) } ?? []
        return Finding(
            code: .verdict, rule: verdict.rule, norm: verdict.norm,
            sentence: "Judged \(why) (to \(doing)).", checks: looked, cites: verdict.rule.map(cites) ?? [])
    }

    /// What had to be said or written down and was not.
    private func missing(_ verdict: Outcome.Verdict, _ life: CaseMemory.Life?) -> String {
        let declared = policy.actions.first { $0.name.value == verdict.action }
        func wanted(_ key: String, _ own: [String]) -> [String] {
            let asked = life?.norm.arguments.texts(key) ?? []
            return asked.isEmpty ? own : asked
        }
        let said = event?.texts("said") ?? []
        let unsaid = wanted("must_say", declared?.mustSay.map(\.value) ?? []).filter { !said.contains($0) }
        if !unsaid.isEmpty { return "\(Self.joined(unsaid.map(words.named))) had to be said" }
        var fields = wanted("fields", declared?.fields.map(\.value) ?? [])
        if verdict.action == "decide", let name = event?.text("status") {
            fields += policy.statuses.first { $0.name.value == name }?.fields.map(\.value) ?? []
        }
        var given: Set<String> = []
        if case .map(let map)? = event?["fields"] { given = Set(map.entries.compactMap(\.key.string)) }
        return "\(Self.joined(fields.filter { !given.contains($0) }.map(words.named))) had to be written down"
    }

    private func wrongRole(_ verdict: Outcome.Verdict, _ life: CaseMemory.Life?) -> String {
        let by = life?.norm.by ?? policy.actions.first { $0.name.value == verdict.action }?.by?.map(\.value) ?? []
        let doer = event?.text("by") ?? "agent"
        return "it is for \(words.roles(by)), and \(words.role(doer)) did it"
    }

    private func premature(_ verdict: Outcome.Verdict, _ life: CaseMemory.Life?) -> String {
        if let first = life?.norm.arguments.text("after") {
            return "to \(words.doing(first)) has to come first, and did not"
        }
        let parts = (verdict.rule ?? "").split(separator: ".").map(String.init)
        guard parts.count == 3, parts[0] == "ladders" else { return "something else had to come first" }
        let ladder = policy.ladders.first { $0.name.value == parts[1] }
        let home = ladder?.per ?? .contact
        let position = memory.position(parts[1], per: home, in: outcome)
        let why =
            "step \(parts[2]) of the ladder \(words.named(parts[1])) would allow it, and the ladder stands at step \(position)"
        let last = memory.latest(
            of: "ladders.\(parts[1]).\(position)", in: home == .contact ? outcome.contact : nil)
        guard let last, last.norm.modality.isDuty, last.end?.state != .fulfilled, last.end?.state != .late else {
            return why
        }
        return "\(why), where to \(words.doing(last.norm.action, last.norm.arguments)) was not done"
    }

    private func forbidden(_ verdict: Outcome.Verdict) -> String {
        let rule = verdict.rule ?? ""
        guard rule.hasPrefix("actions.") else {
            let since = verdict.norm.flatMap { memory.lives[$0] }.map { " since \(moment($0.at))" } ?? ""
            return "\(words.reason(rule)) rules it out\(since)"
        }
        let doors = doors(to: verdict.action)
        let could =
            doors.isEmpty
            ? "nothing in the policy gives one\(opening(verdict.action))"
            : "it could come from \(doors.joined(separator: " or "))"
        return "it needs a permission and none stands; \(could)"
    }

    /// How to open what the policy never closed: authors look for a rule of theirs, and there is none.
    private func opening(_ action: String) -> String {
        guard BuiltInAction.named(action)?.closed == true,
            policy.actions.first(where: { $0.name.value == action })?.closed != true
        else { return "" }
        return ": `\(action)` is closed unless `actions: {\(action): {closed: false}}` says otherwise"
    }

    /// What could allow an action: rules and steps of ladders.
    private func doors(to action: String) -> [String] {
        var found: [String] = []
        func add(_ norms: Norms, _ id: String) {
            if norms.all.contains(where: { $0.modality != .mustNot && $0.act.action.value == action }) {
                found.append(words.reason(id))
            }
        }
        for ladder in policy.ladders {
            for (index, step) in ladder.steps.enumerated() {
                add(step.norms, "ladders.\(ladder.name.value).\(index + 1)")
            }
        }
        for rule in policy.rules { add(rule.norms, "rules.\(rule.name.value)") }
        for rule in policy.statuses.flatMap(\.whileActive) { add(rule.norms, "statuses.\(rule.name.value)") }
        return found
    }
}

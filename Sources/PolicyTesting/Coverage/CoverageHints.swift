import PolicyLanguage

/// What a test does to try a thing, in words that follow "to try it, ".
struct CoverageHints: Sendable {
    private let begins: [String: [String]]
    private let ends: [String: [String]]
    private let clocks: Set<String>

    /// Who decides in this policy.
    private let decider: String

    init(_ policy: Policy) {
        decider = policy.doers(of: "decide").first ?? "manager"
        clocks = Set(policy.measures.filter { $0.kind == .elapsed }.map(\.name.value))
        var begins: [String: [String]] = [:]
        var ends: [String: [String]] = [:]
        func note(_ rule: Rule, _ id: String) {
            for begin in rule.begins { begins[begin.status.value, default: []].append(id) }
            for end in rule.ends { ends[end.value, default: []].append(id) }
        }
        for rule in policy.rules { note(rule, "rules.\(rule.name.value)") }
        for status in policy.statuses {
            for (index, rule) in status.whileActive.enumerated() {
                note(rule, "statuses.\(status.name.value).\(index + 1)")
            }
        }
        (self.begins, self.ends) = (begins, ends)
    }

    func firing(_ rule: Rule, of status: String?) -> String {
        let during = status.map { " while `\($0)` is active" } ?? ""
        if rule.when.isEmpty { return "have `\(status ?? rule.name.value)` active" }
        let conditions = rule.guard.isEmpty ? "" : ", with its conditions met"
        let channels = rule.channels.isEmpty ? "" : " on \(rule.channels.map(\.value).joined(separator: " or "))"
        return rule.when.map(words).joined(separator: " or ") + during + channels + conditions
    }

    func reaching(_ index: Int, _ ladder: Ladder) -> String {
        let step = ladder.steps[index]
        let times = step.times > 1 ? " \(step.times) times" : ""
        let what = ladder.when.map(words).joined(separator: " or ") + times
        if index == 0 { return what }
        let isAsked = ladder.climbs == .whenDone && ladder.steps[index - 1].norms.all.contains { $0.modality.isDuty }
        return "\(what) at step \(index)" + (isAsked ? ", once what it asks for was done" : "")
    }

    func beginning(_ status: StatusDeclaration) -> String {
        let rules = begins[status.name.value] ?? []
        let fields =
            status.fields.isEmpty ? "" : ", fields: {\(status.fields.map { "\($0.value): …" }.joined(separator: ", "))}"
        let decided =
            "send `status.decided: {status: \(status.name.value), decision: imposed, by: \(decider)\(fields)}`"
        return rules.isEmpty ? decided : "make \(rules.joined(separator: " or ")) fire"
    }

    func ending(_ status: StatusDeclaration) -> String {
        var ways = (ends[status.name.value] ?? []).map { "make \($0) fire" }
        if status.about == .contact { ways.append("end the contact") }
        if status.until != nil { ways.append("let its `until` come") }
        return "begin it, then "
            + (ways.isEmpty ? "send `status.ended: {status: \(status.name.value)}`" : ways.joined(separator: " or "))
    }

    /// `place` says at which step of a ladder, where it is of one.
    func missing(_ act: Act, _ place: String = "") -> String {
        guard case .elapsed(let time)? = act.within?.value else {
            return "decline `\(act.action.value)`\(place)"
        }
        return "let `\(act.action.value)` go undone for more than \(TestTime.text(time))\(place)"
    }

    /// What sets a rule off that no event alone does is said first.
    func deciding(_ text: String, _ truth: Bool, isPart: Bool, _ id: String, _ triggers: [Trigger]) -> String {
        let isByEvents = triggers.contains { trigger in
            switch trigger.kind {
            case .event, .conduct: true
            case .measure, .status, .ladder, .duty: false
            }
        }
        let start = isByEvents || triggers.isEmpty ? "" : triggers.prefix(2).map(words).joined(separator: " or ") + ": "
        let owner = id.hasSuffix(":") ? String(id.dropLast()) : id
        if isPart {
            return "\(start)look at \(owner) where nothing but `\(text)` "
                + (truth ? "holds" : "stands in the way")
        }
        return "\(start)look at \(owner) where `\(text)` \(truth ? "holds" : "does not hold")"
            + (start.isEmpty ? "" : ended(text, truth))
    }

    /// How a status that the condition reads is over by then.
    private func ended(_ text: String, _ truth: Bool) -> String {
        guard let found = text.wholeMatch(of: /(!?)status\(["']([a-z0-9_-]+)["']\)/), truth != found.output.1.isEmpty
        else {
            return ""
        }
        return
            ", for example with `status.decided: {status: \(found.output.2), decision: reversed, by: \(decider)}` before"
    }

    private func words(_ trigger: Trigger) -> String {
        switch trigger.kind {
        case .event(let name): "send `\(name.value)`"
        case .conduct(let name): "observe `\(name.value)`"
        case .measure(let name, let value):
            "let `\(name.value)` come to \(clocks.contains(name.value) ? TestTime.text(value.value) : "\(value.value)")"
        case .status(let name, let phase): "let `\(name.value)` \(phase == .active ? "begin" : "end")"
        case .ladder(let name, let step): "let `\(name.value)` climb to \(step.value)"
        case .duty(let action, let state): "let a duty to `\(action.value)` become \(state.rawValue)"
        }
    }
}

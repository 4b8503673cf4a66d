/// Acts and their arguments.
extension RandomPolicy {
    /// Modalities with their acts, at least so many.
    mutating func norms(least: Int, from first: Int) -> [String] {
        var parts: [String] = []
        for (modality, percent) in [("must", 60), ("should", 20), ("may", 35), ("must_not", 25)] {
            if random.chance(percent) { parts.append("\(modality): \(acts(modality, from: first))") }
        }
        if parts.count < least { parts.append("must: \(acts("must", from: first))") }
        return parts
    }

    private mutating func acts(_ modality: String, from first: Int) -> String {
        let one = act(modality, from: first)
        return random.chance(20) ? "[\(one), \(act(modality, from: first))]" : one
    }

    /// An act whose home is an agent, under its modality.
    mutating func agentAct() -> String {
        let action = "offer_break"
        var modality = random.pick(["must", "should", "may", "must_not"])
        if modality == "must", current.bans.contains(action) { modality = "may" }
        if modality == "must_not", hasSwitch || current.demands.contains(action) { modality = "may" }
        note(action, modality)
        var parts = ["minutes: \(random.pick([5, 10]))"]
        if modality != "may", modality != "must_not", random.chance(60) {
            parts.append("within: \(random.pick(Self.lengths))")
        }
        if random.chance(15) { parts.append("until: \(random.pick(Self.lengths))") }
        return "\(modality): {offer_break: {\(parts.joined(separator: ", "))}}"
    }

    private mutating func note(_ action: String, _ modality: String) {
        if modality == "must" { current.demands.insert(action) }
        if modality == "must_not" { current.bans.insert(action) }
    }

    mutating func act(
        _ modality: String, from first: Int = 0, on names: [String]? = nil, depth: Int = 0
    ) -> String {
        // What a source demands it does not rule out as well.
        let taken = modality == "must" ? current.bans : modality == "must_not" ? current.demands : []
        let free = (names ?? Array(Self.actions[first...])).filter { !taken.contains($0) }
        let action = free.isEmpty ? "call_back" : random.pick(free)
        note(action, modality)
        let isDuty = modality == "must" || modality == "should"
        var parts = arguments(of: action)
        var home = Self.home(action)
        if random.chance(10) {
            let during = random.pick(["contact", "customer"])
            home = during
            parts.append("during: \(during)")
        }
        if random.chance(20) { parts.append("by: [\(random.some(Self.roles).joined(separator: ", "))]") }
        if random.chance(20) { parts.append("script: \(random.pick(["x", "y", "[x, y]"]))") }
        if isDuty, random.chance(65) { parts.append("within: \(random.pick(Self.lengths))") }
        if random.chance(8) { parts.append("after: \(random.pick(["warn", "say", "hold"]))") }
        if hasSwitch, modality == "must_not" {
            parts.append("if: 'fact(\"vip\")'")
        } else if hasSwitch, modality == "must", current.name.hasPrefix("statuses") {
            parts.append("unless: 'fact(\"vip\")'")
        } else if random.chance(15) {
            parts.append("\(random.pick(["if", "unless"])): '\(standingCondition(home ?? "customer"))'")
        }
        if random.chance(15) { parts.append("until: \(until())") }
        if random.chance(10) { parts.append("must_say: [\(random.pick(["why", "how"]))]") }
        if random.chance(5) { parts.append("fields: [reason]") }
        if isDuty { parts += consequences(action, depth) }
        return parts.isEmpty ? action : "{\(action): {\(parts.joined(separator: ", "))}}"
    }

    private mutating func consequences(_ action: String, _ depth: Int) -> [String] {
        var parts: [String] = []
        if random.chance(35) { parts.append("excused_by: [unsafe, unreachable]") }
        let index = Self.actions.firstIndex(of: action) ?? Self.actions.count
        if depth < 2, index + 1 < Self.actions.count, random.chance(25) {
            parts.append("if_missed: \(act("must", from: index + 1, depth: depth + 1))")
        }
        if random.chance(8) {
            let end = random.chance(60) ? ", until: \(eventTriggers()[0])" : ""
            parts.append("confirm: {every: \(random.pick(["20s", "1m"]))\(end)}")
        }
        return parts
    }

    private mutating func arguments(of action: String) -> [String] {
        switch action {
        case "transfer" where random.chance(40): ["to: \(random.pick(["sales", "security"]))"]
        case "notify": ["who: manager"]
        case "report": ["to: police"]
        case "notice": ["form: letter"]
        case "decide": ["status: \(random.pick(statuses).name)"]
        case "involve_supervisor" where random.chance(50):
            ["mode: \(random.pick(["notify", "listen", "join", "take_over"]))"]
        default: []
        }
    }

    /// Where norms on an action surely live; nil where that is left to the policy.
    private static func home(_ action: String) -> String? {
        switch action {
        case "decide", "notice", "report", "notify": "customer"
        case "soothe", "lock": nil
        default: "contact"
        }
    }
}

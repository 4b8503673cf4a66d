/// Acts and their arguments.
extension RandomPolicy {
    /// Modalities with their acts, at least so many.
    mutating func norms(least: Int, from first: Int) -> [String] {
        var parts: [String] = []
        if random.chance(60) { parts.append("must: \(acts(duty: true, from: first))") }
        if random.chance(20) { parts.append("should: \(acts(duty: true, from: first))") }
        if random.chance(35) { parts.append("may: \(acts(duty: false, from: first))") }
        if random.chance(25) { parts.append("must_not: \(acts(duty: false, from: first))") }
        if parts.count < least { parts.append("must: \(acts(duty: true, from: first))") }
        return parts
    }

    private mutating func acts(duty: Bool, from first: Int) -> String {
        let one = act(duty: duty, from: first)
        return random.chance(20) ? "[\(one), \(act(duty: duty, from: first))]" : one
    }

    /// An act whose home is an agent.
    mutating func agentAct() -> String {
        var parts = ["minutes: \(random.pick([5, 10]))"]
        if random.chance(60) { parts.append("within: \(random.pick(Self.lengths))") }
        if random.chance(15) { parts.append("until: \(random.pick(Self.lengths))") }
        return "{offer_break: {\(parts.joined(separator: ", "))}}"
    }

    mutating func act(duty: Bool, from first: Int = 0, on names: [String]? = nil, depth: Int = 0) -> String {
        let action = random.pick(names ?? Array(Self.actions[first...]))
        var parts = arguments(of: action)
        var home = Self.home(action)
        if random.chance(10) {
            let during = random.pick(["contact", "customer"])
            home = during
            parts.append("during: \(during)")
        }
        if random.chance(20) { parts.append("by: [\(random.some(Self.roles).joined(separator: ", "))]") }
        if random.chance(20) { parts.append("script: \(random.pick(["x", "y", "[x, y]"]))") }
        if duty, random.chance(65) { parts.append("within: \(random.pick(Self.lengths))") }
        if random.chance(8) { parts.append("after: \(random.pick(["warn", "say", "hold"]))") }
        if random.chance(15) { parts.append("\(random.pick(["if", "unless"])): '\(standingCondition(home ?? "customer"))'") }
        if random.chance(15) { parts.append("until: \(until())") }
        if random.chance(10) { parts.append("must_say: [\(random.pick(["why", "how"]))]") }
        if random.chance(5) { parts.append("fields: [reason]") }
        if duty { parts += consequences(action, depth) }
        return parts.isEmpty ? action : "{\(action): {\(parts.joined(separator: ", "))}}"
    }

    private mutating func consequences(_ action: String, _ depth: Int) -> [String] {
        var parts: [String] = []
        if random.chance(20) { parts.append("excused_by: [unsafe, unreachable]") }
        let index = Self.actions.firstIndex(of: action) ?? Self.actions.count
        if depth < 2, index + 1 < Self.actions.count, random.chance(25) {
            parts.append("if_missed: \(act(duty: true, from: index + 1, depth: depth + 1))")
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

/// What is about agents.
struct AgentNames {
    let measures: Set<String>
    let statuses: Set<String>
    let facts: Set<String>
    private let actions: Set<String>

    init(_ policy: Policy) {
        measures = Set(policy.measures.filter { $0.per == .agent }.map(\.name.value))
        statuses = Set(policy.statuses.filter { $0.about == .agent }.map(\.name.value))
        facts = Set(policy.facts.filter { $0.about == .agent }.map(\.name.value))
        var homes: [String: Home] = [:]
        for action in BuiltInAction.all { homes[action.name] = action.during }
        for action in policy.actions { homes[action.name.value] = action.during ?? homes[action.name.value] }
        actions = Set(homes.filter { $0.value == .agent }.keys)
    }

    /// Whether a rule runs in an agent's lane: all that sets it off is about the agent.
    func setOff(_ rule: Rule) -> Bool {
        !rule.when.isEmpty
            && rule.when.allSatisfy { trigger in
                switch trigger.kind {
                case .event, .conduct, .ladder: false
                case .measure(let name, _): measures.contains(name.value)
                case .status(let name, _): statuses.contains(name.value)
                case .duty(let action, _): actions.contains(action.value)
                }
            }
    }
}

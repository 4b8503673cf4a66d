import SourceText

/// A condition with the key it stands under and what it can speak of.
struct ConditionSite {
    let condition: Condition
    let key: String
    let scope: Scope
}

/// All conditions of a policy in the order of the model.
struct ConditionSites {
    private let fields: EventFields
    private(set) var all: [ConditionSite] = []

    init(_ policy: Policy, _ names: DeclaredNames) {
        fields = EventFields(policy, names)
        let agents = AgentNames(policy)
        for measure in policy.measures {
            let readsAgent = measure.per == .agent
            add(measure.guard, Scope(event: event(of: measure.of), readsAgent: readsAgent))
            add(measure.runsWhile, "runs_while", standing("runs_while", readsAgent))
        }
        for ladder in policy.ladders {
            add(ladder.guard, Scope(event: event(of: ladder.when), readsAgent: false))
            add(ladder.suspendedWhile, "suspended_while", standing("suspended_while", false))
            for step in ladder.steps { add(step.norms, readsAgent: false) }
        }
        for status in policy.statuses {
            for rule in status.whileActive + status.options.flatMap(\.whileActive) {
                add(rule, readsAgent: status.about == .agent)
            }
        }
        for rule in policy.rules { add(rule, readsAgent: agents.setOff(rule)) }
    }

    private mutating func add(_ rule: Rule, readsAgent: Bool) {
        let event = rule.when.isEmpty ? .none(.standingRule) : event(of: rule.when)
        add(rule.guard, Scope(event: event, readsAgent: readsAgent))
        add(rule.norms, readsAgent: readsAgent)
    }

    private mutating func add(_ norms: Norms, readsAgent: Bool) {
        for (_, act) in norms.all { add(act, readsAgent) }
    }

    private mutating func add(_ act: Act, _ readsAgent: Bool) {
        add(act.guard, Scope(event: .none(.act), readsAgent: readsAgent))
        for act in act.ifMissed { add(act, readsAgent) }
    }

    private mutating func add(_ guard: Guard, _ scope: Scope) {
        add(`guard`.condition, "if", scope)
        add(`guard`.exception, "unless", scope)
    }

    private mutating func add(_ condition: Condition?, _ key: String, _ scope: Scope) {
        if let condition { all.append(ConditionSite(condition: condition, key: key, scope: scope)) }
    }

    private func event(of triggers: [Trigger]) -> Scope.Event { fields.event(of: triggers) }

    private func standing(_ key: String, _ readsAgent: Bool) -> Scope {
        Scope(event: .none(.standing(key: key)), readsAgent: readsAgent)
    }
}

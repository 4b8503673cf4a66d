import PolicyEngine
import PolicyLanguage

/// The naive interpreter that the engine is compared with: written from the page of exact meaning, for clarity alone.
enum Reference {}

extension Reference {
    /// One act as a rule, a step or a status asks for it.
    final class Effect {
        /// Which act of the policy this is; `rules.threat/must/0`.
        let key: String
        /// The id shown with the norm; `ladders.abuse.2`.
        let rule: String
        /// What `overrides` speaks of; `ladders.abuse`.
        let source: String
        let overrides: [String]
        let modality: Modality
        let act: Act
        /// What a standing norm's ladder is per, or its status about; nil for all other norms.
        let standing: Home?
        /// Where it lives whatever the act says: with the agent, under a status about agents.
        var livesAt: Home?
        /// The act it comes after is a duty of the same list.
        var isAfterItsOwn = false

        init(
            key: String, rule: String, source: String, overrides: [String], modality: Modality, act: Act,
            standing: Home?
        ) {
            (self.key, self.rule, self.source, self.overrides) = (key, rule, source, overrides)
            (self.modality, self.act, self.standing) = (modality, act, standing)
        }
    }

    /// A rule under its id, with the status it stands under.
    struct NamedRule {
        let id: String
        let rule: Rule
        let status: StatusDeclaration?
        /// It reads what lives in an agent's lane, and so runs there only.
        var readsAgent = false
        var effects: [Effect] = []
    }

    /// Questions about the policy as written, answered by looking through it. What is sorted is sorted once.
    struct Book {
        let checked: CheckedPolicy
        let policy: Policy
        let measures: [Measure]
        let ladders: [Ladder]
        let statuses: [StatusDeclaration]
        /// Rules and the entries of `while_active`, sorted by id.
        private(set) var rules: [NamedRule] = []
        private(set) var allEffects: [Effect] = []
        /// The acts of each step of each ladder.
        private(set) var steps: [String: [[Effect]]] = [:]

        init(_ checked: CheckedPolicy) {
            self.checked = checked
            policy = checked.policy
            measures = policy.measures.sorted { bytesBefore($0.name.value, $1.name.value) }
            ladders = policy.ladders.sorted { bytesBefore($0.name.value, $1.name.value) }
            statuses = policy.statuses.sorted { bytesBefore($0.name.value, $1.name.value) }
            rules = namedRules()
            for index in rules.indices {
                rules[index].readsAgent = readsAgent(rules[index])
                rules[index].effects = effects(of: rules[index])
            }
            for ladder in ladders {
                steps[ladder.name.value] = ladder.steps.indices.map { effects(ofStep: $0, ladder) }
            }
            allEffects = everyEffect()
        }
    }
}

extension Reference.Book {
    typealias Effect = Reference.Effect

    private func namedRules() -> [Reference.NamedRule] {
        let own = policy.rules.map { Reference.NamedRule(id: "rules.\($0.name.value)", rule: $0, status: nil) }
        let under = policy.statuses.flatMap { status in
            status.whileActive.enumerated().map { index, rule in
                Reference.NamedRule(id: "statuses.\(status.name.value).\(index + 1)", rule: rule, status: status)
            }
        }
        return (own + under).sorted { bytesBefore($0.id, $1.id) }
    }

    func status(_ name: String) -> StatusDeclaration? { policy.statuses.first { $0.name.value == name } }
    func measure(_ name: String) -> Measure? { policy.measures.first { $0.name.value == name } }
    func ladder(_ name: String) -> Ladder? { policy.ladders.first { $0.name.value == name } }
    func fact(_ name: String) -> FactDeclaration? { policy.facts.first { $0.name.value == name } }
    func action(_ name: String) -> ActionDeclaration? { policy.actions.first { $0.name.value == name } }

    /// A class for itself, or the members of a group.
    func classes(_ name: String) -> Set<String> {
        let members = policy.groups.filter { $0.name.value == name }.flatMap { $0.members.map(\.value) }
        return Set(members + [name])
    }

    // MARK: agents

    private func readsAgent(_ named: Reference.NamedRule) -> Bool {
        if named.status?.about == .agent { return true }
        let conditions = [named.rule.guard.condition, named.rule.guard.exception].compactMap(\.self)
        return conditions.contains { readsAgent($0) } || named.rule.when.contains { readsAgent($0) }
    }

    private func readsAgent(_ trigger: Trigger) -> Bool {
        switch trigger.kind {
        case .measure(let name, _): measure(name.value)?.per == .agent
        case .status(let name, _): status(name.value)?.about == .agent
        default: false
        }
    }

    private func readsAgent(_ condition: Condition) -> Bool {
        (checked.typed(condition)?.slotsRead ?? []).contains { slot in
            switch checked.readings[slot] {
            case .fact(let name): fact(name)?.about == .agent
            case .measure(let name): measure(name)?.per == .agent
            case .status(let name): status(name)?.about == .agent
            default: false
            }
        }
    }

    /// Whatever ends a norm or a status, or confirms a duty.
    private var ends: [Trigger] {
        let begins = rules.flatMap(\.rule.begins)
        let untils = allEffects.map(\.act.until) + policy.statuses.map(\.until) + begins.map(\.until)
        return untils.compactMap { if case .event(let trigger)? = $0?.value { trigger } else { nil } }
            + allEffects.compactMap(\.act.confirm?.until)
    }

    /// The values at which something in the policy waits for a measure.
    func reachValues(of name: String) -> [Int64] {
        let triggers =
            rules.flatMap(\.rule.when) + policy.ladders.flatMap(\.when) + policy.measures.flatMap(\.of) + ends
        let values = triggers.compactMap { trigger -> Int64? in
            if case .measure(let measure, let value) = trigger.kind, measure.value == name { value.value } else { nil }
        }
        return Set(values).sorted()
    }
}

/// The order of texts by their UTF-8 bytes.
func bytesBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}

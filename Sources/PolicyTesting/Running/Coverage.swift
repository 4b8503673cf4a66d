import PolicyEngine
import PolicyLanguage

/// What of a policy its tests have tried: rules fired, steps of ladders reached, statuses begun and ended, acts issued.
///
/// Read off the outcomes. A rule with acts has fired where a norm of it was issued; a rule that only begins or ends
/// statuses, where one of those statuses did so on an event that could set the rule off.
public struct Coverage: Sendable {
    /// One thing that can be tried.
    public struct Item: Sendable, Equatable {
        public enum Kind: String, Sendable, CaseIterable {
            case rule, step, status, act
        }

        public var kind: Kind
        /// The rule, ladder step or status: `rules.threat`, `ladders.abuse.2`, `statuses.protected`.
        public var id: String
        /// What of it: `fires`, `is reached`, `begins`, `ends`, `must warn`.
        public var what: String
        public internal(set) var isTried = false
    }

    /// In the order of the policy: rules, ladders, statuses, each with their acts.
    public private(set) var items: [Item] = []
    /// Where each item stands, by its key.
    private var places: [String: Int] = [:]
    /// Rules without acts, by the phase of a status that they bring about.
    private var statusRules: [String: [StatusRule]] = [:]

    private struct StatusRule {
        var id: String
        /// The types of events that set it off; nil where something else may.
        var types: Set<String>?
    }

    /// Everything of a policy, untried.
    public init(_ policy: Policy) {
        for rule in policy.rules { add(rule, "rules.\(rule.name.value)") }
        for ladder in policy.ladders {
            for (index, step) in ladder.steps.enumerated() {
                let id = "ladders.\(ladder.name.value).\(index + 1)"
                add(.step, id, "is reached")
                add(step.norms, id)
            }
        }
        for status in policy.statuses {
            let id = "statuses.\(status.name.value)"
            add(.status, id, "begins")
            add(.status, id, "ends")
            for (index, rule) in status.whileActive.enumerated() { add(rule, "\(id).\(index + 1)") }
        }
    }

    private mutating func add(_ kind: Item.Kind, _ id: String, _ what: String) {
        let key = "\(id) \(what)"
        if places[key] != nil { return }
        places[key] = items.count
        items.append(Item(kind: kind, id: id, what: what))
    }

    private mutating func add(_ rule: Rule, _ id: String) {
        add(.rule, id, "fires")
        if rule.norms.all.isEmpty {
            let one = StatusRule(id: id, types: Coverage.types(rule.when))
            for begin in rule.begins { statusRules["\(begin.status.value) active", default: []].append(one) }
            for end in rule.ends { statusRules["\(end.value) ended", default: []].append(one) }
        }
        add(rule.norms, id)
    }

    private static func types(_ triggers: [Trigger]) -> Set<String>? {
        var types: Set<String> = []
        for trigger in triggers {
            switch trigger.kind {
            case .event(let name): types.insert(name.value)
            case .conduct: types.insert(BuiltInEvent.conductObserved.rawValue)
            case .measure, .status, .ladder, .duty: return nil
            }
        }
        return types
    }

    private mutating func add(_ norms: Norms, _ id: String) {
        for (modality, act) in norms.all { add(act, modality, id) }
    }

    private mutating func add(_ act: Act, _ modality: Modality, _ id: String) {
        add(.act, id, Coverage.what(modality, act.action.value, act.to?.value))
        for missed in act.ifMissed { add(missed, .must, "\(id).if_missed") }
    }

    private static func what(_ modality: Modality, _ action: String, _ to: String?) -> String {
        "\(modality.rawValue) \(action)" + (to.map { " to \($0)" } ?? "")
    }

    // MARK: Trying

    /// Takes note of what the outcomes of a step show, with the id and the type of its event.
    mutating func note(_ outcomes: [Outcome], _ event: String, _ type: String) {
        noteGiven(outcomes)
        for outcome in outcomes {
            for change in outcome.changes { note(change, outcome.event == event ? type : nil) }
        }
    }

    /// Notes a change that an event of some type brought about, or something that fell due.
    private mutating func note(_ change: Outcome.Change, _ type: String?) {
        switch change {
        case .ladder(let name, let from, let to):
            for step in stride(from: from + 1, through: to, by: 1) { mark("ladders.\(name).\(step) is reached") }
        case .status(let name, _, let phase):
            mark("statuses.\(name) \(phase == .active ? "begins" : "ends")")
            for rule in statusRules["\(name) \(phase.rawValue)"] ?? [] {
                if let types = rule.types, !types.contains(type ?? "") { continue }
                mark("\(rule.id) fires")
            }
        }
    }

    /// Takes note of norms only: a status that was given has not begun by itself.
    mutating func noteGiven(_ outcomes: [Outcome]) {
        for norm in outcomes.flatMap(\.issued) {
            var to: String?
            for argument in norm.arguments where argument.name == "to" {
                if case .text(let text) = argument.value { to = text }
            }
            mark("\(norm.rule) fires")
            mark("\(norm.rule) \(Coverage.what(norm.modality, norm.action, to))")
        }
    }

    private mutating func mark(_ key: String) {
        if let place = places[key] { items[place].isTried = true }
    }

    /// Adds what another run of the same policy tried.
    public mutating func formUnion(_ other: Coverage) {
        for index in items.indices where index < other.items.count && other.items[index].isTried {
            items[index].isTried = true
        }
    }

    // MARK: Figures

    public var triedCount: Int { items.count { $0.isTried } }
    public var untried: [Item] { items.filter { !$0.isTried } }
    /// Whole percent of the items, rounded down, so that 100 means all; 100 where there is nothing to try.
    public var percent: Int { items.isEmpty ? 100 : triedCount * 100 / items.count }
}

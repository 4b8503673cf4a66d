import CEL
import PolicyEngine
import PolicyLanguage
import SourceText

/// Everything of a policy that tests can try, in the order of the policy: rules, ladders, statuses, measures, each with
/// its conditions and acts.
struct CoverageList: Sendable {
    private(set) var items: [CoverageItem] = []
    /// Where an example can be found for an item that is an outcome of a condition.
    private var examples: [Int: ConditionExample] = [:]
    private var conditions: [ConditionSite: [ConditionParts]] = [:]
    /// Where each item stands, by its key.
    private var places: [String: Int] = [:]
    private let policy: CheckedPolicy
    private let hints: CoverageHints

    init(_ policy: CheckedPolicy) {
        self.policy = policy
        hints = CoverageHints(policy.policy)
        for rule in policy.policy.rules { add(rule, "rules.\(rule.name.value)") }
        for ladder in policy.policy.ladders { add(ladder) }
        for status in policy.policy.statuses { add(status) }
        for measure in policy.policy.measures {
            let id = "measures.\(measure.name.value)"
            add(measure.guard, id, ConditionSite(id), measure.of)
            add(measure.runsWhile, .runsWhile, id, ConditionSite(id))
        }
    }

    /// The position of an item; nil where the policy has none of that key.
    func place(of key: String) -> Int? { places[key] }

    /// What a test does to try an item, with an example where one is found; in words that follow "to try it, ".
    func hint(for item: CoverageItem) -> String {
        item.hint + (example(for: item)?.text.map { ", for example \($0)" } ?? "")
    }

    /// An event, and what is given before it, that tries an item; nil where none is found.
    func example(for item: CoverageItem) -> ExampleText? {
        place(for: item).flatMap { place in examples[place]?.example(trying: place) }
    }

    /// The outcome of a condition that an item is, or that lets a rule fire where it has one condition only.
    private func place(for item: CoverageItem) -> Int? {
        if item.kind != .rule { return place(of: item.key) }
        let own = ["\(item.id) if is true", "\(item.id) unless is false"].compactMap(place)
        return own.count == 1 ? own[0] : nil
    }

    /// The conditions that a look of the interpreter may have been at; several only where they read the same.
    func conditions(at site: ConditionSite) -> [ConditionParts] { conditions[site] ?? [] }

    @discardableResult
    private mutating func add(
        _ kind: CoverageItem.Kind, _ id: String, _ what: String, _ span: SourceSpan, _ hint: String
    ) -> Int {
        let item = CoverageItem(kind: kind, id: id, what: what, span: span, hint: hint)
        if let known = places[item.key] { return known }
        places[item.key] = items.count
        items.append(item)
        return items.count - 1
    }

    // MARK: Rules, ladders, statuses

    private mutating func add(_ rule: Rule, _ id: String, of status: String? = nil) {
        let span = rule.name.span.isNone ? rule.span : rule.name.span
        add(.rule, id, "fires", span, hints.firing(rule, of: status))
        add(rule.guard, id, ConditionSite(id), rule.when)
        add(rule.norms, id)
    }

    private mutating func add(_ ladder: Ladder) {
        let id = "ladders.\(ladder.name.value)"
        add(ladder.guard, id, ConditionSite(id), ladder.when)
        add(ladder.suspendedWhile, .suspendedWhile, id, ConditionSite(id))
        for (index, step) in ladder.steps.enumerated() {
            let stepID = "\(id).\(index + 1)"
            add(.step, stepID, "is reached", step.span, hints.reaching(index, ladder))
            add(step.norms, stepID)
        }
    }

    private mutating func add(_ status: StatusDeclaration) {
        let id = "statuses.\(status.name.value)"
        add(.status, id, "begins", status.name.span, hints.beginning(status))
        add(.status, id, "ends", status.name.span, hints.ending(status))
        for (index, rule) in status.whileActive.enumerated() {
            add(rule, "\(id).\(index + 1)", of: status.name.value)
        }
    }

    private mutating func add(_ norms: Norms, _ id: String) {
        for (modality, act) in norms.all { add(act, modality, id, "make \(id) speak") }
    }

    private mutating func add(_ act: Act, _ modality: Modality, _ id: String, _ hint: String) {
        let what = CoverageList.what(modality, act.action.value, act.to?.value)
        add(.act, id, what, act.action.span, hint)
        add(act.guard, "\(id) \(what):", ConditionSite(id, act.action.value))
        let parts = id.split(separator: ".")
        let place = parts.first == "ladders" && parts.count == 3 ? " at step \(parts[2]) of `\(parts[1])`" : ""
        for missed in act.ifMissed { add(missed, .must, "\(id).if_missed", hints.missing(act, place)) }
    }

    /// `must notify to manager`.
    static func what(_ modality: Modality, _ action: String, _ to: String?) -> String {
        "\(modality.rawValue) \(action)" + (to.map { " to \($0)" } ?? "")
    }

    // MARK: Conditions

    private mutating func add(_ guard: Guard, _ id: String, _ site: ConditionSite, _ triggers: [Trigger] = []) {
        add(`guard`.condition, .if, id, site, triggers)
        add(`guard`.exception, .unless, id, site, triggers)
    }

    /// The outcomes of a condition that are possible at all.
    private mutating func add(
        _ condition: Condition?, _ role: ConditionLook.Role, _ id: String, _ site: ConditionSite,
        _ triggers: [Trigger] = []
    ) {
        guard let condition, let checked = policy.typed(condition) else { return }
        var parts = ConditionParts(checked)
        var own: [Int] = []
        for index in parts.nodes.indices {
            let node = parts.nodes[index]
            for truth in node.wanted where !isNeverSo(node, truth, index, parts, checked, triggers) {
                let decided = " is decided by `\(node.text)` being \(truth)"
                let place = add(
                    .condition, id, role.rawValue + (index == 0 ? " is \(truth)" : decided),
                    condition.place(node.range), hints.deciding(node.text, truth, isPart: index > 0, id, triggers))
                parts.note(place, for: truth, of: index)
                own.append(place)
            }
        }
        let example = ConditionExample(policy: policy, checked: checked, parts: parts, triggers: triggers)
        for place in own where examples[place] == nil { examples[place] = example }
        var site = site
        (site.role, site.text) = (role, checked.text)
        conditions[site, default: []].append(parts)
    }

    /// Whether no test can bring it about: the name of a recorded fact where no other fact can have such a value, or an end
    /// without a reason by somebody who has to give one.
    private func isNeverSo(
        _ node: ConditionParts.Node, _ truth: Bool, _ index: Int, _ parts: ConditionParts, _ checked: CheckedCEL,
        _ triggers: [Trigger]
    ) -> Bool {
        func isAlways(_ event: BuiltInEvent) -> Bool {
            triggers.allSatisfy { if case .event(let name) = $0.kind { name.value == event.rawValue } else { false } }
        }
        if !truth, !triggers.isEmpty, node.text == "has(event.reason)", isAlways(.contactEnded) {
            return !canBe(truth, index, parts, checked, triggers)
        }
        guard !truth, isAlways(.factRecorded), !triggers.isEmpty, node.text.hasPrefix("event.name == ") else {
            return false
        }
        if policy.policy.facts.count == 1 { return true }
        let isRead = checked.reads.allSatisfy { ["event.name", "event.value"].contains($0.name) }
        return isRead && !canBe(truth, index, parts, checked, triggers)
    }

    /// Whether an example is found of an outcome of a part.
    private func canBe(
        _ truth: Bool, _ index: Int, _ parts: ConditionParts, _ checked: CheckedCEL, _ triggers: [Trigger]
    ) -> Bool {
        var parts = parts
        parts.note(0, for: truth, of: index)
        let example = ConditionExample(policy: policy, checked: checked, parts: parts, triggers: triggers)
        return example.text(trying: 0) != nil
    }
}

/// Where the interpreter looks at a condition.
struct ConditionSite: Hashable, Sendable {
    let id: String
    let action: String?
    var role = ConditionLook.Role.if
    var text = ""

    init(_ id: String, _ action: String? = nil) { (self.id, self.action) = (id, action) }

    init(_ look: ConditionLook) {
        self.init(look.site, look.action)
        (role, text) = (look.role, look.text)
    }
}

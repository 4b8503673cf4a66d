import CEL
import SourceText

/// A policy seen from its norms, made once for all checks.
struct PolicyView {
    let policy: Policy
    private let typed: (Condition) -> CheckedCEL?
    let sources: [NormSource]
    /// Every act of every source.
    let acts: [(source: NormSource, placed: PlacedAct)]
    let conditions: [Condition]
    /// Every trigger: of sources, measures, `until` and `confirm`.
    let triggers: [Trigger]
    /// The roles of the policy, in its order.
    let roles: [String]
    let measures: [String: Measure]
    let ladders: [String: Ladder]
    private let declared: [String: ActionDeclaration]
    private let groups: [String: [String]]

    init(_ policy: Policy, typed: @escaping (Condition) -> CheckedCEL?) {
        self.policy = policy
        self.typed = typed
        roles = policy.roles.isEmpty ? BuiltInAction.roles : policy.roles.map(\.value)
        measures = Dictionary(policy.measures.map { ($0.name.value, $0) }) { first, _ in first }
        ladders = Dictionary(policy.ladders.map { ($0.name.value, $0) }) { first, _ in first }
        declared = Dictionary(policy.actions.map { ($0.name.value, $0) }) { first, _ in first }
        groups = Dictionary(policy.groups.map { ($0.name.value, $0.members.map(\.value)) }) { first, _ in first }
        sources =
            policy.rules.map { NormSource($0) } + policy.ladders.map { NormSource($0) }
            + policy.statuses.flatMap { status in
                (status.whileActive + status.options.flatMap(\.whileActive)).map { NormSource($0, of: status) }
            }
        acts = sources.flatMap { source in source.acts.map { (source, $0) } }
        var conditions: [Condition?] = []
        var triggers: [Trigger] = []
        func add(_ guard: Guard) { conditions += [`guard`.condition, `guard`.exception] }
        func add(_ until: Until?) { if case .event(let trigger) = until { triggers.append(trigger) } }
        for measure in policy.measures {
            triggers += measure.of
            add(measure.guard)
            conditions.append(measure.runsWhile)
        }
        for status in policy.statuses { add(status.until?.value) }
        for source in sources {
            triggers += source.when
            add(source.guard)
            conditions.append(source.ladder?.suspendedWhile)
            for begin in source.rule?.begins ?? [] { add(begin.until?.value) }
            for placed in source.acts {
                add(placed.act.guard)
                add(placed.act.until?.value)
                if let trigger = placed.act.confirm?.until { triggers.append(trigger) }
            }
        }
        self.conditions = conditions.compactMap(\.self)
        self.triggers = triggers
    }

    func typed(_ condition: Condition?) -> CheckedCEL? { condition.flatMap(typed) }

    // MARK: Actions

    /// Who does an act: its own `by`, else the action's.
    func roles(of act: Act) -> [String] {
        if !act.by.isEmpty { return act.by.map(\.value) }
        let action = act.action.value
        return declared[action]?.by?.map(\.value) ?? BuiltInAction.named(action)?.by ?? ["agent"]
    }

    /// Whether the policy itself says who may do an action, so that a deed by anybody else is one by the wrong role.
    func saysWhoDoes(_ action: String) -> Bool { !(declared[action]?.by ?? []).isEmpty }

    /// Those who know of an act by itself: who does it, and whom it tells.
    func knowing(of act: Act) -> [String] { roles(of: act) + (act.to.map { [$0.value] } ?? []) }

    /// The first of some roles that the policy has and that is not among certain others. Where there is none it is one
    /// that people know, with what has to be declared for that; nil where those are among the others as well.
    func role(of wanted: [String], otherThan others: [String]) -> (name: String, declared: String)? {
        for role in wanted {
            // A role of the policy's own that ends so will do: `clinic_manager`.
            let own =
                roles.first { $0 == role && !others.contains($0) }
                ?? roles.first { $0.hasSuffix("_\(role)") && !others.contains($0) }
            if let own { return (own, "") }
        }
        guard let new = ["manager", "supervisor", "director"].first(where: { !others.contains($0) }) else { return nil }
        return (new, roles.contains(new) ? "" : " with `roles: [\((roles + [new]).joined(separator: ", "))]`")
    }

    /// What an act is about, and whose end ends it. What a status about the agent asks for lives with the agent.
    func home(of placed: PlacedAct, in source: NormSource) -> Home {
        if !placed.isConsequence, source.status?.about == .agent { return .agent }
        if let during = placed.act.during?.value { return during }
        if placed.isStanding, let home = source.ladder?.per ?? source.status?.about { return home }
        let action = placed.act.action.value
        return declared[action]?.during ?? BuiltInAction.named(action)?.during ?? .contact
    }

    func isIrreversible(_ action: String) -> Bool {
        declared[action]?.irreversible ?? BuiltInAction.named(action)?.irreversible ?? false
    }

    /// Whether an action is forbidden where nothing allows it.
    func isClosed(_ action: String) -> Bool {
        declared[action]?.closed ?? BuiltInAction.named(action)?.closed ?? false
    }

    /// Whether it would be open without what the policy says of it.
    func isClosedHere(_ action: String) -> Bool {
        isClosed(action) && !(BuiltInAction.named(action)?.closed ?? false)
    }

    func declaration(of action: String) -> ActionDeclaration? { declared[action] }

    // MARK: Conduct

    /// The classes that a class or a group stands for.
    func classes(_ name: String) -> [String] { groups[name] ?? [name] }

    // MARK: Conditions

    /// The names that a guard reads: `event.source`, `endings`, `fact("x")`.
    func reads(_ guard: Guard) -> Set<String> {
        reads(`guard`.condition).union(reads(`guard`.exception))
    }

    func reads(_ condition: Condition?) -> Set<String> {
        Set(typed(condition)?.reads.map(\.name) ?? [])
    }

    /// What has to hold for a guard to let something through.
    func requirements(_ guard: Guard) -> [Requirement] {
        requirements(`guard`.condition, holds: true) + requirements(`guard`.exception, holds: false)
    }

    func requirements(_ condition: Condition?, holds: Bool) -> [Requirement] {
        typed(condition).map { Requirement.all(of: $0, holds: holds) } ?? []
    }
}

extension Diagnostic {
    static func warning(
        _ code: String, _ span: SourceSpan, _ message: String, _ help: String, related: [Related] = []
    ) -> Diagnostic {
        Diagnostic(code: code, severity: .warning, span: span, message: message, help: help, related: related)
    }

    static func error(
        _ code: String, _ span: SourceSpan, _ message: String, _ help: String, related: [Related] = []
    ) -> Diagnostic {
        Diagnostic(code: code, span: span, message: message, help: help, related: related)
    }
}

/// Words in backticks as a sentence names them: `a`, `b` and `c`.
func enumerated(_ words: [String], _ last: String = "and") -> String {
    guard words.count > 1, words.count <= 12 else { return listed(words) }
    return words.dropLast().map(quoted).joined(separator: ", ") + " \(last) " + quoted(words[words.count - 1])
}

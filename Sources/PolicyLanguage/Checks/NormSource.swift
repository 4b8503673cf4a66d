import SourceText

/// What norms come from: a rule, a ladder, or an entry of a status's `while_active`.
struct NormSource {
    /// As `overrides` names it: `rules.threat`, `statuses.protected`.
    let name: String
    /// As outcomes name it: `rules.threat`, `statuses.protected.1`.
    let id: String
    let span: SourceSpan
    let when: [Trigger]
    let `guard`: Guard
    let channels: [Located<String>]
    let overrides: Set<String>
    /// The status that has to be active.
    let status: StatusDeclaration?
    let ladder: Ladder?
    let rule: Rule?
    let acts: [PlacedAct]

    init(_ ladder: Ladder) {
        name = "ladders.\(ladder.name.value)"
        id = name
        span = ladder.name.span
        when = ladder.when
        `guard` = ladder.guard
        channels = ladder.channels
        overrides = Set(ladder.overrides.map(\.value))
        status = nil
        self.ladder = ladder
        rule = nil
        acts = ladder.steps.enumerated().flatMap { index, step in
            PlacedAct.all(step.norms, standing: [.may, .mustNot], step: index + 1)
        }
    }

    init(_ rule: Rule, of status: StatusDeclaration? = nil) {
        name = status.map { "statuses.\($0.name.value)" } ?? "rules.\(rule.name.value)"
        id = status == nil ? name : "statuses.\(rule.name.value)"
        span = rule.name.span
        when = rule.when
        `guard` = rule.guard
        channels = rule.channels
        overrides = Set((rule.overrides + (status?.overrides ?? [])).map(\.value))
        self.status = status
        ladder = nil
        self.rule = rule
        let standing: Set<Modality> = status != nil && rule.when.isEmpty ? Set(Modality.allCases) : []
        acts = PlacedAct.all(rule.norms, standing: standing, step: nil)
    }

    /// Whether only events set it off.
    var isSetOffByEvents: Bool {
        !when.isEmpty
            && when.allSatisfy {
                switch $0.kind {
                case .event, .conduct: true
                case .measure, .status, .ladder, .duty: false
                }
            }
    }

    /// Whether each of its triggers is an observation of conduct.
    var isSetOffByConduct: Bool { !when.isEmpty && when.allSatisfy(\.isConduct) }
}

/// An act with how it comes to stand.
struct PlacedAct {
    let modality: Modality
    let act: Act
    /// The step of a ladder, from 1.
    let step: Int?
    /// Stands by a ladder's position or a status, and is not issued by something that happens.
    let isStanding: Bool
    /// Stands in `if_missed`.
    let isConsequence: Bool

    /// The acts of a block and those of their `if_missed`, each after the act it belongs to.
    static func all(_ norms: Norms, standing: Set<Modality>, step: Int?) -> [PlacedAct] {
        var placed: [PlacedAct] = []
        func add(_ act: Act, _ modality: Modality, isConsequence: Bool) {
            let stands = !isConsequence && standing.contains(modality)
            placed.append(
                PlacedAct(
                    modality: modality, act: act, step: step, isStanding: stands, isConsequence: isConsequence))
            for consequence in act.ifMissed { add(consequence, .must, isConsequence: true) }
        }
        for (modality, act) in norms.all { add(act, modality, isConsequence: false) }
        return placed
    }
}

extension Trigger {
    /// Whether this is conduct: a class, a group, or any.
    var isConduct: Bool {
        switch kind {
        case .conduct: true
        case .event(let type): type.value == BuiltInEvent.conductObserved.rawValue
        case .measure, .status, .ladder, .duty: false
        }
    }

    /// Whether this is an event of one type.
    func isEvent(_ type: BuiltInEvent) -> Bool {
        if case .event(let name) = kind { return name.value == type.rawValue }
        return false
    }

    /// What two triggers have alike if they wait for the same thing.
    var key: String {
        switch kind {
        case .event(let type): "event \(type.value)"
        case .conduct(let name): "conduct \(name.value)"
        case .measure(let name, let value): "measure \(name.value) \(value.value)"
        case .status(let name, let phase): "status \(name.value) \(phase.rawValue)"
        case .ladder(let name, let step): "ladder \(name.value) \(step.value)"
        case .duty(let action, let state): "duty \(action.value) \(state.rawValue)"
        }
    }
}

extension Term {
    /// The milliseconds of elapsed time.
    var milliseconds: Int64? {
        if case .elapsed(let milliseconds) = self { return milliseconds }
        return nil
    }
}

extension Act {
    /// Whether a deadline passes some time: not where the source is silent on purpose.
    var hasDeadline: Bool { within.map { $0.value != .unstated } ?? false }
}

import PolicyEngine
import PolicyLanguage
import SourceText

/// Questions about acts and actions.
extension Reference.Book {
    func effects(of named: Reference.NamedRule) -> [Effect] {
        let source = named.status.map { "statuses.\($0.name.value)" } ?? named.id
        let overrides = named.rule.overrides + (named.status?.overrides ?? [])
        let stands = named.rule.when.isEmpty ? named.status?.about : nil
        let all = effects(named.rule.norms, named.id, source, overrides.map(\.value), standing: stands)
        if named.status?.about == .agent { for effect in all { effect.livesAt = .agent } }
        return all
    }

    /// The acts of one step, from 1: duties are issued on reaching it, the others stand by it.
    func effects(of ladder: Ladder, step: Int) -> [Effect] { steps[ladder.name.value]?[step - 1] ?? [] }

    func effects(ofStep index: Int, _ ladder: Ladder) -> [Effect] {
        let name = ladder.name.value
        return effects(
            ladder.steps[index].norms, "ladders.\(name).\(index + 1)", "ladders.\(name)",
            ladder.overrides.map(\.value), standing: ladder.per, dutiesStand: false)
    }

    private func effects(
        _ norms: Norms, _ rule: String, _ source: String, _ overrides: [String], standing: Home?,
        dutiesStand: Bool = true
    ) -> [Effect] {
        let all = Modality.allCases.flatMap { modality in
            norms[modality].enumerated().map { index, act in
                Effect(
                    key: "\(rule)/\(modality.rawValue)/\(index)", rule: rule, source: source, overrides: overrides,
                    modality: modality, act: act, standing: modality.isDuty && !dutiesStand ? nil : standing)
            }
        }
        noteOrder(of: all)
        return all
    }

    private func noteOrder(of list: [Effect]) {
        for effect in list {
            guard let other = effect.act.after?.value else { continue }
            effect.isAfterItsOwn = list.contains { $0.modality.isDuty && $0.act.action.value == other }
        }
    }

    /// What a missed or declined duty sets off.
    func ifMissed(_ effect: Effect) -> [Effect] {
        let all = effect.act.ifMissed.enumerated().map { index, act in
            let missed = Effect(
                key: "\(effect.key)/if_missed/\(index)", rule: "\(effect.rule).if_missed", source: effect.source,
                overrides: effect.overrides, modality: .must, act: act, standing: nil)
            missed.livesAt = effect.livesAt
            return missed
        }
        noteOrder(of: all)
        return all
    }

    /// Every act of the policy.
    func everyEffect() -> [Effect] {
        let steps = policy.ladders.flatMap { ladder in
            ladder.steps.indices.flatMap { effects(of: ladder, step: $0 + 1) }
        }
        return (rules.flatMap(\.effects) + steps).flatMap { withMisses($0) }
    }

    private func withMisses(_ effect: Effect) -> [Effect] {
        [effect] + ifMissed(effect).flatMap { withMisses($0) }
    }

    func home(of effect: Effect) -> Home {
        effect.livesAt ?? effect.standing ?? effect.act.during?.value ?? defaultHome(effect.act.action.value)
    }

    private func defaultHome(_ action: String) -> Home {
        self.action(action)?.during ?? BuiltInAction.named(action)?.during ?? .contact
    }

    /// What is to be said: as the action has it, then what the act adds.
    func mustSay(_ act: Act) -> [String] { joined(action(act.action.value)?.mustSay ?? [], act.mustSay) }
    func fields(_ act: Act) -> [String] { joined(action(act.action.value)?.fields ?? [], act.fields) }

    private func joined(_ first: [Located<String>], _ second: [Located<String>]) -> [String] {
        var all: [String] = []
        for word in (first + second).map(\.value) where !all.contains(word) { all.append(word) }
        return all
    }

    func roles(of act: Act) -> [String] {
        if !act.by.isEmpty { return act.by.map(\.value) }
        let name = act.action.value
        return declaredRoles(name) ?? BuiltInAction.named(name)?.by ?? ["agent"]
    }

    // MARK: actions

    func declaredRoles(_ action: String) -> [String]? {
        guard let by = self.action(action)?.by, !by.isEmpty else { return nil }
        return by.map(\.value)
    }

    func isClosed(_ action: String) -> Bool {
        self.action(action)?.closed ?? BuiltInAction.named(action)?.closed ?? false
    }

    /// The homes at which norms on this action live in this policy.
    func homes(ofAction name: String) -> Set<Home> {
        Set(allEffects.filter { $0.act.action.value == name }.map { home(of: $0) })
    }
}

import PolicyLanguage

/// The end of a step: norms that stopped standing without being closed, and those that stand again.
extension Step {
    /// Tells of the open norms of the step's contact and of its lane whose standing is another than was told.
    func tellPauses() {
        guard !program.pausable.isEmpty else { return }
        for index in lane.norms.indices where mayChange(lane.norms[index]) {
            let norm = lane.norms[index]
            guard let pause = pause(of: norm) else { continue }
            if (pause != .none) == norm.isPaused { continue }
            lane.norms[index].isPaused = pause != .none
            let action = program.actions[program.effects[Int(norm.effect)].action].name
            switch pause {
            case .condition: outcome.paused.append(.init(norm: norm.id, action: action, prohibition: nil))
            case .prohibition(let id): outcome.paused.append(.init(norm: norm.id, action: action, prohibition: id))
            case .none: outcome.resumed.append(.init(norm: norm.id, action: action))
            }
        }
    }

    private func mayChange(_ norm: borrowing Norm) -> Bool {
        !norm.isMissed && program.pausable.effects[Int(norm.effect)]
            && (norm.scope == Scope.lane || norm.scope == context)
    }

    private enum Pause: Equatable { case none, condition, prohibition(String) }

    /// Why a norm does not stand; nil where nobody can tell, because that depends on a contact and the step is about none.
    private func pause(of norm: Norm) -> Pause? {
        guard isKnown(norm) else { return nil }
        if !ownGuardHolds(norm) { return .condition }
        if program.effects[Int(norm.effect)].modality == .mustNot { return Pause.none }
        let opposed = lane.norms.filter { other in
            !other.isMissed && program.effects[Int(other.effect)].modality == .mustNot && masks(other, norm)
        }
        if opposed.contains(where: { !isKnown($0) }) { return nil }
        return opposed.first { ownGuardHolds($0) }.map { .prohibition($0.id) } ?? Pause.none
    }

    private func isKnown(_ norm: borrowing Norm) -> Bool {
        context != Scope.lane || !program.pausable.readsContact[Int(norm.effect)]
    }
}

/// Which norms of a program may stop standing while they are open, by effect.
struct Pausable: Sendable {
    /// A condition of its own, or a prohibition of the same action, can pause it.
    let effects: [Bool]
    /// Time alone may change what it says: it has a condition, or stands against something.
    let restless: [Bool]
    /// Its condition asks about the contact or who is in it.
    let readsContact: [Bool]
    let isEmpty: Bool

    init(_ c: Compiler) {
        let all = c.effects
        let ruledOut = Set(all.filter { $0.modality == .mustNot }.map(\.action))
        effects = all.map { $0.isConditional || ($0.modality != .mustNot && ruledOut.contains($0.action)) }
        restless = all.map { $0.isConditional || $0.modality == .mustNot }
        readsContact = all.map { effect in
            !effect.channels.isEmpty || effect.conditions.contains { c.readsContact($0) }
        }
        isEmpty = !effects.contains(true)
    }
}

extension Effect {
    /// Its norm stands only while some condition holds.
    fileprivate var isConditional: Bool { !own.isEmpty || !outer.isEmpty || !channels.isEmpty }

    /// Those by which its norm stands.
    fileprivate var conditions: [Int32] {
        [own.condition, own.exception, outer.condition, outer.exception].filter { $0 >= 0 }
    }
}

extension Compiler {
    /// Whether a condition asks about something of which each contact has its own.
    fileprivate func readsContact(_ condition: Int32) -> Bool {
        conditions[Int(condition)].slotsRead.contains { slot in
            switch readings[slot] {
            case .contact, .conduct, .customerID, .agentID: true
            case .measure(let index): measures[index].home == .contact
            case .fact(let index): facts[index].home == .contact
            case .status(let index): statuses[index].home == .contact
            case .ladder(let index): ladders[index].home == .contact
            case .event, .eventConduct, .setting: false
            }
        }
    }
}

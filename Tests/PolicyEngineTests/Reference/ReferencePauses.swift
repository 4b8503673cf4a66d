import PolicyEngine
import PolicyLanguage

/// The end of a step: what stands now and did not, or did and does not.
extension Reference.Step {
    func tellPauses() {
        for norm in lane.norms where norm.isOpen && isInReach(norm, origin) {
            guard canTell(norm) else { continue }
            let holds = guardHolds(norm, origin)
            let prohibitions = holds && norm.effect.modality != .mustNot ? opponents(of: norm) : []
            guard prohibitions.allSatisfy({ canTell($0) }) else { continue }
            let against = prohibitions.first { guardHolds($0, origin) }
            let isPaused = !holds || against != nil
            if isPaused == norm.isPaused { continue }
            norm.isPaused = isPaused
            if isPaused {
                outcome.paused.append(Outcome.Paused(norm: norm.id, action: norm.action, prohibition: against?.id))
            } else {
                outcome.resumed.append(Outcome.Resumed(norm: norm.id, action: norm.action))
            }
        }
    }

    /// Without a contact nobody can tell what a condition says of one.
    private func canTell(_ norm: Norm) -> Bool {
        if origin.contact != nil && !lane.name.isAgent { return true }
        let conditions = [norm.effect.act.guard.condition, norm.effect.act.guard.exception].compactMap(\.self)
        return !conditions.contains { book.asksAboutContact($0) }
    }
}

extension Reference.Book {
    fileprivate func asksAboutContact(_ condition: Condition) -> Bool {
        (checked.typed(condition)?.slotsRead ?? []).contains { slot in
            switch checked.readings[slot] {
            case .contact, .conduct, .customerID, .agentID: true
            case .measure(let name): measure(name)?.per == .contact
            case .fact(let name): fact(name)?.about == .contact
            case .status(let name): status(name)?.about == .contact
            case .ladder(let name): ladder(name)?.per == .contact
            case .event, .setting: false
            }
        }
    }
}

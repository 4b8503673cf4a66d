import PolicyLanguage

/// Whether something due still means anything: what went away in the meantime leaves no step behind.
extension Lane {
    func isLive(_ item: DueItem, _ program: Program) -> Bool {
        let subject = Int(item.subject)
        switch item.kind {
        case .deadline, .normUntil:
            return position(ofNorm: item.subject).map { !norms[$0].isMissed } ?? false
        case .clock:
            let table = program.measures[subject]
            guard let state = vars(of: table.home, item.scope)?.measures[table.slot] else { return false }
            return state.generation == item.generation && state.runningSince != nil && state.reached == item.extra
        case .cooling:
            let table = program.ladders[subject]
            guard position(ofHandle: item.scope).map({ contacts[$0].ended == nil }) ?? true else { return false }
            return vars(of: table.home, item.scope)?.ladders[table.slot].generation == item.generation
        case .aging:
            let table = program.ladders[subject]
            guard let state = vars(of: table.home, item.scope)?.ladders[table.slot], let window = table.window,
                let oldest = state.climbs.first
            else { return false }
            return oldest <= item.time - window
        case .factUntil:
            let table = program.facts[subject]
            return vars(of: table.home, item.scope)?.facts[table.slot].generation == item.generation
        case .statusUntil:
            let table = program.statuses[subject]
            return vars(of: table.home, item.scope)?.statuses[table.slot].generation == item.generation
        }
    }

    /// The variables of a home; nil where it is not in this lane.
    func vars(of home: Home, _ handle: Int32) -> Vars? {
        switch home {
        case .contact: position(ofHandle: handle).map { contacts[$0].vars }
        case .customer, .agent: (home == .agent) == (kind == .agent) ? vars : nil
        }
    }
}

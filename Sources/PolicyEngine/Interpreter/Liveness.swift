import PolicyLanguage

/// Whether something due still means anything: what went away in the meantime leaves no step behind.
extension Step {
    func isLive(_ item: DueItem) -> Bool {
        let subject = Int(item.subject)
        switch item.kind {
        case .deadline, .normUntil:
            return lane.position(ofNorm: item.subject).map { !lane.norms[$0].isMissed } ?? false
        case .clock:
            let table = program.measures[subject]
            return lane.look(table.home, item.scope) { vars in
                let state = vars.measures[table.slot]
                return state.generation == item.generation && state.runningSince != nil && state.reached == item.extra
            } ?? false
        case .cooling:
            let table = program.ladders[subject]
            guard lane.position(ofHandle: item.scope).map({ lane.contacts[$0].ended == nil }) ?? true else {
                return false
            }
            return lane.look(table.home, item.scope) { $0.ladders[table.slot].generation } == item.generation
        case .aging:
            let table = program.ladders[subject]
            guard let window = table.window,
                let oldest = lane.look(table.home, item.scope, { $0.ladders[table.slot].climbs.first }) ?? nil
            else { return false }
            return oldest <= item.time - window
        case .factUntil:
            let table = program.facts[subject]
            return lane.look(table.home, item.scope) { $0.facts[table.slot].generation } == item.generation
        case .statusUntil:
            let table = program.statuses[subject]
            return lane.look(table.home, item.scope) { $0.statuses[table.slot].generation } == item.generation
        }
    }
}

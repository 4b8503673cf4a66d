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
            return look(table.home, item.scope) { vars in
                let state = vars.measures[table.slot]
                return state.generation == item.generation && state.runningSince != nil && state.reached == item.extra
            } ?? false
        case .cooling:
            let table = program.ladders[subject]
            guard position(ofHandle: item.scope).map({ contacts[$0].ended == nil }) ?? true else { return false }
            return look(table.home, item.scope) { $0.ladders[table.slot].generation } == item.generation
        case .aging:
            let table = program.ladders[subject]
            guard let window = table.window,
                let oldest = look(table.home, item.scope, { $0.ladders[table.slot].climbs.first }) ?? nil
            else { return false }
            return oldest <= item.time - window
        case .factUntil:
            let table = program.facts[subject]
            return look(table.home, item.scope) { $0.facts[table.slot].generation } == item.generation
        case .statusUntil:
            let table = program.statuses[subject]
            return look(table.home, item.scope) { $0.statuses[table.slot].generation } == item.generation
        }
    }

    /// What the variables of a home say; nil where it is not in this lane.
    @inline(__always)
    func look<Value>(_ home: Home, _ handle: Int32, _ body: (borrowing Vars) -> Value) -> Value? {
        switch home {
        case .contact:
            guard let index = position(ofHandle: handle) else { return nil }
            return body(contacts[index].vars)
        case .customer, .agent: return (home == .agent) == (kind == .agent) ? body(vars) : nil
        }
    }

    /// Changes the variables of a home in place; nothing happens where it is not in this lane.
    @inline(__always)
    mutating func change(_ home: Home, _ handle: Int32, _ body: (inout Vars) -> Void) {
        switch home {
        case .contact:
            if let index = position(ofHandle: handle) { body(&contacts[index].vars) }
        case .customer, .agent:
            if (home == .agent) == (kind == .agent) { body(&vars) }
        }
    }

    /// A status, a fact or a ladder of a home has changed.
    mutating func unsettle(_ home: Home, _ handle: Int32) {
        if home == .contact, let index = position(ofHandle: handle) { contacts[index].isSettled = false }
    }

    /// All conditions on a contact are about to be looked at; true where those on its own variables were, and nothing has changed.
    mutating func settle(_ handle: Int32) -> Bool {
        guard let index = position(ofHandle: handle) else { return true }
        if contacts[index].isSettled { return true }
        contacts[index].isSettled = true
        return false
    }
}

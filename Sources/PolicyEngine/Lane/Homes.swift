import PolicyLanguage

/// The variables of a home, and whether the conditions on them were looked at.
extension Lane {
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

    /// The phase of a status of a home; nil for never begun, and where the home is not in this lane.
    @inline(__always)
    func phase(_ home: Home, _ slot: Int, _ handle: Int32) -> StatusPhase? {
        switch home {
        case .contact:
            guard let index = position(ofHandle: handle) else { return nil }
            return contacts[index].vars.statuses[slot].phase
        case .customer, .agent: return (home == .agent) == (kind == .agent) ? vars.statuses[slot].phase : nil
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
        if home == .contact, let index = position(ofHandle: handle) { contacts[index].looks = .due }
    }

    /// All conditions on a contact are about to be looked at; true where those on its own variables were, and nothing has changed.
    /// Where they are false at the beginning, a new contact counts as looked at.
    mutating func settle(_ handle: Int32, beginsSettled: Bool) -> Bool {
        guard let index = position(ofHandle: handle) else { return true }
        switch contacts[index].looks {
        case .done: return true
        case .none where beginsSettled: return true
        case .none, .due:
            contacts[index].looks = .done
            return false
        }
    }
}

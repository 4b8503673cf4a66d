import PolicyLanguage

/// What a lane keeps of the events it takes, whatever the policy makes of them.
extension Lane {
    /// Position of the contact that an event names, begun if it is new; nil where it names none.
    mutating func greet(_ event: EventAtHand, at now: Int64) -> Int? {
        guard let id = event.contact else { return nil }
        if let known = position(ofContact: id) { return known }
        contacts.append(ContactState(id: id, handle: nextCreation(), started: now, vars: Vars()))
        // In its own lane a contact begun anew and the lane itself number their norms together.
        if kind == .contact { contacts[contacts.count - 1].normCount = normCount }
        return contacts.count - 1
    }

    /// Takes note of an event, so that it is known when it comes again.
    mutating func remember(_ event: EventAtHand, _ key: UInt64) {
        let edge = max(event.time, clock ?? event.time) - LaneLimits.lateness
        recent.add(RecentEvents.Entry(key: key, content: event.contentHash, time: event.time), edge: edge)
    }

    /// An ended contact is forgotten after a day, unless a norm that was issued in it is still open.
    func isForgotten(_ contact: borrowing ContactState, at now: Int64) -> Bool {
        guard let ended = contact.ended, ended < now - LaneLimits.lateness else { return false }
        let handle = contact.handle
        return !norms.contains { $0.context == handle && !$0.isMissed }
    }

    /// Forgets what is to be forgotten; gives the contacts' ids.
    mutating func forgetContacts(at now: Int64) -> [String] {
        var gone: [Int32] = []
        var names: [String] = []
        nextForgetting = .max
        for index in contacts.indices {
            if isForgotten(contacts[index], at: now) {
                gone.append(contacts[index].handle)
                names.append(contacts[index].id)
            } else if let ended = contacts[index].ended {
                // The first millisecond after the day; at once where only an open norm keeps it.
                nextForgetting = min(nextForgetting, max(now, ended + LaneLimits.lateness + 1))
            }
        }
        if gone.isEmpty { return [] }
        contacts.removeAll { gone.contains($0.handle) }
        if kind == .contact { normCount = 0 }
        norms.removeAll { gone.contains($0.scope) }
        for index in norms.indices where gone.contains(norms[index].context) { norms[index].context = Scope.lane }
        return names
    }
}

extension ContactState {
    /// Takes what an event says of its contact.
    mutating func note(_ event: EventAtHand) {
        if let agent = event.agent, self.agent.map({ !sameBytes($0, agent) }) ?? true { self.agent = agent }
        if channel == nil { channel = event.channel }
        switch event.type {
        case .builtIn(.contactStarted):
            if !isGreeted {
                isGreeted = true
                if let language = event.text("language") { self.language = language }
                if case .bool(let new)? = event["new_matter"] { newMatter = new }
                tags = event.texts("tags")
            }
        case .builtIn(.utterance):
            if language == nil { language = event.text("language") }
        default: break
        }
    }
}

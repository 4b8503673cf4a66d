import CEL
import PolicyEngine
import PolicyLanguage

extension Reference.Step {
    func begin(_ name: String, until own: Until?, _ context: Context) {
        guard let status = book.status(name) else { return }
        if status.about == .agent, !lane.name.isAgent {
            if context.agent != nil { messages.append(.begin(status: name, until: own)) }
            return
        }
        guard let place = place(status.about, context), !isEnded(place) else { return }
        let key = Key(name: name, place: place)
        let before = lane.statuses[key]?.phase
        guard before != .active else { return }
        let until = own ?? status.until?.value
        var ends: Int64?
        if case .elapsed(let length)? = until { ends = time + length }
        lane.statuses[key] = Reference.StatusRun(phase: .active, until: until, ends: ends, created: lane.creation())
        outcome.changes.append(.status(name, from: before, to: .active))
        bring(.status(key, .active))
    }

    func end(status name: String, _ context: Context) {
        guard let status = book.status(name) else { return }
        if status.about == .agent, !lane.name.isAgent {
            if context.agent != nil { messages.append(.end(status: name)) }
            return
        }
        if let place = place(status.about, context) { end(Key(name: name, place: place)) }
    }

    func end(_ key: Key) {
        guard lane.statuses[key]?.phase == .active else { return }
        lane.statuses[key]?.phase = .ended
        outcome.changes.append(.status(key.name, from: .active, to: .ended))
        bring(.status(key, .ended))
    }

    /// Statuses whose `until` is an event of this kind; those that wait for `contact.ended` end after the step.
    func endStatuses(by element: Element, _ context: Context) {
        for key in lane.statuses.keys.sorted(by: Key.inOrder) {
            guard let until = waitsFor(key), book.matches(until, element), !until.isContactEnded else { continue }
            if concerns(element, key.place, context) { end(key) }
        }
    }

    private func waitsFor(_ key: Key) -> Trigger? {
        guard let run = lane.statuses[key], run.phase == .active, run.created <= createdBefore,
            case .event(let trigger)? = run.until
        else { return nil }
        return trigger
    }

    /// An event speaks to what lives in its own contact, and to everything of the customer or agent.
    func concerns(_ element: Element, _ place: Place, _ context: Context) -> Bool {
        guard let contact = place.contact else { return true }
        return context.contact?.id == contact
    }

    /// `status.decided` and `status.ended`; what is decided of an agent takes effect in the agent's lane.
    func decide(_ event: Event, _ context: Context) {
        guard let name = event.text("status"), book.status(name) != nil, !isOverheard, !wasWronglyDone else { return }
        switch event.type {
        case .builtIn(.statusDecided):
            switch event.text("decision") {
            case "imposed": begin(name, until: nil, context)
            case "reversed": end(status: name, context)
            default: break
            }
        case .builtIn(.statusEnded): end(status: name, context)
        default: break
        }
    }

    /// Judged in a way that leaves a decision without effect.
    var wasWronglyDone: Bool {
        let verdicts = outcome.verdicts.map(\.verdict)
        if verdicts.contains(where: { [.forbidden, .wrongRole, .incomplete].contains($0) }) { return true }
        return verdicts.contains(.premature) && !verdicts.contains { [.fulfilled, .late, .permitted].contains($0) }
    }

    // MARK: the end of a contact

    /// After the step of `contact.ended`: what lived with the contact closes.
    func end(_ event: Event) {
        endStatusesAfter(event)
        guard let contact = origin.contact, contact.ended == nil else { return }
        contact.ended = time
        contact.endedBy = deed(of: event)?.action
        stopClocks(of: contact.id)
        let byOthers = event.text("by") == "customer" || event.text("reason") == "dropped"
        for norm in lane.norms where norm.isOpen && norm.place == .contact(contact.id) {
            if norm.isDuty, norm.due != nil {
                close(norm, byOthers || !guardHolds(norm, origin) ? .released : .missed)
            } else {
                close(norm, .expired)
            }
        }
        for key in lane.statuses.keys.sorted(by: Key.inOrder) where key.place == .contact(contact.id) { end(key) }
    }

    private func endStatusesAfter(_ event: Event) {
        for key in lane.statuses.keys.sorted(by: Key.inOrder) {
            guard let until = waitsFor(key), until.isContactEnded else { continue }
            if concerns(.event(event), key.place, origin) { end(key) }
        }
    }

    private func stopClocks(of contact: String) {
        for (key, run) in lane.clocks where key.place == .contact(contact) && run.isRunning {
            lane.clocks[key]?.stretches[run.stretches.count - 1].to = time
        }
    }
}

extension Trigger {
    var isContactEnded: Bool {
        if case .event(let name) = kind { name.value == BuiltInEvent.contactEnded.rawValue } else { false }
    }
}

import PolicyLanguage

/// Which rules and ladders an element sets off, and what they do.
extension Step {
    /// Whether a pattern matches an element of this step.
    func matches(_ pattern: Pattern, _ element: Element) -> Bool {
        switch (pattern, element) {
        case (.event(let type), .event): event?.type == type
        case (.conduct(let mask), .event): event?.type == .builtIn(.conductObserved) && classes.intersects(mask)
        case (.measure(let a, let value), .measure(let b, let reached, _)): a == b && value == reached
        case (.status(let a, let phase), .status(let b, let other, _)): a == b && phase == other
        case (.ladder(let a, let step), .ladder(let b, let other, _)): a == b && step == other
        case (.duty(let a, let state), .duty(let b, let other, _, _, _)): a == b && state == other
        default: false
        }
    }

    /// The rules and ladders that wait for an element.
    @inline(__always)
    private func waiting(for element: Element) -> Listeners.Waiting? {
        switch element {
        case .event:
            guard let type = event?.type else { return nil }
            return isHeard ? program.listeners[type].agentEntries : program.listeners[type].entries
        case .due: return nil
        case .duty(let action, _, _, _, _): return program.listeners.byDuty[action]
        case .ladder(let index, _, _): return program.listeners.byLadder[index]
        case .measure(let index, _, _): return program.listeners.byMeasure[index]
        case .status(let index, _, _): return program.listeners.byStatus[index]
        }
    }

    /// Notes which of those that wait for an element are set off: all guards are asked before anything is done.
    @inline(__always)
    private func note(fired element: Element, _ waiting: [Int]?) {
        fired.empty()
        guard let waiting else { return }
        for index in waiting where fires(index, element) { fired.append(index) }
    }

    func runStratumOne(_ element: Element) {
        note(fired: element, waiting(for: element)?.one)
        if fired.isEmpty { return }
        for index in fired { apply(index, element) }
    }

    func runStratumTwo(_ element: Element) {
        note(fired: element, waiting(for: element)?.two)
        var consequence = consequence(of: element)
        if fired.isEmpty && consequence == nil { return }
        hasMoved = true
        for index in fired {
            if let own = consequence, utf8Less(own.rule, program.entries[index].id) {
                issueConsequence(own, element)
                consequence = nil
            }
            apply(index, element)
        }
        if let consequence { issueConsequence(consequence, element) }
    }

    /// What a duty that closed sets off by itself, under the name of its rule.
    private struct Consequence {
        var rule: String
        var effects: [Int] = []
        /// The duty that is owed again until it is confirmed.
        var again: Norm?
    }

    private func consequence(of element: Element) -> Consequence? {
        guard case .duty(_, let state, let index, let norm, _) = element else { return nil }
        let effect = program.effects[index]
        switch state {
        case .missed, .declined:
            if effect.ifMissed.isEmpty { return nil }
            return Consequence(rule: effect.rule + ".if_missed", effects: effect.ifMissed)
        case .fulfilled, .late:
            guard let again = toConfirm.first(where: { $0.creation == norm }), !again.isConfirmed else { return nil }
            return Consequence(rule: effect.rule, again: again)
        default: return nil
        }
    }

    private func issueConsequence(_ consequence: Consequence, _ element: Element) {
        for effect in consequence.effects { issue(effect, in: context(of: element)) }
        guard let again = consequence.again, !isEnded(again.scope) else { return }
        let every = program.effects[Int(again.effect)].confirmEvery
        issue(Int(again.effect), at: again.scope, in: again.context, dueAfter: every, confirms: true)
    }

    private func fires(_ index: Int, _ element: Element) -> Bool {
        let entry = program.entries[index]
        guard entry.patterns.contains(where: { matches($0, element) }) else { return false }
        let result = look(at: entry, index, element)
        if program.isTracing { trace(entry, element, result) }
        return result == .fired
    }

    /// What comes of a rule or ladder that waited for an element.
    private func look(at entry: Entry, _ index: Int, _ element: Element) -> EntryLook.Result {
        let handle = context(of: element)
        guard isOn(entry.channels, handle) else { return .wrongChannel }
        if entry.whileActive >= 0, !isActive(entry.whileActive, handle) { return .statusNotActive }
        if case .event = element, wasMoved(Int32(index)) { return .alreadyMoved }
        if case .event = element { return look(at: entry, in: handle) }
        // Conditions of what is not an event know none.
        let kept = event
        event = nil
        defer { event = kept }
        return look(at: entry, in: handle)
    }

    private func look(at entry: Entry, in handle: Int32) -> EntryLook.Result {
        var ladder: Int?
        if case .ladder(let index) = entry.body { ladder = index }
        if let ladder, !isHere(ladder, handle) { return .notHere }
        guard holds(entry.own, in: handle, at: entry.id) else { return .guardFailed }
        if let ladder, isSuspended(ladder, handle) { return .suspended }
        return .fired
    }

    func isActive(_ status: Int, _ handle: Int32) -> Bool {
        lane.phase(program.statuses[status].home, program.statuses[status].slot, handle) == .active
    }

    private func apply(_ index: Int, _ element: Element) {
        let entry = program.entries[index]
        let handle = context(of: element)
        if case .event = element { markMoved(Int32(index)) }
        if case .ladder(let ladder) = entry.body {
            observe(ladder, handle)
            return
        }
        for effect in entry.effects { issue(effect, in: handle) }
        for begin in entry.begins { beginStatus(begin, in: handle) }
        for status in entry.ends { endStatus(status, in: handle) }
    }

    /// Whether an earlier observation of the same utterance already moved this.
    func wasMoved(_ mover: Int32) -> Bool {
        guard let utterance else { return false }
        if isHeard { return lane.heard.contains { $0.id == utterance && $0.moved.contains(mover) } }
        guard let index = lane.position(ofHandle: context) else { return false }
        return lane.contacts[index].utterances.contains { $0.id == utterance && $0.moved.contains(mover) }
    }

    func markMoved(_ mover: Int32) {
        guard let utterance else { return }
        if isHeard {
            lane.noteHeard(utterance, mover)
            return
        }
        guard let index = lane.position(ofHandle: context),
            let place = lane.contacts[index].utterances.firstIndex(where: { $0.id == utterance })
        else { return }
        lane.contacts[index].utterances[place].moved.append(mover)
    }
}

import CEL
import PolicyLanguage

/// What surrounds an event's step: its conduct, its coaching, and what agents are told.
extension Step {
    /// Takes the classes of an observation, less those that earlier observations of the same utterance named; of a person's
    /// observation, less those that a person named. False if none is left: then the event has no effect at all.
    func readConduct() -> Bool {
        guard event?.type == .builtIn(.conductObserved), let event else { return true }
        guard let of = event.text("of") else {
            guard let observed = event["conduct"], case .list(let names) = observed else { return true }
            for case .string(let name) in names { classes.insert(program.classIndex[name] ?? -1) }
            conduct = observed
            return true
        }
        var names = event.texts("conduct")
        if let index = lane.position(ofHandle: context) {
            utterance = of
            let known = lane.contacts[index].note(utterance: of)
            let isPerson = ["agent", "supervisor"].contains(event.text("source") ?? "agent")
            namedBefore = lane.contacts[index].utterances[known].classes
            names.removeAll { lane.contacts[index].utterances[known].has($0, byPerson: isPerson, program) }
            if names.isEmpty { return false }
            lane.contacts[index].utterances[known].add(names, byPerson: isPerson, program)
        }
        for name in names { classes.insert(program.classIndex[name] ?? -1) }
        conduct = .list(names.map { .string($0) })
        return true
    }

    /// Phrases to avoid in an agent's words.
    func coach() {
        guard !program.coach.isEmpty, event?.type == .builtIn(.utterance), let event,
            event.text("speaker") == "agent", let text = event.text("text")
        else { return }
        let own = lane.position(ofHandle: context).flatMap { lane.contacts[$0].language }
        let language = event.text("language") ?? own ?? program.languages[0]
        outcome.coached = program.coach.phrases(in: text, language: language)
    }

    /// Forwards an event to its agent's lane if it is a deed, a fact or a count that lives there.
    func tellAgentOfEvent() {
        guard program.hasAgentMatters, lane.kind != .agent, let event, let agent,
            program.concernsAgent(event, deed()) || countsForAgent(event)
        else { return }
        var told = event.whole
        // Only what is left of an observation is new to anybody.
        if let conduct, let index = told.data.firstIndex(where: { $0.name == "conduct" }) {
            told.data[index].value = conduct
        }
        send(.event(told), to: agent, in: context)
    }

    /// It moves a measure about the agent, sets off what a status about the agent holds, or ends something that lives there.
    private func countsForAgent(_ event: EventAtHand) -> Bool {
        let entries = program.listeners[event.type].agentEntries
        if entries.one.contains(where: { setsOff($0) }) || entries.two.contains(where: { setsOff($0) }) { return true }
        if program.agentEnds.contains(where: { matches($0, .event) }) { return true }
        return program.listeners[event.type].agentMeasures.contains { index in
            program.measures[index].patterns.contains { matches($0, .event) }
        }
    }

    /// Whether the event matches what an entry waits for.
    private func setsOff(_ entry: Int) -> Bool { program.entries[entry].patterns.contains { matches($0, .event) } }

    /// Follows what a message brought about in the agent's lane.
    func settleAfterMessage() {
        queue = brought
        queue.sort(in: program)
        if standingChanged { syncStandingNorms() }
        maskDuties(in: context)
        queue += brought.filter { !queue.contains($0) }
        follow()
    }
}

extension Program {
    /// Whether an agent's lane hears of an event.
    func concernsAgent(_ event: EventAtHand, _ deed: Deed?) -> Bool {
        if let deed, deed.action >= 0, actions[deed.action].livesWithAgent { return true }
        switch event.type {
        case .builtIn(.factRecorded):
            return event.text("name").flatMap { factIndex[$0] }.map { facts[$0].home == .agent } ?? false
        case .builtIn(.actionDeclined):
            return event.text("action").flatMap { actionIndex[$0] }.map { actions[$0].livesWithAgent } ?? false
        default: return false
        }
    }
}

extension Lane {
    /// An observation of a contact's utterance moved something here.
    mutating func noteHeard(_ utterance: String, _ mover: Int32) {
        if let known = heard.firstIndex(where: { $0.id == utterance }) {
            heard[known].moved.append(mover)
            return
        }
        if heard.count >= LaneLimits.utterances { heard.removeFirst() }
        heard.append(ObservedUtterance(id: utterance, classes: BitSet(), moved: [mover]))
    }
}

extension ContactState {
    /// Position of an utterance among those remembered, made if it is new.
    fileprivate mutating func note(utterance id: String) -> Int {
        if let known = utterances.firstIndex(where: { $0.id == id }) { return known }
        if utterances.count >= LaneLimits.utterances { utterances.removeFirst() }
        utterances.append(ObservedUtterance(id: id, classes: BitSet()))
        return utterances.count - 1
    }
}

extension ObservedUtterance {
    /// Whether a class was named already: by anybody, or by a person.
    fileprivate func has(_ name: String, byPerson: Bool, _ program: Program) -> Bool {
        if let declared = program.classIndex[name] { return (byPerson ? confirmed : classes).contains(declared) }
        return (byPerson ? otherConfirmed : otherClasses).contains(name)
    }

    fileprivate mutating func add(_ names: [String], byPerson: Bool, _ program: Program) {
        for name in names {
            if let declared = program.classIndex[name] {
                classes.insert(declared)
                if byPerson { confirmed.insert(declared) }
            } else {
                if !otherClasses.contains(name) { otherClasses.append(name) }
                if byPerson { otherConfirmed.append(name) }
            }
        }
    }
}

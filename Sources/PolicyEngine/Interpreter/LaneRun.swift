import CEL
import PolicyLanguage

/// A lane at work: its steps in order, with the outcomes and messages they leave.
struct LaneRun {
    let program: Program
    var lane: Lane
    var outcomes: [Outcome] = []
    var messages: [Message] = []
    /// Ids of contacts that the lane has forgotten.
    var forgotten: [String] = []

    init(program: Program, lane: Lane) {
        self.program = program
        self.lane = lane
    }

    /// An event of this lane's own log.
    mutating func take(_ event: Event) {
        let late = event.time < lane.clock ?? .min
        let now = max(event.time, lane.clock ?? event.time)
        passTime(to: now)
        forgotten += lane.forgetContacts(at: now)
        let handle = event.contact.map { greet($0, event, at: now) } ?? Scope.lane
        var step = makeStep(at: now, outcome: blank(event.id, at: now, event: event, handle: handle))
        step.event = event
        step.context = handle
        step.outcome.late = late
        if step.readConduct() {
            if let index = step.lane.position(ofHandle: handle) { step.lane.contacts[index].note(event) }
            step.outcome.agent = step.agent
            step.tellAgentOfEvent()
            step.run(.event)
            step.coach()
            if event.type == .builtIn(.contactEnded) { step.endContact(event) }
        }
        finish(step)
    }

    /// Something that another lane told this agent.
    mutating func hear(_ message: Message) {
        if case .own(let event) = message.content {
            take(event)
            return
        }
        let now = max(message.time, lane.clock ?? message.time)
        passTime(to: now)
        var outcome = Outcome(
            event: message.cause, time: now, contact: message.contact, customer: message.customer, agent: lane.name)
        outcome.late = message.time < now
        var step = makeStep(at: now, outcome: outcome)
        step.heardLanguage = message.language
        step.isHeard = true
        switch message.content {
        case .own: break
        case .event(let event):
            step.event = event
            _ = step.readConduct()
            if let of = event.text("of") { step.utterance = "\(message.contact ?? "")\n\(of)" }
            step.run(.event)
        case .issue(let effect, let classes):
            step.classes = classes
            step.issue(effect, at: Scope.lane, in: Scope.lane)
            step.settleAfterMessage()
        case .begin(let begin):
            step.beginStatus(begin, in: Scope.lane)
            step.settleAfterMessage()
        case .end(let status):
            step.endStatus(status, in: Scope.lane)
            step.settleAfterMessage()
        }
        finish(step)
    }

    /// Lets everything fall due up to a time: before it all, at it all but deadlines.
    mutating func passTime(to time: Int64) {
        while let item = lane.timers.first, item.time < time || (item.time == time && !item.isDeadline) {
            lane.timers.removeFirst()
            if !lane.isLive(item, program) { continue }
            let now = max(item.time, lane.clock ?? item.time)
            let handle = context(of: item)
            var step = makeStep(at: now, outcome: blank("", at: now, event: nil, handle: handle))
            step.context = handle
            step.isDue = true
            step.run(.due(item))
            finishDue(step)
        }
        lane.clock = max(time, lane.clock ?? time)
    }

    /// The contact that something due is about: its own, or the one in which its norm was issued.
    private func context(of item: DueItem) -> Int32 {
        lane.position(ofHandle: item.scope) == nil ? Scope.lane : item.scope
    }

    /// A step outside the log, for what a test takes as given.
    mutating func perform(at now: Int64, in handle: Int32, _ body: (inout Step) -> Void) {
        var step = makeStep(at: now, outcome: blank("given", at: now, event: nil, handle: handle))
        step.context = handle
        body(&step)
        finish(step)
    }

    private mutating func makeStep(at now: Int64, outcome: Outcome) -> Step {
        lane.clock = now
        var step = Step(
            program: program, lane: Lane(name: "", kind: .contact, vars: Vars(HomeCounts.Counts())), now: now,
            outcome: outcome)
        swap(&step.lane, &lane)
        return step
    }

    private mutating func finish(_ step: consuming Step) {
        swap(&step.lane, &lane)
        messages += step.messages
        outcomes.append(step.outcome)
    }

    private mutating func finishDue(_ step: consuming Step) {
        swap(&step.lane, &lane)
        if !step.outcome.isEmpty || !step.messages.isEmpty {
            step.outcome.event = "\(lane.name)#\(lane.records + 1)"
            if !step.outcome.isEmpty { lane.records += 1 }
            for index in step.messages.indices { step.messages[index].cause = step.outcome.event }
        }
        messages += step.messages
        if !step.outcome.isEmpty { outcomes.append(step.outcome) }
    }

    private func blank(_ id: String, at now: Int64, event: Event?, handle: Int32) -> Outcome {
        let contact = lane.position(ofHandle: handle).map { lane.contacts[$0] }
        return Outcome(
            event: id, time: now, contact: contact?.id ?? event?.contact,
            customer: lane.kind == .customer ? lane.name : event?.customer,
            agent: lane.kind == .agent ? lane.name : event?.agent ?? contact?.agent)
    }

    /// The contact of an event, begun if it is new, with what the event says of it.
    private mutating func greet(_ id: String, _ event: Event, at now: Int64) -> Int32 {
        let index: Int
        if let known = lane.position(ofContact: id) {
            index = known
        } else {
            var contact = ContactState(
                id: id, handle: lane.nextCreation(), started: now, vars: Vars(program.counts.contact))
            contact.conductCounts = Array(repeating: 0, count: program.conductReads.count)
            lane.contacts.append(contact)
            index = lane.contacts.count - 1
        }
        return lane.contacts[index].handle
    }
}

extension ContactState {
    /// Takes what an event says of its contact.
    fileprivate mutating func note(_ event: Event) {
        if let agent = event.agent { self.agent = agent }
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

extension Lane {
    mutating func remember(_ event: Event) {
        let edge = max(event.time, clock ?? event.time) - LaneLimits.lateness
        if recent.count >= 32, recent[0].time < edge { recent.removeAll { $0.time < edge } }
        recent.append(RecentEvent(key: event.key, content: event.contentHash, time: event.time))
    }

    /// An ended contact is forgotten after a day, unless a norm that was issued in it is still open.
    func isForgotten(_ contact: ContactState, at now: Int64) -> Bool {
        guard let ended = contact.ended, ended < now - LaneLimits.lateness else { return false }
        return !norms.contains { $0.context == contact.handle && !$0.isMissed }
    }

    /// Forgets what is to be forgotten; gives the contacts' ids.
    mutating func forgetContacts(at now: Int64) -> [String] {
        guard contacts.contains(where: { isForgotten($0, at: now) }) else { return [] }
        let leaving = contacts.filter { isForgotten($0, at: now) }
        let gone = Set(leaving.map(\.handle))
        contacts.removeAll { gone.contains($0.handle) }
        norms.removeAll { gone.contains($0.scope) }
        for index in norms.indices where gone.contains(norms[index].context) { norms[index].context = Scope.lane }
        return leaving.map(\.id)
    }
}

import CEL
import PolicyLanguage

/// A lane at work: its steps in order, with the outcomes and messages they leave.
///
/// One value serves lane after lane: the engine lends it a lane and takes back what it left.
struct LaneRun {
    let program: Program
    private var step: Step
    var outcomes: [Outcome] = []
    var messages: [Message] = []
    /// Ids of contacts that the lane has forgotten.
    var forgotten: [String] = []
    /// Outcomes in which nothing happened are handed over, too.
    var tellsEmpty = true

    init(program: Program) {
        self.program = program
        let none = Lane(name: "", kind: .contact, vars: Vars())
        step = Step(program: program, lane: none, now: 0)
    }

    var lane: Lane {
        _read { yield step.lane }
        _modify { yield &step.lane }
    }

    /// An event of this lane's own log.
    mutating func take(_ event: Event) {
        let late = event.time < step.lane.clock ?? .min
        let now = max(event.time, step.lane.clock ?? event.time)
        passTime(to: now)
        if now >= step.lane.nextForgetting { forgotten += step.lane.forgetContacts(at: now) }
        let index = event.contact.map { step.lane.greet($0, at: now) }
        let handle = index.map { step.lane.contacts[$0].handle } ?? Scope.lane
        step.begin(at: now, in: handle, step.lane.blank(event.id, at: now, event: event, contact: index))
        step.event = event
        step.outcome.late = late
        if step.readConduct() {
            if let index { step.lane.contacts[index].note(event) }
            step.outcome.agent = step.agent
            step.tellAgentOfEvent()
            step.run(.event)
            step.coach()
            if event.type == .builtIn(.contactEnded) { step.endContact(event) }
        }
        finish()
    }

    /// Something that another lane told this agent.
    mutating func hear(_ message: Message) {
        if case .own(let event) = message.content {
            take(event)
            return
        }
        let now = max(message.time, step.lane.clock ?? message.time)
        passTime(to: now)
        var outcome = Outcome(
            event: message.cause, time: now, contact: message.contact, customer: message.customer, agent: step.lane.name
        )
        outcome.late = message.time < now
        step.begin(at: now, in: Scope.lane, outcome)
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
        finish()
    }

    /// Lets everything fall due up to a time: before it all, at it all but deadlines.
    mutating func passTime(to time: Int64) {
        while let item = step.lane.timers.due(by: time) {
            step.lane.timers.removeFirst()
            if !step.lane.isLive(item, program) { continue }
            let now = max(item.time, step.lane.clock ?? item.time)
            let index = step.lane.position(ofHandle: item.scope)
            // What something due is about: its own contact, or the one in which its norm was issued.
            step.begin(
                at: now, in: index == nil ? Scope.lane : item.scope,
                step.lane.blank("", at: now, event: nil, contact: index))
            step.isDue = true
            step.run(.due(item))
            finishDue()
        }
        step.lane.clock = max(time, step.lane.clock ?? time)
    }

    /// A step outside the log, for what a test takes as given.
    mutating func perform(at now: Int64, in handle: Int32, _ body: (inout Step) -> Void) {
        step.begin(
            at: now, in: handle,
            step.lane.blank("given", at: now, event: nil, contact: step.lane.position(ofHandle: handle)))
        body(&step)
        finish()
    }

    private mutating func finish() {
        // The event's memory is free again for the next one.
        step.event = nil
        if !step.messages.isEmpty { messages += step.messages }
        if tellsEmpty || !step.outcome.isEmpty { outcomes.append(step.takeOutcome()) }
    }

    private mutating func finishDue() {
        if !step.outcome.isEmpty || !step.messages.isEmpty {
            step.outcome.event = "\(step.lane.name)#\(step.lane.records + 1)"
            if !step.outcome.isEmpty { step.lane.records += 1 }
            for index in step.messages.indices { step.messages[index].cause = step.outcome.event }
            messages += step.messages
        }
        // What was looked at is told even where nothing came of it.
        if !step.outcome.isEmpty || !step.outcome.trace.looks.isEmpty { outcomes.append(step.takeOutcome()) }
    }
}

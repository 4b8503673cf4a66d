import CEL
import PolicyLanguage

/// A lane at work: its steps in order, with the outcomes and messages they leave.
///
/// One value serves lane after lane: the engine lends it a lane and takes back what it left. Its step is an object, so a copy of
/// the engine has to make a run of its own before it works.
struct LaneRun {
    let program: Program
    private var step: Step
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

    /// A copy of this value has the same step.
    var isShared: Bool { mutating get { !isKnownUniquelyReferenced(&step) } }

    /// Another such value that shares nothing.
    func anew() -> LaneRun {
        var other = LaneRun(program: program)
        other.tellsEmpty = tellsEmpty
        return other
    }

    var lane: Lane {
        _read { yield step.lane }
        _modify { yield &step.lane }
    }

    /// An event of this lane's own log.
    mutating func take(_ event: EventAtHand, _ emit: (Outcome) -> Void) {
        let late = event.time < step.lane.clock ?? .min
        let now = max(event.time, step.lane.clock ?? event.time)
        passTime(to: now, emit)
        if now >= step.lane.nextForgetting { forgotten += step.lane.forgetContacts(at: now) }
        let index = step.lane.greet(event, at: now)
        step.begin(at: now, in: index.map { step.lane.contacts[$0].handle } ?? Scope.lane, event)
        step.outcome.event = event.id
        step.outcome.late = late
        if step.readConduct() {
            if let index { step.lane.contacts[index].note(event) }
            step.outcome.agent = step.agent
            step.tellAgentOfEvent()
            step.run(.event)
            step.coach()
            if event.type == .builtIn(.contactEnded) { step.endContact(event) }
        }
        finish(emit)
    }

    /// The outcome of an event that the program passed by.
    mutating func tellPassed(_ event: EventAtHand, _ emit: (Outcome) -> Void) {
        let now = step.lane.clock ?? event.time
        let index = event.contact.flatMap { step.lane.position(ofContact: $0) }
        step.begin(at: now, in: index.map { step.lane.contacts[$0].handle } ?? Scope.lane, event)
        step.outcome.event = event.id
        step.outcome.late = event.time < now
        finish(emit)
    }

    /// Something that another lane told this agent.
    mutating func hear(_ message: Message, _ emit: (Outcome) -> Void) {
        if case .own(let event) = message.content {
            return withUnsafePointer(to: event) { take(EventAtHand($0), emit) }
        }
        let now = max(message.time, step.lane.clock ?? message.time)
        passTime(to: now, emit)
        step.begin(at: now, in: Scope.lane)
        step.outcome.event = message.cause
        step.outcome.contact = message.contact
        step.outcome.customer = message.customer
        step.outcome.late = message.time < now
        step.heardLanguage = message.language
        step.isHeard = true
        switch message.content {
        case .own: break
        case .event(let event):
            withUnsafePointer(to: event) { event in
                step.event = EventAtHand(event)
                _ = step.readConduct()
                if let of = event.pointee.text("of") { step.utterance = "\(message.contact ?? "")\n\(of)" }
                step.run(.event)
                step.event = nil
            }
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
        finish(emit)
    }

    /// Lets everything fall due up to a time: before it all, at it all but deadlines.
    mutating func passTime(to time: Int64, _ emit: (Outcome) -> Void) {
        while let item = step.lane.timers.due(by: time) {
            step.lane.timers.removeFirst()
            if !step.isLive(item) { continue }
            let now = max(item.time, step.lane.clock ?? item.time)
            let index = step.lane.position(ofHandle: item.scope)
            // What something due is about: its own contact, or the one in which its norm was issued.
            step.begin(at: now, in: index == nil ? Scope.lane : item.scope)
            step.isDue = true
            step.run(.due(item))
            finishDue(emit)
        }
        step.lane.clock = max(time, step.lane.clock ?? time)
    }

    /// A step outside the log, for what a test takes as given.
    mutating func perform(
        at now: Int64, in handle: Int32, _ body: (inout Step) -> Void, _ emit: (Outcome) -> Void
    ) {
        step.begin(at: now, in: handle)
        step.outcome.event = "given"
        body(&step)
        finish(emit)
    }

    private mutating func finish(_ emit: (Outcome) -> Void) {
        // The event is lent no longer.
        step.event = nil
        if !step.messages.isEmpty { messages += step.messages }
        if tellsEmpty || !step.outcome.isEmpty { emit(step.outcome) }
    }

    private mutating func finishDue(_ emit: (Outcome) -> Void) {
        if !step.outcome.isEmpty || !step.messages.isEmpty {
            step.outcome.event = "\(step.lane.name)#\(step.lane.records + 1)"
            if !step.outcome.isEmpty { step.lane.records += 1 }
            for index in step.messages.indices { step.messages[index].cause = step.outcome.event }
            messages += step.messages
        }
        // What was looked at is told even where nothing came of it.
        if !step.outcome.isEmpty || !step.outcome.trace.looks.isEmpty { emit(step.outcome) }
    }
}

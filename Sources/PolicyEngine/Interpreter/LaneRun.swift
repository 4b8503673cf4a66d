import CEL
import PolicyLanguage

/// A lane at work: its steps in order, with the messages they leave.
///
/// One object serves lane after lane: the engine lends it a lane and takes what it left. A copy of the engine makes one of its own
/// before it works (`Engine.work`), so nobody else has it meanwhile and `unchecked` is safe.
final class LaneRun: @unchecked Sendable {
    let program: Program
    private let step: Step
    @exclusivity(unchecked) var messages: [Message] = []
    /// Ids of contacts that the lane has forgotten.
    @exclusivity(unchecked) var forgotten: [String] = []
    /// Outcomes in which nothing happened are handed over, too.
    @exclusivity(unchecked) var tellsEmpty = true

    init(program: Program) {
        self.program = program
        let none = Lane(name: "", kind: .contact, vars: Vars())
        step = Step(program: program, lane: none, now: 0)
    }

    /// Another that shares nothing with this one.
    func anew() -> LaneRun {
        let other = LaneRun(program: program)
        other.tellsEmpty = tellsEmpty
        return other
    }

    /// Works on a lane where it stands.
    func lend(_ lane: UnsafeMutablePointer<Lane>, _ body: (LaneRun) -> Void) {
        step.borrow(lane)
        body(self)
        step.borrow(nil)
    }

    /// An event of this lane's own log.
    func take(_ event: EventAtHand, _ emit: (Outcome) -> Void) {
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
            step.run(.event)
            step.coach()
            if event.type == .builtIn(.contactEnded) { step.endContact(event) }
        }
        step.tellPauses()
        finish(emit)
    }

    /// The outcome of an event that the program passed by.
    func tellPassed(_ event: EventAtHand, _ emit: (Outcome) -> Void) {
        let now = step.lane.clock ?? event.time
        let index = event.contact.flatMap { step.lane.position(ofContact: $0) }
        step.begin(at: now, in: index.map { step.lane.contacts[$0].handle } ?? Scope.lane, event)
        step.outcome.event = event.id
        step.outcome.late = event.time < now
        finish(emit)
    }

    /// Something that another lane told this agent.
    func hear(_ message: Message, _ emit: (Outcome) -> Void) {
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
        step.tellPauses()
        finish(emit)
    }

    /// Lets everything fall due up to a time: before it all, at it all but deadlines.
    func passTime(to time: Int64, _ emit: (Outcome) -> Void) {
        while let item = step.lane.timers.due(by: time) {
            step.lane.timers.removeFirst()
            if !step.isLive(item) { continue }
            let now = max(item.time, step.lane.clock ?? item.time)
            let index = step.lane.position(ofHandle: item.scope)
            // What something due is about: its own contact, or the one in which its norm was issued.
            step.begin(at: now, in: index == nil ? Scope.lane : item.scope)
            step.isDue = true
            step.run(.due(item))
            step.tellPauses()
            finishDue(emit)
        }
        step.lane.clock = max(time, step.lane.clock ?? time)
    }

    /// A step outside the log, for what a test takes as given.
    func perform(inContact contact: String?, _ emit: (Outcome) -> Void, _ body: (Step) -> Void) {
        let index = contact.flatMap { step.lane.position(ofContact: $0) }
        step.begin(at: step.lane.clock ?? 0, in: index.map { step.lane.contacts[$0].handle } ?? Scope.lane)
        step.outcome.event = "given"
        body(step)
        step.tellPauses()
        finish(emit)
    }

    private func finish(_ emit: (Outcome) -> Void) {
        // The event is lent no longer.
        step.event = nil
        if !step.messages.isEmpty { messages += step.messages }
        if tellsEmpty || !step.outcome.isEmpty { step.tell(emit) }
    }

    private func finishDue(_ emit: (Outcome) -> Void) {
        if !step.outcome.isEmpty || !step.messages.isEmpty {
            step.outcome.event = "\(step.lane.name)#\(step.lane.records + 1)"
            if !step.outcome.isEmpty { step.lane.records += 1 }
            for index in step.messages.indices { step.messages[index].cause = step.outcome.event }
            messages += step.messages
        }
        // What was looked at is told even where nothing came of it.
        if !step.outcome.isEmpty || !step.outcome.trace.looks.isEmpty { step.tell(emit) }
    }
}

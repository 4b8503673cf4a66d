import CEL
import PolicyLanguage

/// One step of one lane: works through what an event or a due moment brings about in it.
///
/// The stages of `process` are those of the page on meaning, in its order. The same object serves step after step, so that its
/// lists keep their memory: `begin` clears it. Its run has it alone, and one engine has the run (`Engine.work`), so
/// `unchecked` is safe.
final class Step: @unchecked Sendable {
    let program: Program
    /// The lane at work, where it stands: `LaneRun.lend` puts it there for as long as it is worked on.
    @exclusivity(unchecked) private var place: UnsafeMutablePointer<Lane>
    /// Where a lane stands that nobody lends.
    private let ownPlace: UnsafeMutablePointer<Lane>
    var lane: Lane {
        unsafeAddress { UnsafePointer(place) }
        unsafeMutableAddress { place }
    }
    /// The event in scope of conditions; nil for what fell due.
    @exclusivity(unchecked) var event: EventAtHand?
    /// Something fell due; no event is there to lend its contact to what is per customer.
    @exclusivity(unchecked) var isDue = false
    /// An agent's lane hears of this event from another lane, where its rules have run.
    @exclusivity(unchecked) var isHeard = false
    /// The classes of the observation that are left after earlier observations of the same utterance.
    @exclusivity(unchecked) var classes = BitSet()
    @exclusivity(unchecked) var conduct: CELValue?
    /// What earlier observations of the same utterance named, whoever made them.
    @exclusivity(unchecked) var namedBefore = BitSet()
    /// The language of the contact that a message came from.
    @exclusivity(unchecked) var heardLanguage: String?
    /// Position of `event.of` among the contact's utterances.
    @exclusivity(unchecked) var utterance: String?
    /// The contact this step is about, by handle.
    @exclusivity(unchecked) var context: Int32 = Scope.lane
    @exclusivity(unchecked) var now: Int64
    private let outcomePlace: UnsafeMutablePointer<Outcome>
    var outcome: Outcome {
        unsafeAddress { UnsafePointer(outcomePlace) }
        unsafeMutableAddress { outcomePlace }
    }
    @exclusivity(unchecked) var queue: [Element] = []
    @exclusivity(unchecked) var brought: [Element] = []
    /// The measures that the event moves.
    @exclusivity(unchecked) var moving: [Int] = []
    /// The rules and ladders that the element at hand sets off.
    @exclusivity(unchecked) var fired: [Int] = []
    @exclusivity(unchecked) var messages: [Message] = []
    /// Statuses that began in this step: what began them does not end them.
    @exclusivity(unchecked) var begun: [Int] = []
    /// Duties answered in this step that are owed again until they are confirmed.
    @exclusivity(unchecked) var toConfirm: [Norm] = []
    /// Norms created after this number belong to the element at hand.
    @exclusivity(unchecked) var elementStart: Int32 = 0
    /// Something that conditions read may have changed since they were looked at in this element.
    @exclusivity(unchecked) var hasMoved = false
    /// Some ladder's position or suspension, or some status, changed since norms that stand by them were looked at.
    @exclusivity(unchecked) var standingChanged = false
    @exclusivity(unchecked) var scratch = CELMachine()

    /// An element more than this in one step means that rules feed each other; checking rules that out.
    static let elementLimit = 4_096

    init(program: Program, lane: Lane, now: Int64) {
        self.program = program
        ownPlace = .allocate(capacity: 1)
        ownPlace.initialize(to: lane)
        place = ownPlace
        outcomePlace = .allocate(capacity: 1)
        outcomePlace.initialize(to: Outcome(event: "", time: 0, contact: nil, customer: nil, agent: nil))
        self.now = now
    }

    deinit {
        ownPlace.deinitialize(count: 1)
        ownPlace.deallocate()
        outcomePlace.deinitialize(count: 1)
        outcomePlace.deallocate()
    }

    /// Works on a lane that is lent; nil gives it back.
    func borrow(_ lane: UnsafeMutablePointer<Lane>?) { place = lane ?? ownPlace }

    /// Clears what an earlier step left.
    func begin(at now: Int64, in handle: Int32, _ event: EventAtHand? = nil) {
        self.now = now
        outcome.restart(at: now)
        lane.clock = now
        context = handle
        self.event = event
        sign(contact: lane.position(ofHandle: handle))
        isDue = false
        isHeard = false
        classes = BitSet()
        conduct = nil
        heardLanguage = nil
        utterance = nil
        messages.empty()
        begun.empty()
        toConfirm.empty()
        hasMoved = false
        standingChanged = false
    }

    /// Where the lane is.
    var lanePlace: UnsafePointer<Lane> { UnsafePointer(place) }

    /// Hands over what came of the step, without a copy.
    func tell(_ emit: (Outcome) -> Void) { emit(UnsafePointer(outcomePlace).pointee) }

    /// Says in the outcome where it happened.
    private func sign(contact: Int?) {
        if let contact { outcome.contact = lane.contacts[contact].id } else { outcome.contact = event?.contact }
        if lane.kind == .customer { outcome.customer = lane.name } else { outcome.customer = event?.customer }
        if lane.kind == .agent { outcome.agent = lane.name } else { outcome.agent = event?.agent }
        if outcome.agent == nil, let contact { outcome.agent = lane.contacts[contact].agent }
    }

    /// Works through an element and everything it brings about.
    func run(_ first: Element) {
        queue.append(first)
        follow()
    }

    func follow() {
        var next = 0
        while next < queue.count {
            guard next < Self.elementLimit else {
                fault(at: "rules", code: "step-limit", "too many consequences in one step; the rest is left out")
                break
            }
            brought.empty()
            process(queue[next])
            next += 1
            enqueueBrought()
        }
        queue.empty()
        if program.isTracing { traceStanding() }
    }

    private func enqueueBrought() {
        if brought.isEmpty { return }
        brought.sort(in: program)
        for element in brought where !queue.contains(element) { queue.append(element) }
        brought.empty()
    }

    private func process(_ element: Element) {
        elementStart = lane.created
        switch element {
        case .event:
            judge()
            let isVoid = isVoid()
            // An agent learns of a fact that is not taken, whose fault is told there; of a decision without effect, nothing.
            if !isVoid || event?.type == .builtIn(.factRecorded) { tellAgentOfEvent() }
            if isVoid { return settle(element) }
            endStatuses(by: element)
            updateVars()
        case .due(let item):
            fallDue(item)
        case .duty, .ladder, .measure, .status:
            endStatuses(by: element)
        }
        runStratumOne(element)
        hasMoved = false
        lookAtConditions(in: context(of: element))
        runStratumTwo(element)
        if program.hasUntilPatterns { endNorms(by: element) }
        if hasMoved { lookAtConditions(in: context(of: element)) }
        settle(element)
    }

    /// What stands by something that may have changed, and what is beaten.
    private func settle(_ element: Element) {
        if standingChanged || lane.hasJoined { syncStandingNorms() }
        maskDuties(in: context(of: element))
    }

    /// The context in which an element's rules run: its own contact, else the step's.
    func context(of element: Element) -> Int32 {
        switch element {
        case .event, .due: context
        case .duty(_, _, _, _, let own): own
        case .ladder(_, _, let own), .measure(_, _, let own), .status(_, _, let own):
            own == Scope.lane && !isDue ? context : own
        }
    }

    func fault(at rule: String, code: String, _ message: String) {
        let fault = Outcome.Fault(rule: rule, code: code, message: message)
        if !outcome.faults.contains(fault) { outcome.faults.append(fault) }
    }
}

extension Array {
    /// Forgets the elements and keeps the memory; at once where there are none.
    @inline(__always)
    mutating func empty() {
        if !isEmpty { removeAll(keepingCapacity: true) }
    }
}

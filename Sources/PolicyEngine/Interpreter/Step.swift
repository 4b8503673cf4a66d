import CEL
import PolicyLanguage

/// One step of one lane: works through what an event or a due moment brings about in it.
///
/// The stages of `process` are those of the page on meaning, in its order. The same value serves step after step, so that its
/// lists keep their memory: `begin` clears it.
struct Step {
    let program: Program
    var lane: Lane
    /// The event in scope of conditions; nil for what fell due.
    var event: Event?
    /// Something fell due; no event is there to lend its contact to what is per customer.
    var isDue = false
    /// An agent's lane hears of this event from another lane, where its rules have run.
    var isHeard = false
    /// The classes of the observation that are left after earlier observations of the same utterance.
    var classes = BitSet()
    var conduct: CELValue?
    /// The language of the contact that a message came from.
    var heardLanguage: String?
    /// Position of `event.of` among the contact's utterances.
    var utterance: String?
    /// The contact this step is about, by handle.
    var context: Int32 = Scope.lane
    var now: Int64
    var outcome = Outcome(event: "", time: 0, contact: nil, customer: nil, agent: nil)
    var queue: [Element] = []
    var brought: [Element] = []
    var messages: [Message] = []
    /// Statuses that began in this step: what began them does not end them.
    var begun: [Int] = []
    /// Duties answered in this step that are owed again until they are confirmed.
    var toConfirm: [Norm] = []
    /// Norms created after this number belong to the element at hand.
    var elementStart: Int32 = 0
    /// Something that conditions read may have changed since they were looked at in this element.
    var hasMoved = false
    /// Some ladder's position or suspension, or some status, changed since norms that stand by them were looked at.
    var standingChanged = false
    var scratch = CELMachine()

    /// An element more than this in one step means that rules feed each other; checking rules that out.
    static let elementLimit = 4_096

    init(program: Program, lane: Lane, now: Int64) {
        self.program = program
        self.lane = lane
        self.now = now
    }

    /// Clears what an earlier step left.
    mutating func begin(at now: Int64, in handle: Int32, _ outcome: consuming Outcome) {
        self.now = now
        self.outcome = outcome
        lane.clock = now
        context = handle
        event = nil
        isDue = false
        isHeard = false
        classes = BitSet()
        conduct = nil
        heardLanguage = nil
        utterance = nil
        if !messages.isEmpty { messages.removeAll(keepingCapacity: true) }
        if !begun.isEmpty { begun.removeAll(keepingCapacity: true) }
        if !toConfirm.isEmpty { toConfirm.removeAll(keepingCapacity: true) }
        hasMoved = false
        standingChanged = false
    }

    /// Hands over what came of the step.
    mutating func takeOutcome() -> Outcome {
        var taken = Outcome(event: "", time: 0, contact: nil, customer: nil, agent: nil)
        swap(&taken, &outcome)
        return taken
    }

    /// Works through an element and everything it brings about.
    mutating func run(_ first: Element) {
        queue.append(first)
        follow()
    }

    mutating func follow() {
        var next = 0
        while next < queue.count {
            guard next < Self.elementLimit else {
                fault(at: "rules", code: "step-limit", "too many consequences in one step; the rest is left out")
                break
            }
            brought.removeAll(keepingCapacity: true)
            process(queue[next])
            next += 1
            enqueueBrought()
        }
        queue.removeAll(keepingCapacity: true)
        if program.isTracing { traceStanding() }
    }

    private mutating func enqueueBrought() {
        if brought.isEmpty { return }
        let program = self.program
        brought.sort { $0.precedes($1, in: program) }
        for element in brought where !queue.contains(element) { queue.append(element) }
        brought.removeAll(keepingCapacity: true)
    }

    private mutating func process(_ element: Element) {
        elementStart = lane.created
        switch element {
        case .event:
            judge()
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

    mutating func fault(at rule: String, code: String, _ message: String) {
        let fault = Outcome.Fault(rule: rule, code: code, message: message)
        if !outcome.faults.contains(fault) { outcome.faults.append(fault) }
    }
}

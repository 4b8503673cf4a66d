import PolicyEngine
import PolicyExplain
import PolicyLanguage

/// What a test's case has been through, kept so that it can be told why something is not so.
struct CaseHistory {
    /// An event, or something that fell due, at which a rule or ladder was looked at.
    struct Look {
        var event: String
        var step: Int
    }

    /// A norm with its issue and, if it closed, how and when.
    struct Life {
        var norm: Outcome.Issued
        var contact: String?
        /// The step in which it was issued.
        var step: Int
        var end: (state: NormState, time: Int64)?
    }

    let policy: CheckedPolicy
    private let start: Engine
    private var events: [Event] = []
    private var step = 0
    /// Conditions of acts that were looked at in the step at hand.
    private(set) var conditions: [ConditionLook] = []
    /// Conditions of measures that were looked at in the step at hand, by measure.
    private(set) var measureLooks: [String: ConditionLook] = [:]
    /// The last look at each rule and ladder, by its id.
    private(set) var looks: [String: Look] = [:]
    /// In the order of issue.
    private(set) var lives: [Life] = []
    /// What was asked for or begun while it stood.
    private(set) var repetitions: [Repetition] = []
    private(set) var statuses: StatusRepetitions
    var counted: CountedSteps

    init(_ policy: CheckedPolicy, from start: Engine) {
        self.policy = policy
        self.start = start
        statuses = StatusRepetitions(policy.policy)
        counted = CountedSteps(policy.policy)
    }

    /// `isActive` is told of statuses as they are before the event.
    mutating func begin(_ step: Int, _ event: Event, _ isActive: (String) -> Bool) {
        self.step = step
        statuses.begin(isActive)
        events.append(event)
        conditions = []
        measureLooks = [:]
    }

    mutating func note(_ outcome: Outcome) {
        for look in outcome.trace.looks {
            switch look {
            case .entry(let look): looks[look.entry] = Look(event: outcome.event, step: step)
            case .condition(let look) where look.action != nil: conditions.append(look)
            case .condition(let look) where look.site.hasPrefix("measures.") && look.role != .runsWhile:
                measureLooks[look.site] = look
            case .joined(let rule, let action, let norm):
                repetitions.append(
                    Repetition(rule: rule, subject: .norm(norm, action: action), time: outcome.time, step: step))
            default: break
            }
        }
        statuses.note(outcome, step: step, &repetitions)
        // A norm may come and go in one outcome.
        lives += outcome.issued.map { Life(norm: $0, contact: outcome.contact, step: step) }
        for closed in outcome.closed {
            if let index = lives.lastIndex(where: { $0.norm.norm == closed.norm }) {
                lives[index].end = (closed.state, outcome.time)
            }
        }
    }

    /// What was asked for or begun again in the step at hand.
    var repeated: [Repetition] { repetitions.filter { $0.step == step } }

    var current: (event: Event, step: Int)? { events.last.map { ($0, step) } }

    /// When events came in a contact that a trigger names, by their type and conduct alone.
    func times(of trigger: Trigger, in contact: String?) -> [Int64] {
        events.filter { event in
            guard event.contact == contact else { return false }
            switch trigger.kind {
            case .event(let name): return typeName(event) == name.value
            case .conduct(let name):
                return event.type == .builtIn(.conductObserved) && event.texts("conduct").contains(name.value)
            default: return false
            }
        }.map(\.time)
    }

    /// Whether an event came, in any contact, that a trigger names; of a group of conduct any conduct.
    func hasCome(_ trigger: Trigger) -> Bool {
        events.contains { event in
            switch trigger.kind {
            case .event(let name): typeName(event) == name.value
            case .conduct: event.type == .builtIn(.conductObserved)
            default: true
            }
        }
    }

    private func typeName(_ event: Event) -> String {
        switch event.type {
        case .builtIn(let known): known.rawValue
        case .declared(let index): policy.policy.events[index].name.value
        }
    }

    /// When a contact ended, if it has.
    func end(of contact: String?) -> Int64? {
        events.last { $0.type == .builtIn(.contactEnded) && $0.contact == contact }?.time
    }

    /// What explains a rule, a ladder or a step of one: a sentence about what happened at an event.
    func finding(_ rule: String, at event: String, of who: Participants, _ clock: TestClock) -> Finding? {
        // Of two events with one id only the first is ever explained.
        guard events.count(where: { $0.id == event }) < 2 else { return nil }
        let subject = Explainer.Subject(contact: who.contact, customer: who.customer, agent: who.agent)
        var explainer = Explainer(policy, event: event, of: subject, from: start) { clock.text($0) }
        for event in events {
            explainer.take(event)
            explainer.finish()
        }
        return explainer.explanation(rule: rule)?.findings.first
    }
}

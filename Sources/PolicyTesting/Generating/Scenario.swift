import CEL
import PolicyEngine
import PolicyLanguage

/// An event that can happen in a generated scenario, without its time.
struct Move: Sendable {
    var type: String
    var fields: [Event.Field]
    /// What is about an agent names neither contact nor customer.
    var isAboutAgent = false
    /// The event as the log's reader reads it.
    var event: Event

    static func == (left: Move, right: Move) -> Bool { left.type == right.type && left.fields == right.fields }
}

/// Something that a scenario takes as given before its first step.
struct GivenMove: Sendable {
    var assumption: Assumption
    var home: Home
}

/// A test on its way to be written: what is given, and events with their times.
struct Scenario: Sendable {
    struct Step: Sendable {
        /// nil: time passes.
        var move: Int?
        /// Milliseconds from the start.
        var time: Int64
        /// `c-1`, `c-2`, …
        var contact: Int
    }

    var channel: String
    var given: [GivenMove] = []
    var steps: [Step] = []
}

/// Runs scenarios of one vocabulary.
struct ScenarioRunner: Sendable {
    let program: Program
    let list: CoverageList
    var vocabulary: Vocabulary
    static let start = TestTime.standardStart
    private let passing = Event(id: "", time: 0, type: .builtIn(.timePassed))

    func participants(of step: Scenario.Step) -> Participants {
        let isAboutAgent = step.move.map { vocabulary.moves[$0].isAboutAgent } ?? false
        return Participants(
            contact: isAboutAgent ? nil : "c-\(step.contact)", customer: isAboutAgent ? nil : "cu-1", agent: "a-1")
    }

    /// The case before the first step.
    func begin(_ scenario: Scenario) -> CaseRun {
        var run = CaseRun(program, list)
        let who = Participants(contact: "c-1", customer: "cu-1", agent: "a-1")
        for given in scenario.given {
            _ = run.assume(
                given.assumption, given.home, of: who, channel: scenario.channel, language: nil, at: Self.start)
        }
        return run
    }

    /// Takes one step; `number` makes its event's id.
    func take(
        _ step: Scenario.Step, number: Int, channel: String, _ run: inout CaseRun
    ) -> (reception: Reception, outcomes: [Outcome]) {
        var event = step.move.map { vocabulary.moves[$0].event } ?? passing
        event.id = "step-\(number)"
        event.time = Self.start + step.time
        if step.move != nil {
            let who = participants(of: step)
            (event.contact, event.customer, event.agent) = (who.contact, who.customer, who.agent)
            event.channel = who.contact == nil ? nil : channel
        }
        return run.take(event)
    }

    /// What a whole scenario tries; nil where one of its events is refused.
    func marks(of scenario: Scenario) -> CoverageMarks? {
        var run = begin(scenario)
        for (index, step) in scenario.steps.enumerated() {
            guard case .accepted = take(step, number: index + 1, channel: scenario.channel, &run).reception else {
                return nil
            }
        }
        return run.marks
    }
}

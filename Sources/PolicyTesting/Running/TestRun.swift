import PolicyEngine
import PolicyLanguage
import SourceText

/// One test on its way: an engine of its own, and what has happened so far.
struct TestRun {
    private let plan: TestPlan.Test
    private let names: PolicyNames
    private let clock: TestClock
    private var engine: Engine
    private var issued: [String: Outcome.Issued] = [:]
    /// The agent last named for each contact: whose norms stand for it too.
    private var agents: [String: String] = [:]
    private var failures: [TestFailure] = []
    private var life: LifeText
    private var marks: CoverageMarks

    /// Runs a test; also tells the coverage what it tried.
    static func run(
        _ plan: TestPlan.Test, on program: Program, _ names: PolicyNames, _ coverage: inout Coverage
    ) -> [TestFailure] {
        var run = TestRun(plan, program, names, CoverageMarks(coverage.list))
        run.assume()
        for step in plan.steps { run.take(step) }
        coverage.add(run.marks)
        return run.failures
    }

    private init(_ plan: TestPlan.Test, _ program: Program, _ names: PolicyNames, _ marks: CoverageMarks) {
        self.plan = plan
        self.names = names
        self.marks = marks
        clock = TestClock(plan.test)
        life = LifeText(clock: clock)
        engine = Engine(program)
    }

    private mutating func assume() {
        let given = plan.test.given
        let contact = given.contact?.value ?? Participants.standardContact
        var outcomes: [Outcome] = []
        for item in plan.given {
            // What is about an agent, or about a customer who is named, does not begin the contact.
            let isAboutContact = item.home == .contact || (item.home == .customer && given.customer == nil)
            let isTaken = engine.assume(
                item.assumption, contact: isAboutContact ? contact : nil,
                customer: item.home == .agent ? nil : given.customer?.value, agent: given.agent?.value,
                channel: isAboutContact ? given.channel?.value : nil, language: given.language?.value, at: clock.start
            ) { outcomes.append($0) }
            if !isTaken {
                failures.append(TestFailure(span: item.span, message: "this cannot be given", details: []))
            }
        }
        engine.flush { outcomes.append($0) }
        note(outcomes)
        marks.noteGiven(outcomes)
    }

    private mutating func note(_ outcomes: [Outcome]) {
        for outcome in outcomes {
            for norm in outcome.issued { issued[norm.norm] = norm }
        }
    }

    private mutating func take(_ planned: TestPlan.Step) {
        var outcomes: [Outcome] = []
        let reception: Reception
        switch planned.event {
        case .failure(let refusal): reception = .refused(refusal)
        case .success(let event):
            reception = engine.handle(event) { if !$0.isEmpty { outcomes.append($0) } }
            engine.flush { if !$0.isEmpty { outcomes.append($0) } }
            marks.note(outcomes)
        }
        note(outcomes)
        var who = planned.who
        if let contact = who.contact, let agent = who.agent { agents[contact] = agent }
        who.agent = who.agent ?? who.contact.flatMap { agents[$0] }
        let record = StepRecord(
            reception: reception, outcomes: outcomes,
            standing: engine.standing(contact: who.contact, customer: who.customer, agent: who.agent), issued: issued)
        let judge = ExpectationCheck(record: record, engine: engine, who: who, names: names, clock: clock)
        let found = judge.failures(of: planned.step)
        life.note(planned.step, record)
        if found.isEmpty { return }
        let details = life.tell(record)
        failures += found.map { TestFailure(span: $0.span, message: $0.message, details: details) }
    }
}

/// An expectation that did not come true.
public struct TestFailure: Sendable, Equatable {
    /// Where it was written.
    public var span: SourceSpan
    /// What was expected and what there was.
    public var message: String
    /// The life of the case up to the step, a line each; the same for all failures of one step.
    public var details: [String]
}

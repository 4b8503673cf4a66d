import PolicyEngine
import PolicyLanguage
import SourceText

/// One test on its way: its case, and what was not as expected so far.
struct TestRun {
    private let plan: TestPlan.Test
    private let names: PolicyNames
    private let clock: TestClock
    private var run: CaseRun
    private var failures: [TestFailure] = []
    /// What passes and may not be meant.
    private var remarks: [Diagnostic] = []
    private var life: LifeText
    private var history: CaseHistory?
    private static let explained = 20

    /// Runs a test; also tells the coverage what it tried.
    static func run(
        _ plan: TestPlan.Test, of policy: CheckedPolicy, on program: Program, _ names: PolicyNames,
        _ coverage: inout Coverage
    ) -> (failures: [TestFailure], remarks: [Diagnostic]) {
        var run = TestRun(plan, names, CaseRun(program, coverage.list))
        run.assume()
        run.history = CaseHistory(policy, from: run.run.engine)
        for step in plan.steps { run.take(step) }
        coverage.add(run.run.marks)
        return (run.failures, run.remarks)
    }

    private init(_ plan: TestPlan.Test, _ names: PolicyNames, _ run: CaseRun) {
        self.plan = plan
        self.names = names
        self.run = run
        clock = TestClock(plan.test)
        life = LifeText(clock: clock, names)
    }

    private mutating func assume() {
        let given = plan.test.given
        let who = Participants(given)
        for item in plan.given {
            var outcomes: [Outcome] = []
            let isTaken = run.assume(
                item.assumption, item.home, of: who, channel: given.channel?.value, language: given.language?.value,
                at: clock.start
            ) { outcomes.append($0) }
            life.note(item.assumption, outcomes)
            if !isTaken {
                failures.append(TestFailure(span: item.span, message: "this cannot be given", details: []))
            }
        }
    }

    private mutating func take(_ planned: TestPlan.Step) {
        let record: StepRecord
        let repeated: [Repetition]
        switch planned.event {
        case .failure(let refusal):
            record = run.record(.refused(refusal), [], of: planned.who)
            repeated = []
        case .success(let event):
            let who = run.completed(planned.who)
            let engine = run.engine
            let counts = history?.counted.amounts(engine, who) ?? []
            history?.begin(planned.step.number, event) { name in
                engine.status(name, contact: who.contact, customer: who.customer, agent: who.agent) == .active
            }
            let (reception, outcomes) = run.take(event) { history?.note($0) }
            record = run.record(reception, outcomes, of: planned.who)
            repeated = history?.repeated ?? []
            if let now = history?.counted.amounts(run.engine, who) {
                history?.counted.note(planned.step.number, from: counts, to: now, of: who, record)
            }
            remarks +=
                UnmentionedVerdicts(
                    record: record, event: event, names: names,
                    step: StepText(clock: clock, step: planned.step, names: names)
                ).findings + UnmentionedFaults(record: record, step: planned.step).findings
        }
        let who = run.completed(planned.who)
        // Each explanation replays the case, and after so many nobody reads them.
        let why =
            failures.count >= Self.explained
            ? nil : history.map { WhyMissing(history: $0, record: record, engine: run.engine, clock: clock, who: who) }
        let judge = ExpectationCheck(
            record: record, engine: run.engine, who: who, names: names, clock: clock, why: why)
        let found = judge.failures(of: planned.step)
        life.note(planned.step, record, repeated)
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

import PolicyEngine
import PolicyLanguage

/// Scenarios as a test file that people read: a name and a remark each, and what the policy answers now.
struct ScenarioFile {
    private let runner: ScenarioRunner
    private let policyPath: String
    private static let width = 120

    init(_ runner: ScenarioRunner, _ policyPath: String) {
        self.runner = runner
        self.policyPath = policyPath
    }

    /// The whole file, each scenario with the positions of the items that it is there for.
    func text(_ all: [(scenario: Scenario, goals: [Int])]) -> String {
        var text = """
            # Written by `holdline test --generate`. What stands under `expect` is what the policy answers now, not what it
            # should answer: read each test, keep it under a better name if it is right, and mend the policy if it is not.
            policy: \(FlowText.scalar(policyPath))
            tests:

            """
        var names = ScenarioNames(runner)
        for (index, (scenario, goals)) in all.enumerated() {
            if index > 0 { text += "\n" }
            text += test(ScenarioEdges(runner).shown(in: scenario, goals), goals, names.name(of: scenario, goals))
        }
        return text
    }

    private func test(_ scenario: Scenario, _ goals: [Int], _ name: String) -> String {
        var lines = remarks(goals)
        lines.append("  - name: \(FlowText.line(name))")
        var given = [("channel", FlowText.scalar(scenario.channel)), ("customer", "cu-1"), ("agent", "a-1")]
        var counts: [(String, String)] = []
        var statuses: [String] = []
        var facts: [(String, String)] = []
        for item in scenario.given {
            switch item.assumption {
            case .count(let name, let number): counts.append((name, String(number)))
            case .status(let name): statuses.append(FlowText.scalar(name))
            case .fact(let name, let value): facts.append((FlowText.scalar(name), FlowText.value(value)))
            }
        }
        if !facts.isEmpty { given.append(("facts", FlowText.map(facts))) }
        if !statuses.isEmpty { given.append(("statuses", FlowText.list(statuses))) }
        if !counts.isEmpty { given.append(("counts", FlowText.map(counts))) }
        lines.append("    given: \(FlowText.map(given))")
        lines.append("    steps:")
        lines += steps(scenario)
        return lines.map { "\($0)\n" }.joined()
    }

    private func remarks(_ goals: [Int]) -> [String] {
        let shown = goals.prefix(6).map { runner.list.items[$0].key }
        var lines = shown.map { "  # tries: \($0)" }
        if goals.count > shown.count { lines.append("  # and \(goals.count - shown.count) more") }
        return lines
    }

    // MARK: Steps

    private func steps(_ scenario: Scenario) -> [String] {
        var run = runner.begin(scenario)
        let awaited = runner.vocabulary.policy.awaitedCounts
        var lines: [String] = []
        for (index, step) in scenario.steps.enumerated() {
            let who = runner.participants(of: step)
            let full = run.completed(who)
            let before = run.engine.standing(contact: full.contact, customer: full.customer, agent: full.agent)
            let glance = run.engine.glance(contact: full.contact, customer: full.customer, agent: full.agent)
            let (reception, outcomes) = runner.take(step, number: index + 1, channel: scenario.channel, &run)
            let expectation = PresentExpectation(
                record: run.record(reception, outcomes, of: who), before: before, run: run, who: run.completed(who),
                counts: glance.measures.filter { awaited.contains($0.name) }.map { ($0.name, $0.value) },
                isWait: step.move == nil)
            lines += text(step, expectation.entries)
        }
        return lines
    }

    private func text(_ step: Scenario.Step, _ expected: [(String, String)]) -> [String] {
        var entries = [("at", FlowText.moment(step.time))]
        let move = step.move.map { runner.vocabulary.moves[$0] }
        if let move, move.isAboutAgent { entries += [("contact", "none"), ("customer", "none")] }
        if step.contact > 1, move?.isAboutAgent != true { entries.append(("contact", "c-\(step.contact)")) }
        let data = (move?.fields ?? []).map { ($0.name, FlowText.value($0.value)) }
        entries.append((move?.type ?? BuiltInEvent.timePassed.rawValue, FlowText.map(data)))
        if !expected.isEmpty { entries.append(("expect", FlowText.map(expected))) }
        let line = "      - \(FlowText.map(entries))"
        if line.count <= Self.width { return [line] }
        return block(entries, expected)
    }

    /// Keys on lines of their own, where one line would be too long.
    private func block(_ entries: [(String, String)], _ expected: [(String, String)]) -> [String] {
        var lines: [String] = []
        for (index, (key, value)) in entries.enumerated() {
            let line = (index == 0 ? "      - " : "        ") + "\(key): \(value)"
            if key == "expect", line.count > Self.width {
                lines.append("        expect:")
                lines += expected.map { "          \($0.0): \($0.1)" }
            } else {
                lines.append(line)
            }
        }
        return lines
    }
}

extension Policy {
    /// The counts that some trigger waits for.
    fileprivate var awaitedCounts: Set<String> {
        let counts = measures.filter { $0.kind == .count }.map(\.name.value)
        let awaited = everyTrigger.compactMap { if case .measure(let name, _) = $0.kind { name.value } else { nil } }
        return Set(awaited.filter(counts.contains))
    }
}

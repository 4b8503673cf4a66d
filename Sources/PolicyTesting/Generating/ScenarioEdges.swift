import PolicyEngine
import PolicyLanguage

/// Shows the moments at which something falls due from both sides: a millisecond before, and when it has come about.
struct ScenarioEdges {
    private let runner: ScenarioRunner

    init(_ runner: ScenarioRunner) { self.runner = runner }

    /// The scenario with looks at each moment that it waits for, and at those that it passes over on the way to a goal.
    func shown(in scenario: Scenario, _ goals: [Int]) -> Scenario {
        var run = runner.begin(scenario)
        var edged = scenario
        edged.steps = []
        for (index, step) in scenario.steps.enumerated() {
            let (_, outcomes) = runner.take(step, number: index + 1, channel: scenario.channel, &run)
            var moments = outcomes.filter { $0.time < ScenarioRunner.start + step.time && reaches($0, goals) }.map(
                moment)
            if step.move == nil { moments.append(step.time) }
            for moment in Set(moments).sorted() {
                for time in [moment - 1, moment] where time > edged.steps.last?.time ?? 0 && time < step.time {
                    edged.steps.append(.init(move: nil, time: time, contact: step.contact))
                }
            }
            edged.steps.append(step)
        }
        return edged
    }

    /// When an outcome shows: what was missed, a millisecond after it was due.
    private func moment(_ outcome: Outcome) -> Int64 {
        outcome.time - ScenarioRunner.start + (outcome.closed.contains { $0.state == .missed } ? 1 : 0)
    }

    private func reaches(_ outcome: Outcome, _ goals: [Int]) -> Bool {
        var marks = CoverageMarks(runner.list)
        marks.note(outcome)
        return goals.contains { marks.isTried[$0] }
    }
}

import PolicyEngine

/// Makes found scenarios as short as they can be, and as few.
struct Shrinking {
    let runner: ScenarioRunner

    /// The fewest scenarios that still try all that the given ones do, each with what it is there for: positions of
    /// items, in their order.
    func shrink(_ found: [Scenario], untried: [Bool]) -> [(scenario: Scenario, goals: [Int])] {
        var covered = untried.map { !$0 }
        var short: [(scenario: Scenario, tries: Set<Int>)] = []
        for scenario in found {
            guard let marks = runner.marks(of: scenario) else { continue }
            let goals = covered.indices.filter { marks.isTried[$0] && !covered[$0] }
            if goals.isEmpty { continue }
            let shrunk = shrink(scenario, to: goals)
            let tries = Set((runner.marks(of: shrunk) ?? marks).isTried.indices(where: untried))
            for place in tries { covered[place] = true }
            short.append((shrunk, tries))
        }
        return few(short).map { ($0.scenario, $0.goals.sorted()) }
    }

    /// Leaves out what is given and steps, the later first, as long as the goals are still reached.
    private func shrink(_ scenario: Scenario, to goals: [Int]) -> Scenario {
        var best = scenario
        func reaches(_ candidate: Scenario) -> Bool {
            guard let marks = runner.marks(of: candidate) else { return false }
            return goals.allSatisfy { marks.isTried[$0] }
        }
        if !best.given.isEmpty {
            var candidate = best
            candidate.given = []
            if reaches(candidate) { best = candidate }
        }
        var isShorter = true
        while isShorter {
            isShorter = false
            for index in best.steps.indices.reversed() where index > 0 && index < best.steps.count {
                var candidate = best
                candidate.steps.remove(at: index)
                if reaches(candidate) {
                    best = candidate
                    isShorter = true
                }
            }
        }
        return best
    }

    /// Drops scenarios whose goals others reach too, the earlier and shorter first.
    private func few(_ all: [(scenario: Scenario, tries: Set<Int>)]) -> [(scenario: Scenario, goals: Set<Int>)] {
        var counts: [Int: Int] = [:]
        for entry in all { for place in entry.tries { counts[place, default: 0] += 1 } }
        let kept = all.filter { entry in
            if entry.tries.allSatisfy({ counts[$0, default: 0] > 1 }) {
                for place in entry.tries { counts[place, default: 0] -= 1 }
                return false
            }
            return true
        }
        var credited: Set<Int> = []
        return kept.map { entry in
            let goals = entry.tries.subtracting(credited)
            credited.formUnion(goals)
            return (entry.scenario, goals)
        }
    }
}

extension [Bool] {
    /// The positions that are true here and there.
    fileprivate func indices(where other: [Bool]) -> [Int] { indices.filter { self[$0] && other[$0] } }
}

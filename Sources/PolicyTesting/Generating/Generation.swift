import PolicyEngine
import PolicyLanguage
import SourceText

/// Tests written for what no test of a policy tries, as the policy answers now.
public struct Generation: Sendable {
    /// A test file; empty where nothing was found.
    public let text: String
    public let testCount: Int
    /// What the tests try that was untried before.
    public let reached: Int
    /// What was tried neither before nor by these tests.
    public let unreached: [CoverageItem]
    /// How many events the search played.
    public let played: Int

    /// Events played before the search gives up.
    public static let standardBudget = 150_000

    /// Searches and writes. `policyPath` is what the file calls its policy; `tried` is what tests have tried so far.
    ///
    /// The same for the same policy, coverage and budget; takes time by the budget.
    public init(
        _ policy: CheckedPolicy, policyPath: String, tried: Coverage?, budget: Int = standardBudget
    ) throws(ProgramRefusal) {
        let program = try Program(policy, tracing: true)
        let list = tried?.list ?? CoverageList(policy)
        let runner = ScenarioRunner(program: program, list: list, vocabulary: Vocabulary(policy))
        let before = tried.map { $0.counts.map { $0 > 0 } } ?? Array(repeating: false, count: list.items.count)
        var explorer = Explorer(runner, tried: before, budget: budget)
        explorer.search()
        explorer.search(list.example)
        played = explorer.played
        let found = explorer.runner
        let short = Shrinking(runner: found).shrink(explorer.found, untried: before.map { !$0 })
        var after = before
        for place in short.flatMap(\.goals) { after[place] = true }
        unreached = list.items.indices.filter { !after[$0] }.map { list.items[$0] }
        reached = short.reduce(0) { $0 + $1.goals.count }
        testCount = short.count
        let sorted = short.sorted { ($0.goals.first ?? 0) < ($1.goals.first ?? 0) }
        text = sorted.isEmpty ? "" : ScenarioFile(found, policyPath).text(sorted)
    }
}

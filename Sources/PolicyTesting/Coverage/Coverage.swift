import PolicyEngine
import PolicyLanguage
import SourceText

/// What of a policy its tests have tried, and how many of them tried each thing.
public struct Coverage: Sendable {
    let list: CoverageList
    /// How many tests tried each item.
    public private(set) var counts: [Int]

    /// Everything of a policy, untried.
    public init(_ policy: CheckedPolicy) { self.init(CoverageList(policy)) }

    init(_ list: CoverageList) {
        self.list = list
        counts = Array(repeating: 0, count: list.items.count)
    }

    /// In the order of the policy: rules, ladders, statuses, measures, each with its conditions and acts.
    public var items: [CoverageItem] { list.items }

    /// Adds what one test tried.
    mutating func add(_ marks: CoverageMarks) {
        for index in counts.indices where marks.isTried[index] { counts[index] += 1 }
    }

    /// Adds what another run of the same policy tried.
    public mutating func formUnion(_ other: Coverage) {
        for index in counts.indices where index < other.counts.count { counts[index] += other.counts[index] }
    }

    // MARK: Figures

    public var triedCount: Int { counts.count { $0 > 0 } }
    public var untried: [CoverageItem] { items.indices.filter { counts[$0] == 0 }.map { items[$0] } }
    /// What a test does to try an item, in words that follow "to try it, ".
    public func hint(for item: CoverageItem) -> String { list.hint(for: item) }
    /// Whole percent of the items, rounded down, so that 100 means all; 100 where there is nothing to try.
    public var percent: Int { items.isEmpty ? 100 : triedCount * 100 / items.count }
}

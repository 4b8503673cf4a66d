import PolicyEngine
import PolicyLanguage

/// Knows when something may fall due, seen from outside of the engine: from what outcomes announce, and from the
/// lengths of time that the policy itself counts.
///
/// It may be early or too often, which costs a tick without effect. It is late only for clocks that may stand still:
/// those are looked at every five seconds.
struct DueWatch {
    /// Lengths counted from an event or an outcome, in milliseconds.
    private let lengths: [Int64]
    /// The longest of those whose clock may stand still; 0 for none.
    private let longestPausable: Int64
    private static let pace: Int64 = 5_000
    private var heap: [Int64] = []
    private var armed: Set<Int64> = []
    private var lastMove: Int64 = .min

    init(_ policy: Policy) {
        let counted = policy.countedLengths
        lengths = Array(Set(counted.map(\.length))).sorted()
        longestPausable = counted.filter(\.canPause).map(\.length).max() ?? 0
    }

    /// The next whole second at which something may be due.
    var next: Int64? { heap.first }

    /// What an event may set in motion.
    mutating func note(_ event: Event) {
        move(event.time)
        if case .timestamp(let until)? = event["until"] { arm(until.milliseconds) }
    }

    /// What an outcome announces.
    mutating func note(_ outcome: Outcome) {
        if outcome.isEmpty { return }
        move(outcome.time)
        for issued in outcome.issued {
            if let due = issued.due { arm(due) }
            if let until = issued.until { arm(until) }
        }
    }

    /// Time has come this far: what was armed until then is behind.
    mutating func pass(to time: Int64) {
        while let first = heap.first, first <= time { armed.remove(removeFirst()) }
        if longestPausable > 0, time < lastMove.addingClamped(longestPausable + Self.pace) {
            arm(time.addingClamped(Self.pace))
        }
    }

    private mutating func move(_ time: Int64) {
        lastMove = max(lastMove, time)
        for length in lengths { arm(time.addingClamped(length), coarse: length) }
        if longestPausable > 0 { arm(time.addingClamped(Self.pace)) }
    }

    /// A deadline is missed after its moment, so the first whole second after it is meant; far ones are taken together.
    private mutating func arm(_ moment: Int64, coarse length: Int64 = 0) {
        let step: Int64 = length > 86_400_000 ? 3_600_000 : length > 3_600_000 ? 60_000 : 1_000
        let (rounded, overflow) = (moment / step + 1).multipliedReportingOverflow(by: step)
        if overflow || moment < 0 || !armed.insert(rounded).inserted { return }
        heap.append(rounded)
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func removeFirst() -> Int64 {
        heap.swapAt(0, heap.count - 1)
        let first = heap.removeLast()
        var parent = 0
        while 2 * parent + 1 < heap.count {
            let left = 2 * parent + 1
            let child = left + 1 < heap.count && heap[left + 1] < heap[left] ? left + 1 : left
            if heap[parent] <= heap[child] { break }
            heap.swapAt(parent, child)
            parent = child
        }
        return first
    }
}

extension Int64 {
    fileprivate func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}

extension Policy {
    /// Every length of time that begins with an event and that no outcome announces.
    fileprivate var countedLengths: [(length: Int64, canPause: Bool)] {
        var found: [(length: Int64, canPause: Bool)] = []
        let everyRule = rules + statuses.flatMap(\.whileActive)
        for trigger in everyRule.flatMap(\.when) + ladders.flatMap(\.when) {
            guard case .measure(let name, let reaches) = trigger.kind else { continue }
            guard let measure = measures.first(where: { $0.name.value == name.value }), measure.kind == .elapsed else {
                continue
            }
            found.append((reaches.value, measure.runsWhile != nil))
        }
        for ladder in ladders {
            if case .elapsed(let length)? = ladder.coolsAfter?.value {
                found.append((length, ladder.suspendedWhile != nil))
            }
            if case .elapsed(let length)? = ladder.inLast?.value { found.append((length, false)) }
        }
        for until in statuses.compactMap(\.until) + everyRule.flatMap(\.begins).compactMap(\.until) {
            if case .elapsed(let length) = until.value { found.append((length, false)) }
        }
        return found
    }
}

/// What falls due in a lane, in order of due time; deadlines after all else; then order of creation.
///
/// A binary heap; entries whose reason went away are skipped when they come up.
struct TimerQueue: Sendable {
    private(set) var heap: [DueItem] = []

    var first: DueItem? { heap.first }
    var isEmpty: Bool { heap.isEmpty }

    /// The first item that falls due by a time: before it, or at it unless it is a deadline.
    @inline(__always)
    func due(by time: Int64) -> DueItem? {
        hasDue(by: time) ? heap[0] : nil
    }

    @inline(__always)
    func hasDue(by time: Int64) -> Bool {
        !heap.isEmpty && (heap[0].time < time || (heap[0].time == time && !heap[0].isDeadline))
    }

    mutating func insert(_ item: DueItem) {
        heap.append(item)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child] < heap[parent] else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    @discardableResult
    mutating func removeFirst() -> DueItem? {
        guard let top = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return top
    }

    private mutating func sink() {
        var parent = 0
        while true {
            let left = 2 * parent + 1
            guard left < heap.count else { return }
            let right = left + 1
            let child = right < heap.count && heap[right] < heap[left] ? right : left
            guard heap[child] < heap[parent] else { return }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}

/// One moment at which something happens by itself.
struct DueItem: Sendable, Comparable {
    enum Kind: UInt8, Sendable {
        /// `subject` is a norm's creation number.
        case deadline, normUntil
        /// `subject` is a measure and `extra` the position of the constant it reaches.
        case clock
        /// `subject` is a ladder.
        case cooling, aging
        /// `subject` is a fact.
        case factUntil
        /// `subject` is a status.
        case statusUntil
    }

    var time: Int64
    var kind: Kind
    var creation: Int32
    var subject: Int32
    var scope: Int32
    /// The state it was made for; another generation means that it no longer counts.
    var generation: Int32
    var extra: Int32 = 0

    var isDeadline: Bool { kind == .deadline }

    static func < (a: DueItem, b: DueItem) -> Bool {
        if a.time != b.time { return a.time < b.time }
        if a.isDeadline != b.isDeadline { return b.isDeadline }
        return a.creation < b.creation
    }
}

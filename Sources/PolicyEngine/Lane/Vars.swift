import CEL
import PolicyLanguage

/// The variables of one home: facts, counts and clocks, ladders, statuses.
struct Vars: Sendable {
    var facts = Slots<FactState>()
    var measures = Slots<MeasureState>()
    var ladders = Slots<LadderState>()
    var statuses = Slots<StatusState>()
    /// Actions done here that some act waits for.
    var done = BitSet()
    /// Effects whose norms were issued because of a position or a status that still holds.
    var raised: [Int32] = []
    /// How often acts with several scripts were issued, by effect.
    var turns: [Turn] = []

    struct Turn: Sendable {
        var effect: Int32
        var count: Int32
    }

    /// How often the effect was issued before; counts it.
    mutating func nextTurn(of effect: Int) -> Int {
        if let index = turns.firstIndex(where: { $0.effect == Int32(effect) }) {
            turns[index].count += 1
            return Int(turns[index].count) - 1
        }
        turns.append(Turn(effect: Int32(effect), count: 1))
        return 0
    }
}

/// A recorded value; `generation` tells a timer whether it still means this one.
struct FactState: Sendable {
    var value: CELValue?
    var generation: Int32 = 0
}

/// A count's observations, or a clock.
struct MeasureState: Sendable {
    /// Times of the observations in the window, ascending, after some that have left it; of a count without a window only `total`
    /// is kept.
    private(set) var times: [Int64] = []
    /// How many of them had left it at the latest observation: time never goes back, so they stay out.
    private var gone = 0
    var total: Int64 = 0
    /// A clock has started, and runs since then unless it stands still.
    var started = false
    var runningSince: Int64?
    /// Milliseconds it ran before `runningSince`.
    var accumulated: Int64 = 0
    /// How many of the awaited constants were reached since the start.
    var reached: Int32 = 0
    var generation: Int32 = 0

    /// What the clock shows.
    func elapsed(at time: Int64) -> Int64 {
        guard let since = runningSince else { return accumulated }
        return accumulated + max(0, time - since)
    }

    /// How many observations are younger than the window. Linear in those that have left it since the latest observation.
    func count(at time: Int64, window: Int64?) -> Int64 {
        guard let window else { return total }
        return Int64(times.count - firstAfter(time - window))
    }

    /// Adds an observation. Gives how many are younger than the window before and after. Each is passed over once when it leaves
    /// and moved once at most when the memory of those gone is used again, however long the list.
    @discardableResult
    mutating func add(at time: Int64, window: Int64?) -> (before: Int64, after: Int64) {
        total += 1
        guard let window else { return (total - 1, total) }
        gone = firstAfter(time - window)
        let before = Int64(times.count - gone)
        if gone > 16, gone > times.count / 2 {
            times.removeFirst(gone)
            gone = 0
        }
        times.append(time)
        return (before, window > 0 ? before + 1 : 0)
    }

    /// The times that stood in the window at the latest observation.
    var current: ArraySlice<Int64> { times[gone...] }

    mutating func restore(_ times: [Int64]) { self.times = times }

    @inline(__always)
    private func firstAfter(_ edge: Int64) -> Int {
        var place = gone
        while place < times.count, times[place] <= edge { place += 1 }
        return place
    }
}

/// A ladder's position and what it remembers of its steps.
struct LadderState: Sendable {
    /// How a step's duty ended when last issued.
    enum Last: UInt8, Sendable { case never, open, done, undone }

    var position: Int32 = 0
    var counter: Int32 = 0
    /// By the ladder's duties.
    var last: [Last] = []
    var suspended = false
    /// When quiet time began to run; nil at the bottom or while suspended.
    var quietSince: Int64?
    /// Quiet time that ran before a suspension.
    var quietBefore: Int64 = 0
    var generation: Int32 = 0
    /// Times of the climbs still in the window, for ladders whose climbs age.
    var climbs: [Int64] = []
}

/// Whether a status is active, and what ends it.
struct StatusState: Sendable {
    var phase: StatusPhase?
    var generation: Int32 = 0
    /// How it began, by the program's `begins`, which says what ends it; -1 while it is not active.
    var begin: Int32 = -1
}

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
    /// Times of the observations still in the window, ascending; of a count without a window only `total` is kept.
    var times: [Int64] = []
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

    /// How many observations are younger than the window.
    func count(at time: Int64, window: Int64?) -> Int64 {
        guard let window else { return total }
        let edge = time - window
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle] > edge { high = middle } else { low = middle + 1 }
        }
        return Int64(times.count - low)
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

/// States by their slot in the program. Only those that have changed are kept: the others are as they began, and a policy of
/// a thousand rules moves a handful of its variables in one contact.
struct Slots<State: Sendable & Initial>: Sendable {
    private struct Entry {
        var slot: Int32
        var state: State
    }

    /// By slot, ascending.
    private var entries: [Entry] = []

    init() {}

    /// Dense states, from slot 0 on.
    init(_ states: [State]) {
        for (slot, state) in states.enumerated() where !state.isInitial {
            entries.append(Entry(slot: Int32(truncatingIfNeeded: slot), state: state))
        }
    }

    /// The slots whose states have changed, ascending.
    var slots: [Int] { entries.map { Int($0.slot) } }

    /// All states up to the last that changed.
    var dense: [State] {
        guard let last = entries.last else { return [] }
        return (0...Int(last.slot)).map { self[$0] }
    }

    subscript(slot: Int) -> State {
        @inline(__always)
        get {
            let place = place(of: slot)
            return holds(slot, at: place) ? entries[place].state : State()
        }
        @inline(__always)
        _modify {
            let place = place(of: slot)
            if !holds(slot, at: place) { insert(slot, at: place) }
            yield &entries[place].state
        }
    }

    @inline(__always)
    private func holds(_ slot: Int, at place: Int) -> Bool {
        place < entries.count && Int(entries[place].slot) == slot
    }

    /// Where the slot stands, or where it would. In most policies nearly all slots are used, so it is often at its own number.
    @inline(__always)
    private func place(of slot: Int) -> Int {
        if holds(slot, at: slot) { return slot }
        var (low, high) = (0, min(slot, entries.count))
        while low < high {
            let middle = (low + high) / 2
            if Int(entries[middle].slot) < slot { low = middle + 1 } else { high = middle }
        }
        return low
    }

    @inline(never)
    private mutating func insert(_ slot: Int, at place: Int) {
        if entries.count == entries.capacity { entries.reserveCapacity(max(4, 2 * entries.count)) }
        entries.insert(Entry(slot: Int32(truncatingIfNeeded: slot), state: State()), at: place)
    }
}

extension Slots where State == MeasureState {
    /// All observations of a count that has no window, without a copy of its state.
    @inline(__always)
    func total(_ slot: Int) -> Int64 {
        let place = place(of: slot)
        return holds(slot, at: place) ? entries[place].state.total : 0
    }
}

extension Slots where State == StatusState {
    /// The slots of the statuses that are active, ascending.
    var active: [Int] {
        if entries.isEmpty { return [] }
        return entries.compactMap { $0.state.phase == .active ? Int($0.slot) : nil }
    }
}

/// A state that nothing has changed yet is always the same.
protocol Initial {
    init()
    /// It says no more than one that nothing has changed.
    var isInitial: Bool { get }
}

extension FactState: Initial {
    var isInitial: Bool { value == nil && generation == 0 }
}
extension MeasureState: Initial {
    var isInitial: Bool { total == 0 && times.isEmpty && !started && generation == 0 }
}
extension LadderState: Initial {
    var isInitial: Bool { generation == 0 && position == 0 && counter == 0 && !suspended && last.isEmpty }
}
extension StatusState: Initial {
    var isInitial: Bool { phase == nil && generation == 0 }
}

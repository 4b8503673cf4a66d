/// Variables of one kind by slot: those that never changed take no memory, for most contacts are quiet.
struct Slots<State: Sendable & Initial>: Sendable {
    /// The states up to the last that changed.
    private(set) var states: [State] = []

    init() {}

    init(_ states: [State]) { self.states = states }

    var indices: Range<Int> { states.indices }

    subscript(slot: Int) -> State {
        @inline(__always)
        get { slot < states.count ? states[slot] : State() }
        @inline(__always)
        _modify {
            if states.count <= slot { grow(to: slot) }
            yield &states[slot]
        }
    }

    @inline(never)
    private mutating func grow(to slot: Int) {
        // Where one has changed others will: once is enough for most policies.
        if slot >= states.capacity { states.reserveCapacity(max(8, 2 * slot)) }
        while states.count <= slot { states.append(State()) }
    }
}

/// A state that nothing has changed yet is always the same.
protocol Initial {
    init()
}

extension Slots where State == MeasureState {
    /// All observations of a count that has no window, without a copy of its state.
    @inline(__always)
    func total(_ slot: Int) -> Int64 { slot < states.count ? states[slot].total : 0 }
}

extension FactState: Initial {}
extension MeasureState: Initial {}
extension LadderState: Initial {}
extension StatusState: Initial {}

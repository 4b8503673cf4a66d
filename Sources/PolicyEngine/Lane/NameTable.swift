/// Finds positions by names: open addressing over eight bytes a name. The names themselves stand where the positions lead,
/// so a lookup is told how to compare.
struct NameTable: Sendable {
    private struct Slot {
        var hash: UInt32 = 0
        /// -1 in an empty slot.
        var position: Int32 = -1
    }

    private var slots: [Slot] = []
    private(set) var count = 0

    /// The 32 bits by which a name is looked for: the low half of its digest.
    static func hash(_ name: String) -> UInt32 { UInt32(truncatingIfNeeded: ContentHash.of(name)) }

    /// The first position under a hash that is the one meant.
    @inline(__always)
    func position(_ hash: UInt32, where isMeant: (Int) -> Bool) -> Int? {
        if slots.isEmpty { return nil }
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place].position >= 0 {
            if slots[place].hash == hash, isMeant(Int(slots[place].position)) { return Int(slots[place].position) }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Adds a name that is not there yet.
    mutating func insert(_ hash: UInt32, _ position: Int) {
        if (count + 1) * 4 > slots.count * 3 { grow() }
        count += 1
        put(Slot(hash: hash, position: Int32(truncatingIfNeeded: position)))
    }

    /// Takes out one name under a hash that led to a position. Of two such names it does not matter which: they are alike.
    mutating func remove(_ hash: UInt32, _ position: Int) {
        guard !slots.isEmpty else { return }
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place].hash != hash || slots[place].position != Int32(truncatingIfNeeded: position) {
            if slots[place].position < 0 { return }
            place = (place + 1) & mask
        }
        count -= 1
        // What stands after the gap moves up as long as that brings it no further than where it would be looked for first.
        var next = (place + 1) & mask
        while slots[next].position >= 0 {
            let home = Int(slots[next].hash) & mask
            if (next &- home) & mask >= (next &- place) & mask {
                slots[place] = slots[next]
                place = next
            }
            next = (next + 1) & mask
        }
        slots[place] = Slot()
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: max(16, old.count * 2))
        for slot in old where slot.position >= 0 { put(slot) }
    }

    private mutating func put(_ slot: Slot) {
        let mask = slots.count - 1
        var place = Int(slot.hash) & mask
        while slots[place].position >= 0 { place = (place + 1) & mask }
        slots[place] = slot
    }
}

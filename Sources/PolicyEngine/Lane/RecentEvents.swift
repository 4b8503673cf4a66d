/// The events that a lane knows again: those of the last day, in the order in which they came.
///
/// A few are looked through; many have an index, so that a lane with thousands costs no more than one with ten.
struct RecentEvents: Sendable {
    /// Enough of an event to know it again.
    struct Entry: Sendable {
        var key: UInt64
        var content: UInt64
        var time: Int64
    }

    private static let few = 24
    private(set) var entries: [Entry] = []
    /// Positions among the entries by key, -1 where a slot is empty; none while there are few.
    private var index: [Int32] = []
    /// Old entries are looked for again when there are so many.
    private var limit = 32

    init() {}

    init(_ entries: [Entry]) {
        self.entries = entries
        reindex()
    }

    var isEmpty: Bool { entries.isEmpty }

    /// The latest event with a key.
    @inline(__always)
    func latest(_ key: UInt64) -> Entry? {
        if index.isEmpty {
            var place = entries.count
            while place > 0 {
                place -= 1
                if entries[place].key == key { return entries[place] }
            }
            return nil
        }
        let slot = self.slot(of: key)
        return index[slot] < 0 ? nil : entries[Int(index[slot])]
    }

    /// Adds an event; those before an edge may be forgotten.
    mutating func add(_ entry: Entry, edge: Int64) {
        if entries.count >= limit, entries[0].time < edge {
            entries.removeAll { $0.time < edge }
            limit = max(32, entries.count * 2)
            index = []
            if entries.count > Self.few { reindex() }
        }
        // The second event of a lane is seldom its last.
        if entries.count == 1 { entries.reserveCapacity(6) }
        entries.append(entry)
        guard entries.count > Self.few else { return }
        if entries.count * 2 > index.count { return reindex() }
        index[slot(of: entry.key)] = Int32(truncatingIfNeeded: entries.count - 1)
    }

    private mutating func reindex() {
        if entries.count <= Self.few { return }
        var size = 64
        while size < entries.count * 4 { size *= 2 }
        index = Array(repeating: -1, count: size)
        for place in entries.indices { index[slot(of: entries[place].key)] = Int32(truncatingIfNeeded: place) }
    }

    /// The slot in which a key stands, or the empty one where it would.
    private func slot(of key: UInt64) -> Int {
        let mask = index.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while index[slot] >= 0, entries[Int(index[slot])].key != key { slot = (slot + 1) & mask }
        return slot
    }
}

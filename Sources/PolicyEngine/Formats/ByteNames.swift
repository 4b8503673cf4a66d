/// A few names to be found by their bytes, without making text of what is looked up.
struct ByteNames: Sendable {
    private struct Entry {
        /// The first eight bytes and the last eight, which overlap in short names; zeros where there are fewer.
        var head: UInt64
        var tail: UInt64
        var start: Int
        var count: Int
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// Positions by what a name begins and ends with, -1 where a slot is empty.
    private var slots: [Int16] = []

    /// Names by their position; of two alike the first is found.
    init(_ names: [String]) {
        for name in names {
            let start = bytes.count
            bytes.append(contentsOf: name.utf8)
            let count = bytes.count - start
            bytes[start...].withUnsafeBufferPointer { name in
                entries.append(Entry(head: Self.head(name), tail: Self.tail(name), start: start, count: count))
            }
        }
        var size = 4
        while size < entries.count * 4 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        for (position, entry) in entries.enumerated().prefix(Int(Int16.max)) {
            var slot = slot(entry.head, entry.tail)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int16(position)
        }
    }

    @inline(__always)
    private func slot(_ head: UInt64, _ tail: UInt64) -> Int {
        let mixed = (head &* 0x9E37_79B9_7F4A_7C15) ^ (tail &* 0xC2B2_AE3D_27D4_EB4F)
        return Int(truncatingIfNeeded: mixed >> 40) & (slots.count - 1)
    }

    /// The position of a name; nil where it is not among them. Looks first where it is expected, then at all.
    @inline(__always)
    func position(of name: UnsafeBufferPointer<UInt8>, expecting hint: Int = 0) -> Int? {
        let (head, tail) = (Self.head(name), Self.tail(name))
        if hint < entries.count, isEntry(hint, head, tail, name) { return hint }
        return search(head, tail, name)
    }

    @inline(never)
    private func search(_ head: UInt64, _ tail: UInt64, _ name: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = slot(head, tail)
        while slots[slot] >= 0 {
            if isEntry(Int(slots[slot]), head, tail, name) { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    @inline(__always)
    private func isEntry(
        _ index: Int, _ head: UInt64, _ tail: UInt64, _ name: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard entries[index].head == head, entries[index].tail == tail, entries[index].count == name.count else {
            return false
        }
        return name.count <= 16 || hasMiddle(entries[index].start, name)
    }

    private func hasMiddle(_ start: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 8..<name.count - 8 where bytes[start + index] != name[index] { return false }
        return true
    }

    @inline(__always)
    private static func head(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(name)
        if raw.count >= 8 { return raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self) }
        if raw.count >= 4 { return UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)) }
        if raw.count == 0 { return 0 }
        return UInt64(raw[0]) | UInt64(raw[raw.count / 2]) << 8
    }

    @inline(__always)
    private static func tail(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(name)
        if raw.count >= 8 { return raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self) }
        if raw.count >= 4 { return UInt64(raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self)) }
        return raw.count == 0 ? 0 : UInt64(raw[raw.count - 1])
    }
}

extension JSONScanner {
    /// The position of a string's text among some names, most likely the expected one.
    @inline(__always)
    func position(of string: JSONString, in names: borrowing ByteNames, expecting hint: Int = 0) -> Int? {
        if !string.isEscaped { return names.position(of: slice(string.start, string.end), expecting: hint) }
        return escapedPosition(of: string, in: names)
    }

    @inline(never)
    private func escapedPosition(of string: JSONString, in names: borrowing ByteNames) -> Int? {
        let text = textBytes(string)
        let names = copy names
        return text.withUnsafeBufferPointer { names.position(of: $0) }
    }
}

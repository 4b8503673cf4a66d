/// A few names to be found by their bytes, without making text of what is looked up.
struct ByteNames: Sendable {
    private struct Entry {
        var key: UInt64
        var start: Int
        var count: Int
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []

    /// Names by their position; of two alike the first is found.
    init(_ names: [String]) {
        for name in names {
            let start = bytes.count
            bytes.append(contentsOf: name.utf8)
            let count = bytes.count - start
            let key = bytes.withUnsafeBufferPointer { Self.key(UnsafeBufferPointer(rebasing: $0[start...])) }
            entries.append(Entry(key: key, start: start, count: count))
        }
    }

    /// The position of a name; nil where it is not among them. Linear in the names, one comparison of words each.
    @inline(__always)
    func position(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        let key = Self.key(name)
        for index in entries.indices where entries[index].key == key && entries[index].count == name.count {
            if matches(entries[index].start, name) { return index }
        }
        return nil
    }

    private func matches(_ start: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 0..<name.count where bytes[start + index] != name[index] { return false }
        return true
    }

    /// A word that tells most names apart: their first and last bytes.
    @inline(__always)
    private static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(name)
        let count = raw.count
        if count >= 8 {
            return raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
                ^ (raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) &* 31)
        }
        if count >= 4 {
            return UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
                | UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32
        }
        if count == 0 { return 0 }
        return UInt64(raw[0]) | UInt64(raw[count / 2]) << 8 | UInt64(raw[count - 1]) << 16
    }
}

extension JSONScanner {
    /// The position of a string's text among some names.
    @inline(__always)
    func position(of string: JSONString, in names: borrowing ByteNames) -> Int? {
        if !string.isEscaped { return names.position(of: slice(string.start, string.end)) }
        return escapedPosition(of: string, in: names)
    }

    @inline(never)
    private func escapedPosition(of string: JSONString, in names: borrowing ByteNames) -> Int? {
        let text = textBytes(string)
        let names = copy names
        return text.withUnsafeBufferPointer { names.position(of: $0) }
    }
}

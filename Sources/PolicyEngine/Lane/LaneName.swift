// Names of customers, contacts and agents are equal where their bytes are. Swift's own text equality takes composed and
// decomposed letters for the same; two customers are not.

/// Whether two texts are the same bytes.
@inline(__always)
func sameBytes(_ a: String, _ b: String) -> Bool {
    if let left = ShortText.words(of: a), let right = ShortText.words(of: b) {
        return left.low == right.low && left.high == right.high
    }
    return sameLongBytes(a, b)
}

@inline(never)
private func sameLongBytes(_ a: String, _ b: String) -> Bool {
    let count = a.utf8.count
    guard count == b.utf8.count else { return false }
    let quick = a.utf8.withContiguousStorageIfAvailable { left in
        b.utf8.withContiguousStorageIfAvailable { right in
            UnsafeRawBufferPointer(left).hasBytes(of: UnsafeRawBufferPointer(right), count)
        }
    }
    return (quick ?? nil) ?? a.utf8.elementsEqual(b.utf8)
}

extension UnsafeRawBufferPointer {
    /// Whether so many bytes are the same in both, eight at a time; the last eight may overlap those before.
    @inline(__always)
    fileprivate func hasBytes(of other: UnsafeRawBufferPointer, _ count: Int) -> Bool {
        if count < 8 {
            for index in 0..<count where self[index] != other[index] { return false }
            return true
        }
        var index = 0
        while index + 8 <= count {
            if word(index) != other.word(index) { return false }
            index += 8
        }
        return word(count - 8) == other.word(count - 8)
    }

    @inline(__always)
    private func word(_ offset: Int) -> UInt64 { loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
}

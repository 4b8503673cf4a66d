/// Some of the fields of one event type, by position; up to 64 without memory of its own.
struct FieldSet {
    private var low: UInt64 = 0
    /// nil until it is needed: letting go of an empty list costs more than of none.
    private var rest: [UInt64]?

    init() {}

    @inline(__always)
    func contains(_ index: Int) -> Bool {
        if index < 64 { return (low &>> UInt64(index)) & 1 == 1 }
        guard let rest else { return false }
        let word = index / 64 - 1
        return word < rest.count && rest[word] >> UInt64(index % 64) & 1 == 1
    }

    /// Whether these, of the first 64, are all there; never where it cannot be told.
    @inline(__always)
    func holds(_ bits: UInt64?) -> Bool { bits.map { low & $0 == $0 } ?? false }

    @inline(__always)
    mutating func insert(_ index: Int) {
        if index < 64 {
            low |= 1 &<< UInt64(index)
        } else {
            insertFar(index)
        }
    }

    @inline(never)
    private mutating func insertFar(_ index: Int) {
        let word = index / 64 - 1
        var words = rest ?? []
        while words.count <= word { words.append(0) }
        words[word] |= 1 << UInt64(index % 64)
        rest = words
    }
}

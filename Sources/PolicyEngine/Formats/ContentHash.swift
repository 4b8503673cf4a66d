/// XXH64 with seed 0, by its published specification: a fixed, fast digest of bytes, the same in every process.
///
/// It tells a repetition from another event under the same id. It is no protection against somebody who looks for two
/// events with one digest; the audit log has its own.
enum ContentHash {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

    /// A digest of a text's bytes, the same in every process; for short ones it is not XXH64.
    @inline(__always)
    static func of(_ text: String) -> UInt64 {
        if let words = ShortText.words(of: text) {
            return mixed(words.low, words.high & 0x00FF_FFFF_FFFF_FFFF, (words.high >> 56) & 15)
        }
        return ofBytes(text)
    }

    @inline(__always)
    private static func mixed(_ low: UInt64, _ high: UInt64, _ count: UInt64) -> UInt64 {
        var hash = (low ^ prime5) &* prime1
        hash = (turned(hash, 29) ^ (high &* prime2) ^ count) &* prime3
        hash = (hash ^ (hash >> 32)) &* prime2
        return hash ^ (hash >> 29)
    }

    @inline(never)
    private static func ofBytes(_ text: String) -> UInt64 {
        let count = text.utf8.count
        if count <= ShortText.limit {
            var (low, high): (UInt64, UInt64) = (0, 0)
            for (index, byte) in text.utf8.enumerated() {
                if index < 8 {
                    low |= UInt64(byte) << UInt64(8 * index)
                } else {
                    high |= UInt64(byte) << UInt64(8 * index - 64)
                }
            }
            return mixed(low, high, UInt64(count))
        }
        if let digest = text.utf8.withContiguousStorageIfAvailable({ of(UnsafeRawBufferPointer($0)) }) { return digest }
        return Array(text.utf8).withUnsafeBytes { of($0) }
    }

    /// The digest of some bytes. Linear, 32 bytes at a time.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var position = 0
        var hash = stripes(bytes, &position) &+ UInt64(bytes.count)
        while position &+ 8 <= bytes.count {
            hash = turned(hash ^ round(0, word(bytes, position)), 27) &* prime1 &+ prime4
            position &+= 8
        }
        if position &+ 4 <= bytes.count {
            let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
            hash = turned(hash ^ (UInt64(half) &* prime1), 23) &* prime2 &+ prime3
            position &+= 4
        }
        while position < bytes.count {
            hash = turned(hash ^ (UInt64(bytes[position]) &* prime5), 11) &* prime1
            position &+= 1
        }
        hash = (hash ^ (hash >> 33)) &* prime2
        hash = (hash ^ (hash >> 29)) &* prime3
        return hash ^ (hash >> 32)
    }

    /// Four sums over all whole stripes of 32 bytes, brought together; shorter input has a beginning of its own.
    private static func stripes(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> UInt64 {
        guard bytes.count >= 32 else { return prime5 }
        var a = prime1 &+ prime2
        var b = prime2
        var c: UInt64 = 0
        var d = 0 &- prime1
        while position &+ 32 <= bytes.count {
            a = round(a, word(bytes, position))
            b = round(b, word(bytes, position &+ 8))
            c = round(c, word(bytes, position &+ 16))
            d = round(d, word(bytes, position &+ 24))
            position &+= 32
        }
        let hash = turned(a, 1) &+ turned(b, 7) &+ turned(c, 12) &+ turned(d, 18)
        return merged(merged(merged(merged(hash, a), b), c), d)
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    @inline(__always)
    private static func round(_ sum: UInt64, _ input: UInt64) -> UInt64 {
        turned(sum &+ input &* prime2, 31) &* prime1
    }

    @inline(__always)
    private static func merged(_ hash: UInt64, _ sum: UInt64) -> UInt64 {
        (hash ^ round(0, sum)) &* prime1 &+ prime4
    }

    @inline(__always)
    private static func turned(_ value: UInt64, _ bits: UInt64) -> UInt64 {
        (value &<< bits) | (value &>> (64 &- bits))
    }
}

/// Texts of up to 15 bytes of ASCII, made at once.
///
/// Ids and names are such texts, and every event has half a dozen. The standard library keeps them within the text itself, yet
/// makes each in some two hundred instructions. This puts the same 16 bytes together in twenty: the text's bytes from the
/// first on, and in the last byte 0xE0 plus their number. That is how the library lays short texts out, but no promise of it, so
/// it is tried out once and not used where it does not hold.
enum ShortText {
    static let limit = 15
    static let isUsable: Bool = {
        let sample = Array("c0000123/e-0001".utf8)
        return MemoryLayout<String>.size == 16
            && (1...limit).allSatisfy { count in
                sample.withUnsafeBufferPointer { bytes in
                    guard let base = bytes.baseAddress else { return false }
                    let usual = String(decoding: bytes.prefix(count), as: UTF8.self)
                    let (a, b) = (unsafeBitCast(usual, to: Words.self), words(base, count))
                    return a.low == b.low && a.high == b.high
                }
            }
    }()

    struct Words {
        var low: UInt64
        var high: UInt64

        /// The first `count` bytes of a text, at most 15, and zeros after them.
        @inline(__always)
        init(_ bytes: UInt128, count: Int) {
            low = UInt64(truncatingIfNeeded: bytes).littleEndian
            let tagged = UInt64(truncatingIfNeeded: bytes >> 64) | UInt64(truncatingIfNeeded: 0xE0 | count) << 56
            high = tagged.littleEndian
        }

        init(low: UInt64, high: UInt64) {
            self.low = low
            self.high = high
        }

        /// The words hold the text itself, not a reference to it.
        @inline(__always)
        var areText: Bool { high & 0xA000_0000_0000_0000 == 0xA000_0000_0000_0000 }
    }

    /// The words of a short text; nil for a text that is kept elsewhere.
    @inline(__always)
    static func words(of text: String) -> Words? {
        guard isUsable else { return nil }
        let words = unsafeBitCast(text, to: Words.self)
        let own = Words(low: words.low.littleEndian, high: words.high.littleEndian)
        return own.areText ? own : nil
    }

    /// The text of 1 to 15 bytes, all of them ASCII.
    @inline(__always)
    static func make(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> String {
        if isUsable { return unsafeBitCast(words(bytes, count), to: String.self) }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// Only where `isUsable`.
    @inline(__always)
    static func text(_ words: Words) -> String { unsafeBitCast(words, to: String.self) }

    /// Puts a short text in the place of another, which mostly was as short and so needs no releasing. Only where `isUsable`.
    @inline(__always)
    static func put(_ words: Words, in text: inout String?) {
        withUnsafeMutablePointer(to: &text) { place in
            let old = UnsafeRawPointer(place).load(as: Words.self)
            // No text at all is zeros in the last word, where a reference would be.
            if old.high == 0 || Words(low: old.low.littleEndian, high: old.high.littleEndian).areText {
                UnsafeMutableRawPointer(place).storeBytes(of: words, as: Words.self)
            } else {
                place.pointee = Self.text(words)
            }
        }
    }

    /// The same for a text that is always there.
    @inline(__always)
    static func put(_ words: Words, in text: inout String) {
        withUnsafeMutablePointer(to: &text) { place in
            let old = UnsafeRawPointer(place).load(as: Words.self)
            if Words(low: old.low.littleEndian, high: old.high.littleEndian).areText {
                UnsafeMutableRawPointer(place).storeBytes(of: words, as: Words.self)
            } else {
                place.pointee = Self.text(words)
            }
        }
    }

    @inline(__always)
    private static func words(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Words {
        let raw = UnsafeRawPointer(bytes)
        var low: UInt64
        var high: UInt64 = 0
        if count >= 8 {
            low = raw.loadUnaligned(as: UInt64.self).littleEndian
            // The last eight bytes, less those that `low` has.
            let last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self).littleEndian
            high = count == 8 ? 0 : last >> UInt64(8 * (16 - count))
        } else if count >= 4 {
            let first = UInt64(raw.loadUnaligned(as: UInt32.self).littleEndian)
            let last = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self).littleEndian)
            low = first | last << UInt64(8 * (count - 4))
        } else {
            low = UInt64(bytes[0]) | UInt64(bytes[count / 2]) << UInt64(8 * (count / 2))
            low |= UInt64(bytes[count - 1]) << UInt64(8 * (count - 1))
        }
        high |= UInt64(0xE0 | count) << 56
        return Words(low: low.littleEndian, high: high.littleEndian)
    }
}

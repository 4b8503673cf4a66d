/// Sixteen bytes of a line, looked at together.
///
/// What is found is told in 16 bytes as well, 0xFF for each that is meant, as one number whose lowest byte stands first: so the
/// first of them is where its zeros end.
struct TextBlock {
    private let bytes: SIMD16<Int8>

    @inline(__always)
    init(_ bytes: SIMD16<Int8>) { self.bytes = bytes }

    /// The bytes as a number.
    @inline(__always)
    var number: UInt128 { UInt128(littleEndian: unsafeBitCast(bytes, to: UInt128.self)) }

    /// Quotation marks, backslashes, control characters and what is not ASCII.
    @inline(__always)
    var notPlain: UInt128 {
        // As signed numbers, the bytes beyond ASCII are less than any other.
        found((bytes .< SIMD16(repeating: 0x20)) .| quotesAndBackslashes)
    }

    /// Quotation marks, backslashes and control characters.
    @inline(__always)
    var stops: UInt128 {
        found(((bytes .< SIMD16(repeating: 0x20)) .& (bytes .>= SIMD16(repeating: 0))) .| quotesAndBackslashes)
    }

    /// Bytes of characters beyond ASCII.
    @inline(__always)
    var beyondASCII: UInt128 { found(bytes .< SIMD16(repeating: 0)) }

    /// The first bytes of characters that take two.
    @inline(__always)
    var leadsOfTwo: UInt128 {
        found((bytes .> SIMD16(repeating: -63)) .& (bytes .< SIMD16(repeating: -32)))
    }

    /// The second and later bytes of characters.
    @inline(__always)
    var continuations: UInt128 { found(bytes .< SIMD16(repeating: -64)) }

    @inline(__always)
    private var quotesAndBackslashes: SIMDMask<SIMD16<Int8>> {
        (bytes .== SIMD16(repeating: 0x22)) .| (bytes .== SIMD16(repeating: 0x5C))
    }

    @inline(__always)
    private func found(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt128 {
        UInt128(littleEndian: unsafeBitCast(mask, to: UInt128.self))
    }

    /// How many bytes stand before the first that was found; 16 where none was.
    @inline(__always)
    static func count(before found: UInt128) -> Int { found.trailingZeroBitCount >> 3 }

    /// All bytes before the first that was found.
    @inline(__always)
    static func all(before found: UInt128) -> UInt128 { (found &- 1) & ~found }

    /// How many bytes, from the first on and before the first stop, are whole characters of one or two bytes in UTF-8; nil where
    /// there are others before the stop. (A character that the block's end cuts in two is left out.)
    @inline(__always)
    var shortCharacters: Int? {
        let stops = stops
        let before = Self.all(before: stops)
        let (leads, others) = (leadsOfTwo & before, continuations & before)
        guard leads | others == beyondASCII & before, leads << 8 == others else { return nil }
        return leads >> 120 == 0 ? Self.count(before: stops) : 15
    }
}

extension JSONScanner {
    /// The sixteen bytes from a place on, with zeros past the end of the line.
    @inline(__always)
    func block(_ at: Int) -> TextBlock {
        if at &+ 16 <= end { return TextBlock(UnsafeRawPointer(bytes + at).loadUnaligned(as: SIMD16<Int8>.self)) }
        return lastBlock(at)
    }

    @inline(never)
    private func lastBlock(_ at: Int) -> TextBlock {
        var number: UInt128 = 0
        if end >= 16, at < end {
            let last = UnsafeRawPointer(bytes + (end - 16)).loadUnaligned(as: UInt128.self)
            number = UInt128(littleEndian: last) >> UInt128(8 * (16 - (end - at)))
        } else {
            for index in stride(from: end - 1, through: at, by: -1) { number = number << 8 | UInt128(bytes[index]) }
        }
        return TextBlock(unsafeBitCast(number.littleEndian, to: SIMD16<Int8>.self))
    }
}

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
        let controls = words(bytes .< SIMD16(repeating: 0x20)) ^ words(bytes .< SIMD16(repeating: 0))
        return UInt128(littleEndian: unsafeBitCast(controls | words(quotesAndBackslashes), to: UInt128.self))
    }

    /// The bytes that `notPlain` finds, but for those of characters of two bytes as they must stand.
    ///
    /// - Parameter before: the same bytes from one place earlier on, to know what stands before each.
    @inline(__always)
    func notShort(before: TextBlock) -> UInt128 {
        let continues = words(bytes .< SIMD16(repeating: -64))
        // What `lows` has and neither of the others is a control character, or a byte that no such character has.
        let lows = words(bytes .< SIMD16(repeating: 0x20))
        let wrong = (continues ^ before.leads) | (lows ^ continues ^ leads) | words(quotesAndBackslashes)
        return UInt128(littleEndian: unsafeBitCast(wrong, to: UInt128.self))
    }

    /// First bytes of characters of two: from 0xC2 to 0xDF, since 0xC0 and 0xC1 would be longer than needed.
    @inline(__always)
    private var leads: SIMD2<UInt64> {
        words((bytes .> SIMD16(repeating: -63)) .& (bytes .< SIMD16(repeating: -32)))
    }

    /// Masks are combined as words: the compiler makes loops of some of their own operations.
    @inline(__always)
    private func words(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> { unsafeBitCast(mask, to: SIMD2<UInt64>.self) }

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

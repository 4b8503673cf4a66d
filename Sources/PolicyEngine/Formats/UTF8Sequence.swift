/// One character beyond ASCII, in UTF-8.
enum UTF8Sequence {
    /// How many bytes the well-formed sequence at a place has (2 to 4); 0 where there is none: a stray or missing
    /// continuation, a form that is longer than needed, a surrogate, or beyond U+10FFFF.
    static func length(_ bytes: UnsafePointer<UInt8>, available: Int) -> Int {
        guard available >= 2 else { return 0 }
        let second = bytes[1]
        switch bytes[0] {
        case 0xC2...0xDF: return isContinuation(second) ? 2 : 0
        case 0xE0: guard (0xA0...0xBF).contains(second) else { return 0 }
        case 0xE1...0xEC, 0xEE, 0xEF: guard isContinuation(second) else { return 0 }
        case 0xED: guard (0x80...0x9F).contains(second) else { return 0 }
        case 0xF0: guard (0x90...0xBF).contains(second) else { return 0 }
        case 0xF1...0xF3: guard isContinuation(second) else { return 0 }
        case 0xF4: guard (0x80...0x8F).contains(second) else { return 0 }
        default: return 0
        }
        guard available >= 3, isContinuation(bytes[2]) else { return 0 }
        if bytes[0] < 0xF0 { return 3 }
        return available >= 4 && isContinuation(bytes[3]) ? 4 : 0
    }

    @inline(__always)
    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

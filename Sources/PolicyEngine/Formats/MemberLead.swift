/// A member's name as it stands in most lines, with its quotation marks and colon, ready to be compared as two words.
struct MemberLead: Sendable {
    private var low: UInt64 = 0
    private var lowMask: UInt64 = 0
    private var high: UInt64 = 0
    private var highMask: UInt64 = 0
    /// Bytes from the first quotation mark past the colon; 0 for a name that is too long for this.
    private(set) var count = 0

    init(_ name: String) {
        let bytes = Array("\"\(name)\":".utf8)
        if bytes.count > 16 { return }
        count = bytes.count
        for (index, byte) in bytes.enumerated() {
            if index < 8 {
                low |= UInt64(byte) << UInt64(8 * index)
                lowMask |= 0xFF << UInt64(8 * index)
            } else {
                high |= UInt64(byte) << UInt64(8 * (index - 8))
                highMask |= 0xFF << UInt64(8 * (index - 8))
            }
        }
    }

    @inline(__always)
    func matches(_ first: UInt64, _ second: UInt64) -> Bool {
        count > 0 && first & lowMask == low && second & highMask == high
    }
}

extension JSONScanner {
    /// Steps past the next member's name and colon if it is one of those expected: members mostly stand in one order and without
    /// white space. Gives its position among all; nil, and nothing has changed, where it may be any other.
    @inline(__always)
    mutating func expectedMember(isFirst: Bool, _ leads: borrowing [MemberLead], from expected: Int) -> Int? {
        var at = position
        if !isFirst {
            guard at < end, bytes[at] == UInt8(ascii: ",") else { return nil }
            at += 1
        }
        guard at + 16 <= end else { return nil }
        let (first, second) = (word(at), word(at + 8))
        var candidate = expected
        while candidate < leads.count, candidate < expected + 3 {
            if leads[candidate].matches(first, second) {
                position = at + leads[candidate].count
                return candidate
            }
            candidate += 1
        }
        return nil
    }
}

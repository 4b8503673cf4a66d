/// A member's name as it stands in most lines, with its quotation marks and colon, ready to be compared at once.
struct MemberLead: Sendable {
    private var text: UInt128 = 0
    private var mask: UInt128 = 0
    /// Bytes from the first quotation mark past the colon; 0 for a name that is too long for this.
    private(set) var count = 0

    init(_ name: String) {
        let bytes = Array("\"\(name)\":".utf8)
        if bytes.count > 16 { return }
        count = bytes.count
        for byte in bytes.reversed() {
            text = text << 8 | UInt128(byte)
            mask = mask << 8 | 0xFF
        }
    }

    @inline(__always)
    func matches(_ block: UInt128) -> Bool { block & mask == text && count > 0 }
}

extension JSONScanner {
    /// Steps past the next member's name and colon if it is one of those expected: members mostly stand in one order and without
    /// white space. Gives its position among all; nil, and nothing has changed, where it may be any other.
    @inline(__always)
    mutating func expectedMember(isFirst: Bool, _ leads: borrowing [MemberLead], from expected: Int) -> Int? {
        var at = position
        if !isFirst {
            guard at < end, bytes[at] == UInt8(ascii: ",") else { return nil }
            at &+= 1
        }
        let block = block(at).number
        var candidate = expected
        while candidate < leads.count, candidate < expected &+ 3 {
            if leads[candidate].matches(block) {
                position = at &+ leads[candidate].count
                return candidate
            }
            candidate &+= 1
        }
        return nil
    }
}

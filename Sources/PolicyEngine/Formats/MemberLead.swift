/// The beginning of a member or a value as it stands in most lines, of up to 16 bytes, ready to be compared at once.
struct MemberLead: Sendable {
    private var text: UInt128 = 0
    private var mask: UInt128 = 0
    /// 0 where it is too long for this.
    private(set) var count = 0

    /// A member's name with its quotation marks and colon.
    init(_ name: String) { self.init(bytes: "\"\(name)\":") }

    /// A member that has another before it and a text as its value, up to where the text begins.
    init(ofText name: String) { self.init(bytes: ",\"\(name)\":\"") }

    /// The same of the first member.
    init(ofFirstText name: String) { self.init(bytes: "\"\(name)\":\"") }

    /// A text that is a value, with its quotation marks.
    init(value: String) { self.init(bytes: "\"\(value)\"") }

    private init(bytes: String) {
        if bytes.utf8.count > 16 { return }
        count = bytes.utf8.count
        for byte in bytes.utf8.reversed() {
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

    /// Steps over the text that comes next if it is one of those that are short; its position among all.
    @inline(__always)
    mutating func value(among leads: borrowing [MemberLead]) -> Int? {
        let block = block(position).number
        for index in 0..<leads.count where leads[index].matches(block) {
            position &+= leads[index].count
            return index
        }
        return nil
    }

    /// Steps up to the text of the next member if that is the one expected.
    @inline(__always)
    mutating func takes(_ lead: MemberLead) -> Bool {
        guard lead.matches(block(position).number) else { return false }
        position &+= lead.count &- 1
        return true
    }
}

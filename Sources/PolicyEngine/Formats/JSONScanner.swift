/// A cursor over the bytes of one JSON text (RFC 8259) that reads what it is asked for and steps over the rest.
///
/// Everything is validated, also what is stepped over. It borrows its bytes: it must not outlive them.
struct JSONScanner {
    let bytes: UnsafePointer<UInt8>
    let end: Int
    var position = 0
    /// Objects and lists that are open.
    private var depth = 0

    init(_ bytes: UnsafePointer<UInt8>, count: Int) {
        self.bytes = bytes
        end = count
    }

    /// A refusal that points at a byte.
    @inline(never)
    func refusal(_ code: EventRefusal.Code, _ message: String, at offset: Int? = nil) -> EventRefusal {
        EventRefusal(code, message, column: (offset ?? position) + 1)
    }

    @inline(__always)
    mutating func skipSpace() {
        while position < end {
            let byte = bytes[position]
            if byte > 0x20 { return }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    /// The byte that comes next, after white space; 0 at the end, which no JSON begins with.
    @inline(__always)
    mutating func peek() -> UInt8 {
        // The usual form has no white space.
        if position < end, bytes[position] > 0x20 { return bytes[position] }
        return peekPastSpace()
    }

    @inline(never)
    private mutating func peekPastSpace() -> UInt8 {
        skipSpace()
        return position < end ? bytes[position] : 0
    }

    /// Enters an object or a list, past its bracket.
    @inline(__always)
    mutating func open() throws(EventRefusal) {
        depth += 1
        guard depth <= EventLimits.nesting else {
            throw refusal(.tooDeep, "objects and lists are nested deeper than \(EventLimits.nesting)")
        }
        position += 1
    }

    /// Steps past the brace that ends the open object, if it is the next byte.
    @inline(__always)
    mutating func closesObject() -> Bool {
        guard position < end, bytes[position] == UInt8(ascii: "}") else { return false }
        position &+= 1
        depth &-= 1
        return true
    }

    /// The name of the next member of the open object, past its colon; nil where the object ends, past its brace.
    @inline(__always)
    mutating func member(isFirst: Bool) throws(EventRefusal) -> JSONString? {
        // The usual form has no white space.
        if !isFirst, position + 1 < end, bytes[position] == UInt8(ascii: ","), bytes[position + 1] == UInt8(ascii: "\"")
        {
            position += 1
            let name = try string()
            guard peek() == UInt8(ascii: ":") else { throw unexpected("`:`") }
            position += 1
            return name
        }
        return try anyMember(isFirst: isFirst)
    }

    @inline(never)
    private mutating func anyMember(isFirst: Bool) throws(EventRefusal) -> JSONString? {
        var next = peek()
        if closesObject() { return nil }
        if !isFirst {
            guard next == UInt8(ascii: ",") else { throw unexpected("`,` or `}`") }
            position += 1
            next = peek()
        }
        guard next == UInt8(ascii: "\"") else { throw unexpected("a member's name in quotation marks") }
        let name = try string()
        guard peek() == UInt8(ascii: ":") else { throw unexpected("`:`") }
        position += 1
        return name
    }

    /// Whether the open list has another item, which comes next; past its bracket where it ends.
    @inline(__always)
    mutating func item(isFirst: Bool) throws(EventRefusal) -> Bool {
        let next = peek()
        if next == UInt8(ascii: "]") {
            position += 1
            depth -= 1
            return false
        }
        if !isFirst {
            guard next == UInt8(ascii: ",") else { throw unexpected("`,` or `]`") }
            position += 1
            guard peek() != UInt8(ascii: "]") else { throw unexpected("a value") }
        }
        return true
    }

    /// Takes a literal if it comes next, whole.
    mutating func take(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard end - position >= count else { return false }
        for index in 0..<count where bytes[position + index] != literal.utf8Start[index] { return false }
        position += count
        return true
    }

    /// Steps over the value that comes next, of any kind.
    mutating func skipValue() throws(EventRefusal) {
        switch peek() {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"): try skipObject()
        case UInt8(ascii: "["):
            try open()
            var isFirst = true
            while try item(isFirst: isFirst) {
                isFirst = false
                try skipValue()
            }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try numberEnd()
        default:
            guard take("true") || take("false") || take("null") else { throw unexpected("a value") }
        }
    }

    private mutating func skipObject() throws(EventRefusal) {
        try open()
        var names = MemberNames()
        while let name = try member(isFirst: names.isEmpty) {
            try names.add(name, in: self)
            try skipValue()
        }
    }

    /// Nothing but white space may be left.
    mutating func finish() throws(EventRefusal) {
        skipSpace()
        guard position == end else { throw refusal(.badJSON, "there is more after the end of the event") }
    }

    /// A refusal of what comes next, or of the line for ending too early.
    @inline(never)
    func unexpected(_ wanted: String) -> EventRefusal {
        let found = position < end ? "" : ", but the line ends here"
        return refusal(.badJSON, "expected \(wanted)\(found)")
    }

    /// Bytes of the line from one offset to another.
    @inline(__always)
    func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + start, count: end - start)
    }
}

/// Takes the bytes of an expression apart into tokens, one at a time.
struct Lexer {
    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The byte some places ahead; zero past the end.
    func peek(_ ahead: Int = 0) -> UInt8 {
        position + ahead < bytes.count ? bytes[position + ahead] : 0
    }

    /// The text of a place.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The next token; `end` again and again at the end.
    mutating func next() throws(CELProblem) -> Token {
        skipSpace()
        let start = position
        guard start < bytes.count else { return Token(kind: .end, range: start..<start) }
        if let string = try stringToken() { return string }
        let byte = peek()
        if isNameStart(byte) {
            while isNamePart(peek()) { position += 1 }
            return Token(kind: .name, range: start..<position)
        }
        if isDigit(byte) || (byte == UInt8(ascii: ".") && isDigit(peek(1))) { return try numberToken() }
        if byte == UInt8(ascii: "`") { return try quotedName() }
        return try sign()
    }

    /// Skips blanks, line ends and comments.
    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 9, 10, 12, 13, 32: position += 1
            case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
                while position < bytes.count, bytes[position] != 10 { position += 1 }
            default: return
            }
        }
    }

    private mutating func sign() throws(CELProblem) -> Token {
        let start = position
        for length in [2, 1] where start + length <= bytes.count {
            if let sign = Token.Sign(rawValue: text(start..<start + length)) {
                position += length
                return Token(kind: .sign(sign), range: start..<position)
            }
        }
        var end = start + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let word = text(start..<end)
        let meant = ["=": "==", "&": "&&", "|": "||", "≥": ">=", "≤": "<=", "≠": "!="][word]
        let straight =
            ["“", "”", "„", "‘", "’", "«", "»"].contains(word) ? "write straight quotation marks: `\"`" : nil
        let unescaped = word == "\\" ? "leave it out: what stands between single quotation marks needs no `\\`" : nil
        throw CELProblem(
            "unexpected-character", "`\(word)` has no meaning here",
            help: meant.map { "did you mean `\($0)`?" } ?? straight ?? unescaped, at: start..<end)
    }

    /// A field name between backticks, for names with hyphens, dots, slashes or blanks.
    private mutating func quotedName() throws(CELProblem) -> Token {
        let start = position
        position += 1
        while isNamePart(peek()) || [32, 45, 46, 47].contains(peek()) { position += 1 }
        guard peek() == UInt8(ascii: "`"), position > start + 1 else {
            throw CELProblem(
                "bad-quoted-name", "this quoted name does not end",
                help: "close it with a backtick; it may hold letters, digits, `_`, `-`, `.`, `/` and blanks",
                at: start..<min(position + 1, bytes.count))
        }
        position += 1
        return Token(kind: .quotedName, range: start..<position)
    }

    /// A number: its kind is told by its form, its value is read later.
    private mutating func numberToken() throws(CELProblem) -> Token {
        let start = position
        var kind = Token.Kind.int
        if peek() == UInt8(ascii: "0"), peek(1) | 32 == UInt8(ascii: "x") {
            position += 2
            while isHexadecimal(peek()) { position += 1 }
        } else {
            skipDigits()
            if peek() == UInt8(ascii: "."), isDigit(peek(1)) {
                kind = .double
                position += 1
                skipDigits()
            }
            let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
            if peek() | 32 == UInt8(ascii: "e"), isDigit(peek(signed ? 2 : 1)) {
                kind = .double
                position += signed ? 2 : 1
                skipDigits()
            }
        }
        if kind == .int, peek() | 32 == UInt8(ascii: "u") {
            kind = .uint
            position += 1
        }
        guard !isNamePart(peek()) else {
            while isNamePart(peek()) { position += 1 }
            let word = text(start..<position)
            throw CELProblem("bad-number", "`\(word)` is not a number", help: timeHelp(word), at: start..<position)
        }
        return Token(kind: kind, range: start..<position)
    }

    private mutating func skipDigits() {
        while isDigit(peek()) { position += 1 }
    }
}

func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

func isNameStart(_ byte: UInt8) -> Bool { byte == 95 || (97...122).contains(byte | 32) }

func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }

func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (97...102).contains(byte | 32) }

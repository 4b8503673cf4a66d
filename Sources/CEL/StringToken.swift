/// How a string or bytes literal is written: its prefix and its quotes.
struct StringForm {
    let isBytes: Bool
    let isRaw: Bool
    let quote: UInt8
    let isTriple: Bool
    let prefixLength: Int

    var openLength: Int { prefixLength + closeLength }
    var closeLength: Int { isTriple ? 3 : 1 }

    /// The form of a literal that begins at a place; nil where none does.
    init?(_ bytes: [UInt8], at start: Int) {
        var isBytes = false
        var isRaw = false
        var position = start
        while position < bytes.count, position < start + 2 {
            let letter = bytes[position] | 32
            if letter == UInt8(ascii: "b"), !isBytes, !isRaw {
                isBytes = true
            } else if letter == UInt8(ascii: "r"), !isRaw {
                isRaw = true
            } else {
                break
            }
            position += 1
        }
        guard position < bytes.count, bytes[position] == 34 || bytes[position] == 39 else { return nil }
        let quote = bytes[position]
        self.isBytes = isBytes
        self.isRaw = isRaw
        self.quote = quote
        prefixLength = position - start
        isTriple = position + 2 < bytes.count && bytes[position + 1] == quote && bytes[position + 2] == quote
    }
}

extension Lexer {
    /// The string or bytes literal that begins here; nil where none does.
    mutating func stringToken() throws(CELProblem) -> Token? {
        guard let form = StringForm(bytes, at: position) else { return nil }
        let start = position
        position += form.openLength
        while position < bytes.count {
            if peek() == form.quote, !form.isTriple || (peek(1) == form.quote && peek(2) == form.quote) {
                position += form.closeLength
                return Token(kind: form.isBytes ? .bytes : .string, range: start..<position)
            }
            if !form.isTriple, peek() == 10 || peek() == 13 { break }
            position += peek() == UInt8(ascii: "\\") && !form.isRaw ? 2 : 1
        }
        let quote = String(repeating: form.quote == 34 ? "\"" : "'", count: form.closeLength)
        position = min(position, bytes.count)
        throw CELProblem(
            "unterminated-string", "this text does not end", help: "close it with \(quote)", at: start..<position)
    }
}

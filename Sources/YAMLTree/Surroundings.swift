import SourceText

/// What stands around a place in a file, for telling why YAML cannot be read there.
struct Surroundings {
    let file: SourceFile
    let id: UInt32
    /// The place, as a byte of the file.
    let offset: Int
    /// The bytes of the place's line, without its line break.
    let line: Range<Int>
    private let number: Int

    init(file: SourceFile, id: UInt32, offset: Int) {
        self.file = file
        self.id = id
        self.offset = min(max(offset, 0), file.bytes.count)
        number = file.position(at: self.offset).line
        line = file.range(ofLine: number)
    }

    var isAtEnd: Bool { !file.bytes[offset...].contains { !isBlank($0) && !isBreak($0) } }
    /// The byte in the place, nil at the file's end.
    var byte: UInt8? { offset < file.bytes.count ? file.bytes[offset] : nil }
    /// The last byte before the place that is no white space, nil at the file's beginning.
    var byteBefore: UInt8? { file.bytes[..<offset].last { !isBlank($0) && !isBreak($0) } }
    /// Whether only white space stands before the place on its line.
    var isFirstOnLine: Bool { offset <= contentStart }
    /// The byte at which the line's text begins.
    var contentStart: Int { line.first { !isBlank(file.bytes[$0]) } ?? line.upperBound }
    /// The 1-based column of the place.
    var column: Int { file.position(at: offset).column }

    func span(_ start: Int, _ end: Int) -> SourceSpan { SourceSpan(file: id, from: start, to: end) }

    /// The word in the place: up to white space, or one sign that cannot be part of a word.
    var word: SourceSpan {
        var end = offset
        while end < file.bytes.count, !isBlank(file.bytes[end]), !isBreak(file.bytes[end]) {
            if "[]{},\"'".utf8.contains(file.bytes[end]) {
                if end == offset { end += 1 }
                break
            }
            end += 1
        }
        return span(offset, end)
    }

    /// From the place to the end of its line, without a comment and white space after it.
    var rest: SourceSpan {
        var end = offset
        var index = offset
        while index < line.upperBound {
            let isComment = file.bytes[index] == UInt8(ascii: "#") && index > offset && isBlank(file.bytes[index - 1])
            if isComment { break }
            if !isBlank(file.bytes[index]) { end = index + 1 }
            index += 1
        }
        return span(offset, end)
    }

    /// The author's text in a span, as it stands between backticks.
    func quoted(_ span: SourceSpan) -> String { quotedWord(bytes(span)) }

    /// The bytes of a span as far as the file has them.
    func bytes(_ span: SourceSpan) -> ArraySlice<UInt8> {
        file.bytes[min(span.start, file.bytes.count)..<min(span.end, file.bytes.count)]
    }

    /// The line above that has something on it besides a comment.
    var lineAbove: Surroundings? {
        var above = number - 1
        while above >= 1 {
            let range = file.range(ofLine: above)
            if let start = range.first(where: { !isBlank(file.bytes[$0]) }), file.bytes[start] != UInt8(ascii: "#") {
                return Surroundings(file: file, id: id, offset: start)
            }
            above -= 1
        }
        return nil
    }

    /// The first `:` with white space after it between the line's text and `end`.
    func colon(before end: Int) -> Int? {
        (contentStart..<max(contentStart, min(end, line.upperBound))).first { index in
            file.bytes[index] == UInt8(ascii: ":")
                && (index + 1 == line.upperBound || isBlank(file.bytes[index + 1]))
        }
    }

    /// A name, a `:` and at once a value, as in `name:value` at the beginning of the line's text; not an address.
    var tightColon: Int? {
        var index = contentStart
        while index < line.upperBound, isNameByte(file.bytes[index]) { index += 1 }
        guard index > contentStart, index + 1 < line.upperBound, file.bytes[index] == UInt8(ascii: ":") else {
            return nil
        }
        let next = file.bytes[index + 1]
        return isBlank(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: ":") ? nil : index
    }

    func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }
}

import SourceText

/// Looks at what libyaml lets pass although YAML 1.2 forbids it or reads it otherwise; each place is looked at once.
struct StrictCheck {
    private let file: SourceFile
    private let id: UInt32
    /// Everything before this byte has been looked at for comments.
    private var seen: Int

    init(file: SourceFile, id: UInt32) {
        self.file = file
        self.id = id
        seen = file.markLength
    }

    /// A `#` between the last scalar and `end` that begins a comment without a space before it.
    mutating func comment(upTo end: Int) -> Diagnostic? {
        var index = seen
        seen = max(seen, end)
        while index < end {
            if file.bytes[index] == UInt8(ascii: "#") {
                if index > file.markLength, !isSpace(index - 1) { return looseComment(index) }
                while index < end, !isBreak(file.bytes[index]) { index += 1 }
            }
            index += 1
        }
        return nil
    }

    /// Notes that a scalar ends here; what looks like a comment in it is text.
    mutating func pass(_ end: Int) { seen = max(seen, end) }

    /// A `#` directly after the sign of a block, as in `>#`.
    func blockHeader(_ start: Int) -> Diagnostic? {
        var index = start
        while index < file.bytes.count, "|>+-0123456789".utf8.contains(file.bytes[index]) { index += 1 }
        return index < file.bytes.count && file.bytes[index] == UInt8(ascii: "#") ? looseComment(index) : nil
    }

    /// A `?` directly before a value in brackets: part of the text by YAML 1.2, the sign of a key to libyaml.
    func questionMark(_ start: Int) -> Diagnostic? {
        guard start > file.markLength, start <= file.bytes.count, file.bytes[start - 1] == UInt8(ascii: "?") else {
            return nil
        }
        return Diagnostic(
            code: YAMLCode.reservedCharacter.rawValue, span: SourceSpan(file: id, from: start - 1, to: start),
            message: "a value in brackets cannot begin with `?`", help: "put the whole value in quotation marks")
    }

    /// The name of an anchor or alias that goes on, by YAML 1.2, where libyaml ends it.
    func name(from start: Int, to end: Int) -> Diagnostic? {
        guard end < file.bytes.count, !isSpace(end), !",[]{}".utf8.contains(file.bytes[end]) else { return nil }
        let word = Surroundings(file: file, id: id, offset: start).word
        return Diagnostic(
            code: YAMLCode.reservedCharacter.rawValue, span: word,
            message: "a name after `&` or `*` may hold letters, digits, `-` and `_` only",
            help: "put a space before a `:` that follows the name; if this is text, put it in quotation marks")
    }

    /// A text in quotation marks whose further lines stand no deeper than the list or mapping around it.
    ///
    /// More often than not its closing quotation mark is missing.
    func quotedLines(_ span: SourceSpan, deeperThan parent: Int?) -> Diagnostic? {
        guard let parent else { return nil }
        var index = span.start
        while index < span.end {
            guard isBreak(file.bytes[index]) else {
                index += 1
                continue
            }
            let line = index + 1
            index = line
            while index < span.end, file.bytes[index] == UInt8(ascii: " ") { index += 1 }
            let spaces = index - line
            while index < span.end, isBlank(file.bytes[index]) { index += 1 }
            if index == span.end || isBreak(file.bytes[index]) { continue }
            // Asked for only here: a line that is deep enough pays for counting the columns to it.
            let indent = file.position(at: parent).column
            if spaces < indent { return shallow(span, index, indent) }
        }
        return nil
    }

    private func shallow(_ span: SourceSpan, _ index: Int, _ indent: Int) -> Diagnostic {
        let rest = Surroundings(file: file, id: id, offset: index).rest
        return Diagnostic(
            code: YAMLCode.unclosedQuote.rawValue, span: span.sub(offset: 0, length: 1),
            message: "this text in quotation marks goes on over lines that are not indented",
            help: "write the closing quotation mark at the end of the text; if it does go on, indent its further lines "
                + "by at least \(indent) spaces",
            related: [Diagnostic.Related(span: rest, message: "this line is still part of the text")])
    }

    private func looseComment(_ index: Int) -> Diagnostic {
        Diagnostic(
            code: YAMLCode.textAfterValue.rawValue, span: SourceSpan(file: id, from: index, to: index + 1),
            message: "a comment needs a space before its `#`",
            help: "write ` #`; if it is part of a text, put the whole value in quotation marks")
    }

    private func isSpace(_ index: Int) -> Bool { isBlank(file.bytes[index]) || isBreak(file.bytes[index]) }
}

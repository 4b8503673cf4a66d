import SourceText

/// Findings about indentation, colons and what stands after a value.
extension SyntaxFinding {
    /// A line in the place of a key that has no `:`.
    func noColon() -> Diagnostic {
        let rest = began.rest
        let bytes = began.bytes(rest)
        let isItem = bytes.count > 1 && bytes.first == UInt8(ascii: "-") && bytes.dropFirst().first != bytes.first
        if began.isFirstOnLine, isItem {
            return missingSpace(after: began.offset, began)
        }
        if began.isFirstOnLine, let colon = began.tightColon { return missingSpace(after: colon, began) }
        return noColon(began, orContinues: true)
    }

    /// A `:` where no key can be.
    func colonHere() -> Diagnostic {
        let key = here.span(here.contentStart, here.offset)
        if here.isFirstOnLine { return Refusal.missingKey(here.span(here.offset, here.offset + 1)) }
        if key.length > 1024 {
            return finding(.syntax, key, "a key is longer than 1024 characters", "write a shorter key")
        }
        if here.bytes(key).starts(with: "--- ".utf8) {
            return finding(.syntax, key, "a mapping cannot begin on the line of `---`", "begin it on the next line")
        }
        if let first = here.colon(before: here.offset) { return colonInValue(first) }
        if let above = here.lineAbove {
            if let line = keyWithoutColon(above) { return noColon(line) }
            if let colon = above.tightColon { return missingSpace(after: colon, above) }
            let isDeeper = above.column < Surroundings(here, at: here.contentStart).column
            if isDeeper, above.colon(before: here.offset) != nil {
                return deeper(key, than: above)
            }
        }
        return finding(
            .indentation, key, "the key `\(here.quoted(key))` cannot begin here",
            "begin it in the same column as the keys it belongs to, and keep each key on one line")
    }

    private func missingSpace(after sign: Int, _ place: Surroundings) -> Diagnostic {
        let before = place.quoted(place.span(place.contentStart, sign + 1))
        let after = Surroundings(place, at: sign + 1)
        return finding(
            .missingSpace, place.span(place.contentStart, after.word.end), "a space is missing after `\(before)`",
            "write `\(before) \(after.quoted(after.rest))`")
    }

    /// The line above, where it stands in the place of a key and has no `:`; nil where it continues a text.
    private func keyWithoutColon(_ above: Surroundings) -> Surroundings? {
        let column = Surroundings(here, at: here.contentStart).column
        guard above.column <= column, above.colon(before: above.line.upperBound) == nil, above.tightColon == nil,
            above.byte.map({ "-'\"[{|>".utf8.contains($0) }) == false
        else { return nil }
        var before = above.lineAbove
        while let line = before, line.column >= above.column {
            if line.column == above.column { return line.colon(before: line.line.upperBound) == nil ? nil : above }
            before = line.lineAbove
        }
        // The first line below its key: it continues a text if that key has one.
        guard let line = before, let colon = line.colon(before: line.line.upperBound) else { return nil }
        let value = Surroundings(line, at: colon + 1).rest
        return line.bytes(value).allSatisfy { isBlank($0) } ? above : nil
    }

    private func noColon(_ line: Surroundings, orContinues: Bool = false) -> Diagnostic {
        let key = line.quoted(line.word)
        let value = Surroundings(line, at: line.word.end).rest
        let text = line.quoted(value).drop { $0 == " " }
        return finding(
            .missingColon, line.word, "expected `:` after `\(key)`",
            (text.isEmpty ? "write `\(key):`" : "write `\(key): \(text)`")
                + (orContinues ? "; if it continues the text above, indent it further than that text's key" : ""))
    }

    private func deeper(_ key: SourceSpan, than above: Surroundings) -> Diagnostic {
        if let odd = outdented(above) { return odd }
        var diagnostic = finding(
            .indentation, key, "the key `\(here.quoted(key))` is indented further than the line it follows",
            "begin it in column \(above.column); or, if it belongs to the key above, remove that key's value")
        diagnostic.related = [Diagnostic.Related(span: above.rest, message: "this line already has its value")]
        return diagnostic
    }

    /// The line above, where it is the one that is out of line: the lines before it begin where this one does.
    private func outdented(_ above: Surroundings) -> Diagnostic? {
        let column = Surroundings(here, at: here.contentStart).column
        guard let before = above.lineAbove, before.column == column else { return nil }
        return finding(
            .indentation, above.rest,
            "this line begins in column \(above.column), and the lines around it in column \(column)",
            "begin it in column \(column)")
    }

    /// Something that is neither the next entry of a mapping or list nor outside of it.
    func noEntry() -> Diagnostic {
        let followsSign = here.byteBefore.map { "-?".utf8.contains($0) } ?? true
        if here.byte == UInt8(ascii: ":"), here.word.length == 1, here.isFirstOnLine || followsSign {
            return Refusal.missingKey(here.word)
        }
        if !here.isFirstOnLine { return textAfterValue() }
        let isList = began.byte == UInt8(ascii: "-")
        let isItem = here.byte == UInt8(ascii: "-") && here.word.length == 1
        var diagnostic: Diagnostic
        if here.column == began.column, isItem != isList {
            diagnostic = finding(
                .indentation, here.word,
                isItem ? "a list item among the keys of a mapping" : "a key among the items of a list",
                isItem
                    ? "indent the list, and write its key with `:` on the line above"
                    : "write `- ` before it, or indent it by two more spaces if it belongs to the item above")
        } else {
            diagnostic = finding(
                .indentation, here.word,
                "this line begins in column \(here.column), which fits none of the lines above it",
                "begin it in the same column as the lines it belongs to")
        }
        let message = "the \(isList ? "list" : "mapping") around it begins here, in column \(began.column)"
        diagnostic.related = [Diagnostic.Related(span: began.word, message: message)]
        return diagnostic
    }

    private func textAfterValue() -> Diagnostic {
        let word = here.quoted(here.word)
        if word == "]" || word == "}" {
            return finding(
                .textAfterValue, here.word, "the bracket `\(word)` closes nothing",
                "remove it; if it is part of a text, put the whole value in quotation marks")
        }
        let quote = lastScalar.flatMap { here.bytes($0).first }
        let help =
            switch quote {
            case UInt8(ascii: "'"): "within single quotation marks write `''` for an apostrophe"
            case UInt8(ascii: "\""): "within double quotation marks write `\\\"` for a quotation mark"
            default: "put the whole value in quotation marks"
            }
        var diagnostic = finding(
            .textAfterValue, here.word, "unexpected `\(word)` after the end of a value", whole() ?? help)
        if let lastScalar, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
            let isLong = here.bytes(lastScalar).contains(where: isBreak)
            let span = here.span(lastScalar.start, lastScalar.start + 1)
            let message =
                isLong
                ? "the text began here, lines above: is its own closing quotation mark missing?"
                : "the text in quotation marks began here"
            diagnostic.related = [Diagnostic.Related(span: span, message: message)]
        }
        return diagnostic
    }

    /// A text without the double quotation marks around it, where others stand within: `"a == "b""`. Those of
    /// `"a" in b || c == "d"` belong to it.
    private static func bare(_ text: [UInt8]) -> [UInt8] {
        let mark = UInt8(ascii: "\"")
        let inside = text.dropFirst().dropLast()
        guard text.count > 2, text.last == mark, let next = inside.firstIndex(of: mark), next > inside.startIndex else {
            return text
        }
        let before = inside[next - 1]
        let isWord = (48...57).contains(before) || (97...122).contains(before | 0x20) || before == 0x5F
        return isWord ? text : Array(inside)
    }

    /// The whole of a value that begins with a text in double quotation marks, within single ones; nil where that
    /// would not do.
    private func whole() -> String? {
        guard openBracket == nil, let lastScalar, here.bytes(lastScalar).first == UInt8(ascii: "\"") else { return nil }
        let value = Surroundings(here, at: lastScalar.start)
        let text = value.bytes(value.rest)
        guard value.line == here.line, text.count <= 60, !text.contains(where: { "'`".utf8.contains($0) }) else {
            return nil
        }
        let whole = Self.bare(Array(text))
        return "put single quotation marks around the whole value: `'\(String(decoding: whole, as: UTF8.self))'`"
    }

    /// Something after the value of the whole file.
    func afterDocument() -> Diagnostic {
        let first = Surroundings(here, at: here.file.markLength)
        if first.byte == UInt8(ascii: "%") {
            return finding(
                .directive, here.word, "`---` is missing between the directive and the text",
                "write a line `---` above this one, or remove the line that begins with `%`")
        }
        if let above = here.lineAbove, above.bytes(above.word).elementsEqual("...".utf8) {
            return Refusal.severalDocuments(here.word)
        }
        if !here.isFirstOnLine { return textAfterValue() }
        return finding(
            .indentation, here.word, "this line does not belong to anything above it",
            "begin it in the same column as the first line of the file")
    }
}

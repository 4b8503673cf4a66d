import SourceText

/// Turns libyaml's complaints into findings that say what is wrong in the author's words and what to type.
struct SyntaxFinding {
    /// Where libyaml gave up.
    let here: Surroundings
    /// Where what it was reading began.
    let began: Surroundings
    /// The innermost list or mapping in brackets that is still open, by its bracket.
    let openBracket: Surroundings?
    /// The scalar read last.
    let lastScalar: SourceSpan?
    /// Whether nothing but comments was read so far.
    let isEmptySoFar: Bool

    /// Complexity: O(bytes).
    func diagnostic(for problem: ParseProblem) -> Diagnostic {
        switch problem.problem {
        case "found character that cannot start any token": return cannotBegin()
        case "could not find expected ':'": return noColon()
        case "mapping values are not allowed in this context": return colonHere()
        case "did not find expected key", "did not find expected '-' indicator": return noEntry()
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'": return noComma()
        case "did not find expected node content": return noValue()
        case "did not find expected <document start>": return afterDocument()
        case "block sequence entries are not allowed in this context":
            return finding(
                .indentation, here.word, "a list item `-` cannot begin here",
                "begin the list on a line of its own, below its key")
        case "mapping keys are not allowed in this context":
            return finding(
                .reservedCharacter, here.word, "`?` followed by a space cannot begin a value",
                "put the whole value in quotation marks")
        case let text where text.hasPrefix("found a tab character"): return tab()
        default: return inside(problem)
        }
    }

    /// By what libyaml was reading rather than by what it missed.
    private func inside(_ problem: ParseProblem) -> Diagnostic {
        switch problem.context {
        case "while scanning a quoted scalar": return unclosedQuote()
        case "while parsing a quoted scalar": return escape()
        case "while scanning a block scalar": return blockHeader()
        case "while scanning an anchor", "while scanning an alias": return name()
        default: break
        }
        let text = problem.context + problem.problem
        if text.contains("directive") || text.contains("incompatible YAML document") { return directive() }
        if text.contains("tag") {
            return Refusal.tag(began.word, began.bytes(began.word), value: began.bytes(began.rest))
        }
        return finding(
            .syntax, here.word, "this is not valid YAML: \(problem.problem)",
            "check the indentation, the quotation marks and the brackets in this place and in the lines above")
    }

    func finding(_ code: YAMLCode, _ span: SourceSpan, _ message: String, _ help: String) -> Diagnostic {
        Diagnostic(code: code.rawValue, span: span, message: message, help: help)
    }

    // MARK: Single characters

    private func cannotBegin() -> Diagnostic {
        if here.byte == UInt8(ascii: "\t") { return tab() }
        let sign = here.span(here.offset, min(here.offset + 1, here.word.end))
        let value = here.bytes(here.rest)
        let isSimple = value.count < 40 && openBracket == nil && !value.contains { "'\"".utf8.contains($0) }
        // A backtick cannot be shown between backticks.
        let shown = here.byte == UInt8(ascii: "`") ? "a backtick" : "`\(here.quoted(sign))`"
        let isShowable = isSimple && !value.contains(UInt8(ascii: "`"))
        return finding(
            .reservedCharacter, here.word, "\(shown) cannot begin a value",
            "put the whole value in quotation marks" + (isShowable ? ": `'\(here.quoted(here.rest))'`" : ""))
    }

    private func tab() -> Diagnostic {
        var end = here.offset
        while end < here.line.upperBound, here.bytes(here.span(end, end + 1)).first == UInt8(ascii: "\t") { end += 1 }
        if here.isFirstOnLine, Surroundings(here, at: end).contentStart == here.line.upperBound {
            return finding(
                .tab, here.span(here.offset, end), "a tab stands on an empty line", "delete the tab from this line")
        }
        return finding(
            .tab, here.span(here.offset, end),
            here.isFirstOnLine ? "a tab is used to indent this line" : "a tab stands where a space is needed",
            "YAML indents with spaces only: replace the tab by as many spaces as the lines around it have")
    }

    private func name() -> Diagnostic {
        let sign = began.byte == UInt8(ascii: "&") ? "&" : "*"
        return finding(
            .reservedCharacter, began.word, "`\(sign)` at the beginning of a value must be followed by a name",
            "if this is text, put the whole value in quotation marks")
    }

    // MARK: Quotation marks and blocks

    private func unclosedQuote() -> Diagnostic {
        let isSingle = began.byte == UInt8(ascii: "'")
        return finding(
            .unclosedQuote, began.span(began.offset, began.offset + 1),
            "the quotation mark `\(isSingle ? "'" : "\"")` is never closed",
            isSingle
                ? "write `'` at the end of the text; if it is an apostrophe, put the text in `\"` instead"
                : "write `\"` at the end of the text")
    }

    private func escape() -> Diagnostic {
        // libyaml points at the backslash or at the digits after it.
        var start = here.offset
        while start > began.offset, here.bytes(here.span(start, start + 1)).first != UInt8(ascii: "\\") { start -= 1 }
        let place = Surroundings(here, at: start)
        let kind = here.bytes(here.span(start + 1, start + 2)).first ?? 0
        if "xuU".utf8.contains(kind) {
            return finding(
                .escape, place.word, "`\(place.quoted(place.word))` does not name a character",
                "write the character itself; or `\\x` with 2, `\\u` with 4, `\\U` with 8 hexadecimal digits")
        }
        var end = start + 2
        while here.bytes(here.span(end, end + 1)).first.map({ $0 & 0xC0 == 0x80 }) ?? false { end += 1 }
        let span = here.span(start, min(end, max(here.line.upperBound, start + 1)))
        return finding(
            .escape, span, "`\(here.quoted(span))` means nothing in double quotation marks",
            "write `\\\\` for a backslash, or put the text in single quotation marks")
    }

    private func blockHeader() -> Diagnostic {
        finding(
            .blockHeader, here.rest.length > 0 ? here.rest : began.rest,
            "only `-`, `+` or a digit from 1 to 9 may follow `|` or `>`",
            "begin the text on the next line, indented further than its key")
    }

    private func directive() -> Diagnostic {
        let line = Surroundings(here, at: here.contentStart)
        let span = line.rest
        return finding(
            .directive, span, "the line `\(line.quoted(span))` is no directive that is supported",
            "remove it; only a single `%YAML 1.2` is known")
    }

    // MARK: Brackets

    private func noComma() -> Diagnostic {
        if here.byte == UInt8(ascii: ":"), here.isFirstOnLine, here.word.length == 1 {
            return finding(
                .missingColon, here.word, "the `:` of this key stands on another line than the key",
                "write the key and its `:` on one line")
        }
        if let finding = colonInBrackets() { return finding }
        let opening = began.byte == UInt8(ascii: "{") ? "{" : "["
        let closing = opening == "{" ? "}" : "]"
        if began.line == here.line, here.byte == UInt8(ascii: "{") || here.byte == UInt8(ascii: "[") {
            return finding(
                .unclosedBracket, here.word, "a text within brackets cannot hold `\(here.quoted(here.word))`",
                "put the whole text in quotation marks, or below its key on a line of its own")
        }
        if began.line == here.line, !here.isAtEnd {
            return finding(
                .unclosedBracket, here.word, "expected `,` or `\(closing)` before `\(here.quoted(here.word))`",
                "write `,` between two values, `\(closing)` after the last, and texts with commas or colons "
                    + "in quotation marks")
        }
        return unclosed(began, opening, closing)
    }

    /// A `:` where a value in brackets begins.
    private func colonFirst() -> Diagnostic {
        if here.word.length == 1 { return Refusal.missingKey(here.word) }
        return finding(
            .reservedCharacter, here.word, "a value in brackets cannot begin with `:`",
            "put the whole value in quotation marks: `'\(here.quoted(here.word))'`")
    }

    private func unclosed(_ place: Surroundings, _ opening: String, _ closing: String) -> Diagnostic {
        finding(
            .unclosedBracket, place.span(place.offset, place.offset + 1), "the bracket `\(opening)` is never closed",
            "write `\(closing)` after its last value; if this is text, put the whole value in quotation marks")
    }

    private func noValue() -> Diagnostic {
        let word = here.quoted(here.word)
        if isEmptySoFar, word == "..." { return Refusal.empty(here.word) }
        guard let openBracket else {
            return finding(
                .reservedCharacter, here.word,
                word.isEmpty ? "a value is missing here" : "`\(word)` cannot begin a value",
                "if this is text, put the whole value in quotation marks")
        }
        let isMapping = openBracket.byte == UInt8(ascii: "{")
        if here.isAtEnd { return unclosed(openBracket, isMapping ? "{" : "[", isMapping ? "}" : "]") }
        if here.byte == UInt8(ascii: ":") { return colonFirst() }
        if here.byte == UInt8(ascii: ",") {
            return finding(
                .syntax, here.word, "a value is missing before this `,`", "write the value, or remove the `,`")
        }
        var diagnostic = finding(
            .unclosedBracket, here.word, "`\(word)` cannot stand here",
            "close the bracket `\(isMapping ? "{" : "[")` with `\(isMapping ? "}" : "]")`")
        let opening = openBracket.span(openBracket.offset, openBracket.offset + 1)
        diagnostic.related = [Diagnostic.Related(span: opening, message: "the bracket was opened here")]
        return diagnostic
    }
}

extension Surroundings {
    /// Another place in the same file.
    init(_ other: Surroundings, at offset: Int) {
        self.init(file: other.file, id: other.id, offset: offset)
    }
}

import SourceText

/// The findings about what YAML allows and this reader does not take.
enum Refusal {
    static func empty(_ span: SourceSpan) -> Diagnostic {
        finding(.empty, span, "the file holds nothing", "write at least one `key: value`; comments alone do not count")
    }

    static func severalDocuments(_ span: SourceSpan) -> Diagnostic {
        finding(
            .severalDocuments, span, "a second document begins here",
            "remove the `---` or `...` that separates them, or put what follows into a file of its own")
    }

    static func tagDirective(_ span: SourceSpan) -> Diagnostic {
        finding(.directive, span, "the directive `%TAG` is not supported", "remove this line, and the tags that use it")
    }

    static func version(_ span: SourceSpan, _ major: Int, _ minor: Int) -> Diagnostic {
        finding(
            .directive, span, "YAML \(major).\(minor) is not supported; files are read as YAML 1.2",
            "remove this line, or write `%YAML 1.2`")
    }

    /// `value` is the whole of what was written, from the tag on.
    static func tag(
        _ span: SourceSpan, _ text: ArraySlice<UInt8>, value: ArraySlice<UInt8> = []
    ) -> Diagnostic {
        let name = text.isEmpty ? "a tag" : "the tag `\(quotedWord(text))`"
        let value = withoutBrackets(value)
        if text.contains(UInt8(ascii: "(")), value.count <= 40, !value.contains(UInt8(ascii: "'")) {
            // A negation, as conditions have it.
            return finding(
                .tag, span, "`!` at the beginning of a value means something else in YAML",
                "put the whole value in quotation marks: `'\(quotedWord(value))'`")
        }
        return finding(
            .tag, span, "\(name) is not supported",
            "if the text itself begins with `!`, put the whole value in quotation marks: `'!…'`; else remove the tag")
    }

    /// A value without what follows it in the brackets that it stands in, and without those.
    private static func withoutBrackets(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var depth = 0
        var value = value.prefix { byte in
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            return depth > 0 || byte != UInt8(ascii: ",")
        }
        while let last = value.last, last == UInt8(ascii: "}") || last == UInt8(ascii: "]") {
            let open = last == UInt8(ascii: "}") ? UInt8(ascii: "{") : UInt8(ascii: "[")
            guard value.count(where: { $0 == last }) > value.count(where: { $0 == open }) else { break }
            value = value.dropLast()
            while value.last == UInt8(ascii: " ") { value = value.dropLast() }
        }
        return value
    }

    static func duplicateKey(_ key: Located<String>, _ first: Located<String>) -> Diagnostic {
        var diagnostic = finding(
            .duplicateKey, key.span, "the key `\(quotedWord(ArraySlice(key.value.utf8)))` stands here a second time",
            "put what belongs to both under one of them, or give the second another name")
        diagnostic.related = [Diagnostic.Related(span: first.span, message: "it stands here first")]
        return diagnostic
    }

    static func keyNotText(_ span: SourceSpan, isFlow: Bool) -> Diagnostic {
        finding(
            .keyNotText, span, "a key must be text, not a list or a mapping",
            isFlow
                ? "if this is text with brackets or braces in it, put the whole value in quotation marks"
                : "write a plain word before the `:`")
    }

    static func missingKey(_ span: SourceSpan) -> Diagnostic {
        finding(.missingKey, span, "a key is missing before this `:`", "write a key, as in `name: value`")
    }

    static func mergeKey(_ span: SourceSpan) -> Diagnostic {
        finding(
            .mergeKey, span, "the merge key `<<` is not supported",
            "write the shared entries out in each place, or use an alias for a whole value")
    }

    static func unknownAlias(_ span: SourceSpan, _ name: String, _ known: [String]) -> Diagnostic {
        let word = quotedWord(ArraySlice(name.utf8))
        let help =
            if let near = nearest(name, in: known) {
                "did you mean `*\(near)`?"
            } else {
                "if this is text that begins with `*`, put it in quotation marks; "
                    + "else name the value with `&\(word)` above"
            }
        return finding(.unknownAlias, span, "nothing above is named `&\(word)`", help)
    }

    static func cycle(_ span: SourceSpan, _ name: String) -> Diagnostic {
        let word = quotedWord(ArraySlice(name.utf8))
        return finding(
            .aliasCycle, span, "`*\(word)` stands inside of the value it repeats",
            "write the value out, or move the alias to another place")
    }

    static func tooDeep(_ span: SourceSpan, _ limit: Int) -> Diagnostic {
        finding(.tooDeep, span, "more than \(limit) lists and mappings inside each other", "write it flatter")
    }

    static func tooManyNodes(_ span: SourceSpan, _ limit: Int) -> Diagnostic {
        finding(
            .tooManyNodes, span, "more than \(limit) keys and values in one file, aliases written out",
            "split it into several files")
    }

    static func tooManyAliases(_ span: SourceSpan, _ limit: Int) -> Diagnostic {
        finding(.tooManyAliases, span, "more than \(limit) aliases in one file", "write this value out")
    }

    static func aliasExpansion(_ span: SourceSpan, _ name: String, _ limit: Int) -> Diagnostic {
        finding(
            .aliasExpansion, span,
            "with `*\(quotedWord(ArraySlice(name.utf8)))` the aliases of this file repeat more than \(limit) "
                + "keys and values",
            "repeat smaller values, or write them out")
    }

    private static func finding(
        _ code: YAMLCode, _ span: SourceSpan, _ message: String, _ help: String
    ) -> Diagnostic {
        Diagnostic(code: code.rawValue, span: span, message: message, help: help)
    }
}

/// An author's word as it stands between backticks: cut after 40 characters.
func quotedWord(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.count > 40 ? "\(text.prefix(39))…" : text
}

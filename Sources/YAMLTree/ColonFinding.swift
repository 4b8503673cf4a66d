import SourceText

/// Findings about a `:` within a value.
extension SyntaxFinding {
    /// A second `:` on a line whose value has begun.
    func colonInValue(_ first: Int) -> Diagnostic {
        var start = first + 1
        while start < here.line.upperBound, isBlank(here.bytes(here.span(start, start + 1)).first ?? 0) { start += 1 }
        return colonInValue(here.span(here.contentStart, first), Surroundings(here, at: start).rest)
    }

    /// A second `:` in brackets, where a comma is missed: `{must: warn: {within: 30s}}`; nil for anything else.
    func colonInBrackets() -> Diagnostic? {
        guard here.byte == UInt8(ascii: ":"), let start = lastScalar?.start, start >= here.line.lowerBound else {
            return nil
        }
        let place = Surroundings(here, at: start)
        let value = place.restInBrackets
        // After several words it is the comma before a next key that is missing.
        guard let key = place.keyBefore, UnbracedMap(String(decoding: here.bytes(value), as: UTF8.self)) != nil else {
            return nil
        }
        return colonInValue(key, value)
    }

    private func colonInValue(_ key: SourceSpan, _ value: SourceSpan) -> Diagnostic {
        let key = here.quoted(key)
        let text = String(decoding: here.bytes(value), as: UTF8.self)
        return finding(
            .colonInValue, here.span(here.offset, here.offset + 1), "a second `:` in the value of `\(key)`",
            help(for: text, key, isShort: value.length < 40))
    }

    private func help(for text: String, _ key: String, isShort: Bool) -> String {
        let isShowable = isShort && !text.contains { "'\"`".contains($0) }
        let marks = "in quotation marks\(isShowable ? ": `\(key): '\(quotedWord(Array(text.utf8)[...]))'`" : "")"
        guard let map = UnbracedMap(text) else { return "put the whole value \(marks)" }
        if map.value.isEmpty {
            return
                "write `\(map.key):` on the next line, indented further than `\(key):`, and what belongs to it below, "
                + "further still"
        }
        let braces = "write `\(key): \(map.text)`"
        if map.isCertain { return braces }
        return map.value.split(separator: " ").count > 2
            ? "put the whole value \(marks); or, if it is a map, \(braces)"
            : "\(braces); or, if it is text, put the whole value \(marks)"
    }
}

extension Surroundings {
    /// The key on the same line whose value begins in the place; nil where there is none.
    fileprivate var keyBefore: SourceSpan? {
        var end = offset
        while end > line.lowerBound, isBlank(file.bytes[end - 1]) { end -= 1 }
        guard end > line.lowerBound, end < offset, file.bytes[end - 1] == UInt8(ascii: ":") else { return nil }
        var start = end - 1
        while start > line.lowerBound, isNameByte(file.bytes[start - 1]) { start -= 1 }
        return start < end - 1 ? span(start, end - 1) : nil
    }

    /// From the place to the comma or bracket that ends its value, or the end of the line.
    fileprivate var restInBrackets: SourceSpan {
        var depth = 0
        for index in offset..<rest.end {
            switch file.bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return span(offset, index) }
                depth -= 1
            case UInt8(ascii: ",") where depth == 0: return span(offset, index)
            default: break
            }
        }
        return rest
    }
}

import SourceText

/// How a scalar was written.
public enum YAMLScalarStyle: Sendable, Equatable, CaseIterable {
    case plain, singleQuoted, doubleQuoted, literal, folded

    /// Whether this is one of the block styles, `|` and `>`.
    public var isBlock: Bool { self == .literal || self == .folded }
}

/// A scalar's text as YAML reads it, and where each part of that text was written.
public struct YAMLScalar: Sendable {
    public var text: String
    public var style: YAMLScalarStyle
    /// The whole scalar in the file, with its quotation marks or its block header.
    public let span: SourceSpan
    let runs: [ScalarRun]

    /// A scalar all of whose parts are at the scalar's own place.
    public init(text: String, style: YAMLScalarStyle, span: SourceSpan) {
        self.init(text: text, style: style, span: span, runs: [])
    }

    init(text: String, style: YAMLScalarStyle, span: SourceSpan, runs: [ScalarRun]) {
        self.text = text
        self.style = style
        self.span = span
        self.runs = runs
    }

    /// Whether nothing was written at all, as after `key:`; an empty text in quotation marks is something.
    public var isEmptyPlain: Bool { style == .plain && text.isEmpty }

    /// Where a range of the text's UTF-8 bytes was written in the file.
    ///
    /// Exact in every style, through escapes, folded lines and the indentation of blocks; a byte that has no place of
    /// its own (half an escape) has the place of the whole. Ranges that leave the text, and text that was assigned
    /// after reading, have the scalar's own span. Complexity: O(log parts).
    public func span(ofUTF8 range: Range<Int>) -> SourceSpan {
        guard range.lowerBound >= 0, let first = run(at: range.lowerBound) else { return span }
        let start = first.sourceStart(of: range.lowerBound)
        if range.isEmpty { return SourceSpan(file: span.file, from: start, to: start) }
        guard let last = run(at: range.upperBound - 1), range.upperBound <= last.textEnd else { return span }
        return SourceSpan(file: span.file, from: start, to: last.sourceEnd(of: range.upperBound))
    }

    /// The run that holds a byte of the text; for the text's end, the last run.
    private func run(at offset: Int) -> ScalarRun? {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(runs[middle].textStart) <= offset { low = middle } else { high = middle }
        }
        guard low < runs.count, offset >= Int(runs[low].textStart), offset <= runs[low].textEnd else { return nil }
        return runs[low]
    }
}

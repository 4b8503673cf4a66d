/// Finds out where each part of a scalar's text was written, by walking the source and the text side by side.
///
/// libyaml gives the text and the ends of the scalar only. Where the two do not fit together the walk stops, and the
/// rest of the text has no place of its own.
struct ScalarTrace {
    private let source: [UInt8]
    private let text: [UInt8]
    private var at: Int
    private let end: Int
    private var done = 0
    private var runs: [ScalarRun] = []

    /// The runs of a scalar whose source lies in `range`, quotation marks or block header included.
    ///
    /// Complexity: O(range).
    static func runs(of text: String, style: YAMLScalarStyle, source: [UInt8], range: Range<Int>) -> [ScalarRun] {
        if text.isEmpty { return [] }
        var trace = ScalarTrace(source, Array(text.utf8), range)
        switch style {
        case .plain:
            trace.walkLine(style)
        case .singleQuoted, .doubleQuoted:
            guard range.count >= 2 else { return [] }
            trace = ScalarTrace(source, Array(text.utf8), range.lowerBound + 1..<range.upperBound - 1)
            trace.walkLine(style)
        case .literal, .folded:
            trace.walkBlock(style)
        }
        return trace.runs
    }

    private init(_ source: [UInt8], _ text: [UInt8], _ range: Range<Int>) {
        self.source = source
        self.text = text
        at = range.lowerBound
        end = min(range.upperBound, source.count)
    }

    // MARK: Plain and quoted

    private mutating func walkLine(_ style: YAMLScalarStyle) {
        while at < end, done < text.count {
            let byte = source[at]
            if isBlank(byte) || isBreak(byte) {
                let gap = gap(from: at)
                let isDone = gap.breaks == 0 ? copy(gap.end - at) : fold(to: gap.end, gap.breaks - 1)
                if !isDone { return }
            } else if style == .singleQuoted, byte == UInt8(ascii: "'") {
                guard replace(2, with: 1) else { return }
            } else if style == .doubleQuoted, byte == UInt8(ascii: "\\") {
                guard escape() else { return }
            } else if !copy(1) {
                return
            }
        }
    }

    /// A backslash and what it escapes; before a line break it takes the break away.
    private mutating func escape() -> Bool {
        guard at + 1 < end else { return false }
        let kind = source[at + 1]
        if isBreak(kind) {
            let gap = gap(from: at + 1)
            if gap.breaks > 1 { return replace(gap.end - at, with: gap.breaks - 1) }
            at = gap.end
            return true
        }
        let digits =
            switch kind {
            case UInt8(ascii: "x"): 2
            case UInt8(ascii: "u"): 4
            case UInt8(ascii: "U"): 8
            default: 0
            }
        return replace(2 + digits, with: characterWidth(text[done]))
    }

    // MARK: Blocks

    private mutating func walkBlock(_ style: YAMLScalarStyle) {
        while at < end, !isBreak(source[at]) { at += 1 }
        at += breakLength(at)
        guard let indent = blockIndent() else { return }
        if style == .folded, !foldBlock(indent, isFirst: true) { return }
        while at < end, done < text.count {
            if style == .literal { skipIndent(indent) }
            var line = 0
            while at + line < end, !isBreak(source[at + line]) { line += 1 }
            guard copy(line), done < text.count else { return }
            if at == end {
                // The file ends without the line break that the reader thought of for it.
                if done == text.count - 1, text[done] == UInt8(ascii: "\n") { _ = replace(0, with: 1) }
                return
            }
            let isDone = style == .literal ? replace(breakLength(at), with: 1) : foldBlock(indent, isFirst: false)
            if !isDone { return }
        }
    }

    /// The line breaks and the indentation before the next line that has something on it.
    private mutating func foldBlock(_ indent: Int, isFirst: Bool) -> Bool {
        let begin = at
        var breaks = 0
        if !isFirst {
            at += breakLength(at)
            breaks = 1
        }
        while at < end {
            skipIndent(indent)
            guard at < end, isBreak(source[at]) else { break }
            at += breakLength(at)
            breaks += 1
        }
        let length = at - begin
        at = begin
        if breaks == 0 {
            at += length
            return true
        }
        var count = 0
        while done + count < text.count, text[done + count] == UInt8(ascii: "\n") { count += 1 }
        if count == 0, breaks == 1, text[done] == UInt8(ascii: " ") { count = 1 }
        return replace(length, with: count)
    }

    /// How far a block's lines are indented: what its first line with something on it has more than the text's.
    private func blockIndent() -> Int? {
        guard let inText = spacesOfFirstLine(text, 0, text.count) else { return .max }
        guard let inSource = spacesOfFirstLine(source, at, end) else { return nil }
        return inSource >= inText ? inSource - inText : nil
    }

    private func spacesOfFirstLine(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Int? {
        var spaces = 0
        for index in from..<max(from, to) {
            if isBreak(bytes[index]) {
                spaces = 0
            } else if bytes[index] == UInt8(ascii: " ") {
                spaces += 1
            } else {
                return spaces
            }
        }
        return nil
    }

    private mutating func skipIndent(_ indent: Int) {
        var left = indent
        while left > 0, at < end, source[at] == UInt8(ascii: " ") {
            at += 1
            left -= 1
        }
    }

    // MARK: Steps

    /// Takes bytes that stand in the text as they are.
    private mutating func copy(_ count: Int) -> Bool {
        guard at + count <= end, done + count <= text.count else { return false }
        for index in 0..<count where source[at + index] != text[done + index] { return false }
        if let last = runs.last, last.isVerbatim, last.sourceEnd == at {
            runs[runs.count - 1].textLength += UInt32(clamping: count)
            runs[runs.count - 1].sourceLength += UInt32(clamping: count)
        } else if count > 0 {
            runs.append(ScalarRun(textStart: done, textLength: count, sourceStart: at, sourceLength: count))
        }
        at += count
        done += count
        return true
    }

    /// Takes bytes that stand for others in the text.
    private mutating func replace(_ count: Int, with textCount: Int) -> Bool {
        guard at + count <= end, done + textCount <= text.count else { return false }
        if textCount > 0 {
            runs.append(ScalarRun(textStart: done, textLength: textCount, sourceStart: at, sourceLength: count))
        }
        at += count
        done += textCount
        return true
    }

    /// Takes a line break: one becomes a space, of several the first goes.
    private mutating func fold(to place: Int, _ lines: Int) -> Bool {
        let expected = lines == 0 ? UInt8(ascii: " ") : UInt8(ascii: "\n")
        let count = max(lines, 1)
        guard done + count <= text.count else { return false }
        for index in done..<done + count where text[index] != expected { return false }
        return replace(place - at, with: count)
    }

    /// The white space from a place on: where it ends, and how many line breaks are in it.
    private func gap(from place: Int) -> (end: Int, breaks: Int) {
        var index = place
        var breaks = 0
        while index < end {
            if isBlank(source[index]) {
                index += 1
            } else if isBreak(source[index]) {
                index += breakLength(index)
                breaks += 1
            } else {
                break
            }
        }
        return (index, breaks)
    }

    private func breakLength(_ index: Int) -> Int {
        guard index < end, isBreak(source[index]) else { return 0 }
        let isPair = source[index] == UInt8(ascii: "\r") && index + 1 < end && source[index + 1] == UInt8(ascii: "\n")
        return isPair ? 2 : 1
    }
}

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

private func characterWidth(_ first: UInt8) -> Int {
    switch first {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
}

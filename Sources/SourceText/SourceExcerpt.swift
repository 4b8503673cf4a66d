/// The line of source a finding begins on, ready to print, with the columns to be marked under it.
///
/// Tabs become spaces up to the next multiple of four columns; a long line is cut around the marked place.
struct SourceExcerpt {
    /// Columns of source shown at most.
    static let width = 100
    private static let tabWidth = 4

    private(set) var source = ""
    /// Columns before the first mark.
    private(set) var markStart = 0
    /// Columns marked, at least one.
    private(set) var markWidth = 1

    private struct Cell {
        var text: String
        var width: Int
    }

    /// Complexity: O(length of the line).
    init(file: SourceFile, span: SourceSpan) {
        let range = file.range(ofLine: file.position(at: span.start).line)
        var cells: [Cell] = []
        var first: Int?
        var last = 0
        var offset = range.lowerBound
        var column = 0
        for character in String(decoding: file.bytes[range], as: UTF8.self) {
            let cell = SourceExcerpt.cell(character, column)
            offset += SourceExcerpt.byteCount(character, file, offset)
            cells.append(cell)
            column += cell.width
            if offset > span.start, first == nil { first = cells.count - 1 }
            if offset <= span.end { last = cells.count }
        }
        let begin = first ?? cells.count
        cut(cells, begin, max(last, begin))
    }

    private mutating func cut(_ cells: [Cell], _ begin: Int, _ end: Int) {
        let total = cells.reduce(0) { $0 + $1.width }
        var from = 0
        if total > SourceExcerpt.width {
            // A third of the window stays in front of the place, so that what led to it can be seen.
            var before = 0
            from = begin
            while from > 0, before < SourceExcerpt.width / 3 {
                from -= 1
                before += cells[from].width
            }
        }
        if from > 0 { source = "…" }
        var shown = from > 0 ? 1 : 0
        var marked = 0
        var index = from
        markStart = shown
        while index < cells.count {
            let room = SourceExcerpt.width - (index + 1 < cells.count ? 1 : 0)
            guard shown + cells[index].width <= room else { break }
            if index < begin { markStart += cells[index].width } else if index < end { marked += cells[index].width }
            source += cells[index].text
            shown += cells[index].width
            index += 1
        }
        if index < cells.count { source += "…" }
        while source.last == " " { source.removeLast() }
        markWidth = max(marked, 1)
    }

    private static func cell(_ character: Character, _ column: Int) -> Cell {
        if character == "\t" {
            let width = tabWidth - column % tabWidth
            return Cell(text: String(repeating: " ", count: width), width: width)
        }
        if character.unicodeScalars.contains(where: isUnprintable) { return Cell(text: "\u{FFFD}", width: 1) }
        return Cell(text: String(character), width: displayWidth(of: character))
    }

    /// Bytes of the file behind one decoded character; an invalid byte was decoded to three.
    private static func byteCount(_ character: Character, _ file: SourceFile, _ offset: Int) -> Int {
        var count = 0
        for scalar in character.unicodeScalars {
            let place = offset + count
            let isMark = scalar.value == 0xFFFD && place < file.bytes.count && file.bytes[place] != 0xEF
            count += isMark ? 1 : UTF8.width(scalar)
        }
        return count
    }
}

import YAMLTree

/// Where comments go: above what they precede, beside what they trail, at the end of the block they close.
extension LayoutPrinter {
    /// Prints what stands above a place: comments, and at most one empty line before each and before the place.
    mutating func lead(to place: Int, _ indent: Int) {
        let margin = String(repeating: " ", count: indent)
        while let comment = comments.next, comment.span.start < place {
            separate(comment.span.start)
            lines.append(margin + comment.text)
            done = max(done, comment.span.end)
            comments.take()
        }
        if place < .max { separate(place) }
    }

    /// Comments between a key and its value go above the key.
    mutating func raise(to place: Int, _ head: String) {
        let margin = String(repeating: " ", count: head.prefix { $0 == " " }.count)
        while let comment = comments.next, comment.span.start < place {
            lines.append(margin + comment.text)
            done = max(done, comment.span.end)
            comments.take()
        }
    }

    /// Comments after the last entry that are indented as the block was belong to it.
    mutating func follow(to limit: Int, _ indent: Int, _ column: Int?) {
        let margin = String(repeating: " ", count: indent)
        while let comment = comments.next, comment.span.start < limit, comment.isAlone, comment.column >= column ?? 0 {
            separate(comment.span.start)
            lines.append(margin + comment.text)
            done = max(done, comment.span.end)
            comments.take()
        }
    }

    /// A line, with the comment that stands beside it in the source.
    mutating func finish(_ line: String, at end: Int) {
        lines.append(line)
        done = max(done, end)
        trailIfBeside()
    }

    /// The end of a collection in braces that was broken into lines.
    mutating func finishFlow(at end: Int) {
        while let comment = comments.next, comment.span.start < end { trail(comment) }
        done = max(done, end)
        if let comment = comments.next, !comment.isAlone, isSameLine(done, comment.span.start) {
            if let last = lines.last, last.contains(" #") { return }
            let kept = keepsColumns
            keepsColumns = false
            trail(comment)
            keepsColumns = kept
        }
    }

    mutating func trailIfBeside() {
        if let comment = comments.next, !comment.isAlone, isSameLine(done, comment.span.start) { trail(comment) }
    }

    /// Puts a comment beside the latest line, in its column where there is room.
    mutating func trail(_ comment: YAMLComment) {
        let width = lines[lines.count - 1].count
        let column = keepsColumns ? max(width + 2, comment.column) : width + 2
        lines[lines.count - 1] += String(repeating: " ", count: column - width) + comment.text
        done = max(done, comment.span.end)
        comments.take()
    }

    /// An empty line where the source has one between what was printed and a place.
    private mutating func separate(_ place: Int) {
        guard !lines.isEmpty, lines.last != "" else { return }
        var breaks = 0
        for index in done..<max(done, min(place, file.bytes.count)) {
            switch file.bytes[index] {
            case 0x0A: breaks += 1
            case 0x0D where index + 1 >= file.bytes.count || file.bytes[index + 1] != 0x0A: breaks += 1
            case 0x20, 0x09, 0x0D: continue
            default: breaks = min(breaks, 0)
            }
            if breaks == 2 { break }
        }
        if breaks >= 2 { lines.append("") }
    }

    private func isSameLine(_ from: Int, _ to: Int) -> Bool {
        from <= to && !file.bytes[from..<to].contains { $0 == 0x0A || $0 == 0x0D }
    }

    /// Bytes before a place on its line.
    func column(of place: Int) -> Int {
        var start = min(place, file.bytes.count)
        while start > file.markLength, file.bytes[start - 1] != 0x0A, file.bytes[start - 1] != 0x0D { start -= 1 }
        return place - start
    }
}

/// Breaks text into lines by a measure of its own.
enum Wrapping {
    /// Lines no wider than `width` where that can be done at spaces, else within a word.
    static func lines<Width: Comparable>(
        _ text: String, _ width: Width, _ measure: (Substring) -> Width
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
            var word = word
            let joined = line.isEmpty ? String(word) : "\(line) \(word)"
            if measure(joined[...]) <= width {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while measure(word) > width, word.count > 1 {
                let head = longestHead(of: word, width, measure)
                lines.append(String(head))
                word = word[head.endIndex...]
            }
            line = String(word)
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }

    /// What fits of a word, at least one character, behind a mark such as `.` or `_` where one is near.
    private static func longestHead<Width: Comparable>(
        of word: Substring, _ width: Width, _ measure: (Substring) -> Width
    ) -> Substring {
        var end = word.index(after: word.startIndex)
        while end < word.endIndex {
            let next = word.index(after: end)
            if measure(word[..<next]) > width { break }
            end = next
        }
        let head = word[..<end]
        guard let mark = head.lastIndex(where: { "._-/,&|".contains($0) }),
            head.distance(from: head.startIndex, to: mark) > head.count / 2
        else { return head }
        return word[...mark]
    }
}

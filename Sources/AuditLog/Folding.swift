/// Breaks a sentence between words into lines of at most 100 columns where words allow it.
package func folded(_ text: String, first: String, rest: String) -> [String] {
    var lines: [String] = []
    var line = first
    var isFresh = true
    for word in text.split(separator: " ") {
        if !isFresh, line.count + 1 + word.count > 100 {
            lines.append(line)
            line = rest
            isFresh = true
        }
        line += isFresh ? word : " " + word
        isFresh = false
    }
    return lines + [line]
}

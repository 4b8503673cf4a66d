/// The anchor and the tag written before a value, as in `&name !tag value`.
struct NodeProperties {
    /// Bytes of the tag, nil where there is none.
    private(set) var tag: Range<Int>?
    /// Byte at which the value itself begins.
    private(set) var contentStart: Int

    /// Looks at the source from a node's first byte; nothing past `end` belongs to a node that was left empty.
    init(bytes: [UInt8], start: Int, end: Int) {
        contentStart = start
        while contentStart < bytes.count {
            let first = bytes[contentStart]
            guard first == UInt8(ascii: "&") || first == UInt8(ascii: "!") else { return }
            let word = contentStart..<NodeProperties.wordEnd(bytes, contentStart)
            if first == UInt8(ascii: "!") { tag = word }
            contentStart = NodeProperties.skipSpace(bytes, word.upperBound)
            if word.upperBound >= end {
                // All of the node is its properties, or the value comes later as the first entry of a block.
                contentStart = end == word.upperBound ? end : contentStart
                return
            }
        }
    }

    private static func wordEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        let isVerbatim = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "<")
        while index < bytes.count, !isBlank(bytes[index]), !isBreak(bytes[index]) {
            if !isVerbatim, index > start, "[]{},".utf8.contains(bytes[index]) { break }
            index += 1
        }
        return index
    }

    private static func skipSpace(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if isBlank(bytes[index]) || isBreak(bytes[index]) {
                index += 1
            } else if bytes[index] == UInt8(ascii: "#") {
                while index < bytes.count, !isBreak(bytes[index]) { index += 1 }
            } else {
                break
            }
        }
        return index
    }
}

import SourceText

/// A comment of a YAML file.
public struct YAMLComment: Sendable, Equatable {
    /// From the `#` to the end of its line, without white space there.
    public var span: SourceSpan
    /// The bytes of the span.
    public var text: String
    /// Whether nothing but white space stands before it on its line.
    public var isAlone: Bool
    /// Characters before it on its line.
    public var column: Int
}

extension YAMLReader {
    /// The comments of a file whose tree this is, in their order.
    ///
    /// A `#` begins a comment where it is not part of a scalar and white space or nothing stands before it. Complexity:
    /// O(bytes + nodes log nodes).
    public static func comments(in file: SourceFile, of root: YAMLNode) -> [YAMLComment] {
        var scalars: [Range<Int>] = []
        collect(root, file, &scalars)
        scalars.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var found: [YAMLComment] = []
        var next = 0
        var index = file.markLength
        while index < file.bytes.count {
            while next < scalars.count, scalars[next].upperBound <= index { next += 1 }
            if next < scalars.count, scalars[next].contains(index) {
                index = scalars[next].upperBound
                continue
            }
            guard file.bytes[index] == UInt8(ascii: "#"), isFree(index, file) else {
                index += 1
                continue
            }
            let comment = comment(at: index, file, id: root.span.file)
            found.append(comment)
            index = max(comment.span.end, index + 1)
        }
        return found
    }

    private static func isFree(_ index: Int, _ file: SourceFile) -> Bool {
        index == file.markLength || isBlank(file.bytes[index - 1]) || isBreak(file.bytes[index - 1])
    }

    private static func comment(at start: Int, _ file: SourceFile, id: UInt32) -> YAMLComment {
        var end = start
        while end < file.bytes.count, !isBreak(file.bytes[end]) { end += 1 }
        var line = start
        while line > file.markLength, !isBreak(file.bytes[line - 1]) { line -= 1 }
        while end > start, isBlank(file.bytes[end - 1]) { end -= 1 }
        return YAMLComment(
            span: SourceSpan(file: id, from: start, to: end),
            text: String(decoding: file.bytes[start..<end], as: UTF8.self),
            isAlone: file.bytes[line..<start].allSatisfy(isBlank),
            column: String(decoding: file.bytes[line..<start], as: UTF8.self).count)
    }

    /// The places in which a `#` is text: scalars and keys, of a block only what follows its header.
    private static func collect(_ node: YAMLNode, _ file: SourceFile, _ ranges: inout [Range<Int>]) {
        switch node.content {
        case .scalar(let scalar):
            var start = scalar.span.start
            if scalar.style.isBlock {
                while start < scalar.span.end, !isBreak(file.bytes[start]) { start += 1 }
            }
            if start < scalar.span.end { ranges.append(start..<scalar.span.end) }
        case .sequence(let items):
            for item in items { collect(item, file, &ranges) }
        case .mapping(let entries):
            for entry in entries {
                if entry.key.span.length > 0 { ranges.append(entry.key.span.start..<entry.key.span.end) }
                collect(entry.value, file, &ranges)
            }
        }
    }
}

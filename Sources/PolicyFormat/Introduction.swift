import SourceText
import YAMLTree

/// What stands right before a value: an anchor, or an alias in its place.
struct Introduction {
    /// `name` of `&name`.
    var anchor: String?
    /// `name` of `*name`, which stands for the value.
    var alias: String?
    /// Where the value begins in the source, its anchor included, and where it ends.
    var start: Int
    var end: Int

    /// Looks from a place in front of the value, such as the end of its key.
    init(_ node: YAMLNode, from place: Int, in file: SourceFile) {
        let bytes = file.bytes
        var index = place
        start = node.span.start
        end = node.span.end
        func isSpace(_ index: Int) -> Bool { index >= bytes.count || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) }
        func name(_ from: Int) -> (String, Int) {
            var end = from
            while !isSpace(end), !",]}".utf8.contains(bytes[end]) { end += 1 }
            return (String(decoding: bytes[from..<end], as: UTF8.self), end)
        }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "#") where index == 0 || isSpace(index - 1):
                while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
            case UInt8(ascii: ","), UInt8(ascii: ":"): index += 1
            case UInt8(ascii: "-") where isSpace(index + 1), UInt8(ascii: "?") where isSpace(index + 1): index += 1
            case UInt8(ascii: "*"):
                let (found, after) = name(index + 1)
                alias = found
                start = index
                end = after
                return
            case UInt8(ascii: "&"):
                let (found, after) = name(index + 1)
                anchor = found
                start = index
                index = after
                if node.isEmptyPlain { end = max(end, after) }
                return
            default:
                if !isSpace(index) { return }
                index += 1
            }
        }
    }
}

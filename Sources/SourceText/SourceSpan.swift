/// A range of UTF-8 bytes in one file of a `SourceMap`; 12 bytes, so every value can afford to carry one.
public struct SourceSpan: Hashable, Sendable {
    /// Index of the file in its `SourceMap`; `.max` where there is no place.
    public var file: UInt32
    /// Bytes from the beginning of the file.
    public var offset: UInt32
    /// Bytes covered; 0 for a point between two bytes.
    public var length: UInt32

    public init(file: UInt32, offset: UInt32, length: UInt32) {
        self.file = file
        self.offset = offset
        self.length = length
    }

    /// A span from byte positions; positions outside of 0...UInt32.max are clamped, never trapped on.
    public init(file: UInt32, from start: Int, to end: Int) {
        let first = UInt32(clamping: start)
        let last = UInt32(clamping: end)
        self.init(file: file, offset: first, length: last > first ? last - first : 0)
    }

    /// The span of something that has no place in any file; it sorts after every other.
    public static let none = SourceSpan(file: .max, offset: 0, length: 0)

    /// Whether this is the span of something without a place.
    public var isNone: Bool { file == .max }

    /// First byte covered.
    public var start: Int { Int(offset) }

    /// First byte no longer covered.
    public var end: Int { Int(offset) + Int(length) }

    /// The part of this span that begins `offset` bytes into it; what lies outside of it is cut off.
    public func sub(offset: Int, length: Int) -> SourceSpan {
        let first = min(max(offset, 0), Int(self.length))
        let count = min(max(length, 0), Int(self.length) - first)
        return SourceSpan(file: file, from: start + first, to: start + first + count)
    }

    /// The smallest span that covers both; `self` where the other lies in another file.
    public func joined(with other: SourceSpan) -> SourceSpan {
        guard file == other.file else { return self }
        return SourceSpan(file: file, from: min(start, other.start), to: max(end, other.end))
    }
}

extension SourceSpan: Comparable {
    /// Order of reading: by file, then offset, then length.
    public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        (left.file, left.offset, left.length) < (right.file, right.offset, right.length)
    }
}

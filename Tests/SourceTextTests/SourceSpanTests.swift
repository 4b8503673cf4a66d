import SourceText
import Testing

@Suite struct SourceSpanTests {
    @Test("a span takes 12 bytes")
    func size() {
        #expect(MemoryLayout<SourceSpan>.size == 12)
        #expect(MemoryLayout<SourceSpan>.stride == 12)
    }

    @Test("a part of a span never leaves the span")
    func parts() {
        let span = SourceSpan(file: 1, offset: 10, length: 5)
        #expect(span.sub(offset: 1, length: 2) == SourceSpan(file: 1, offset: 11, length: 2))
        #expect(span.sub(offset: 3, length: 99) == SourceSpan(file: 1, offset: 13, length: 2))
        #expect(span.sub(offset: -4, length: 2) == SourceSpan(file: 1, offset: 10, length: 2))
        #expect(span.sub(offset: 99, length: 1) == SourceSpan(file: 1, offset: 15, length: 0))
        #expect(span.sub(offset: .max, length: .max) == SourceSpan(file: 1, offset: 15, length: 0))
    }

    @Test("spans at the greatest offsets do not overflow")
    func extremes() {
        let last = SourceSpan(file: .max, offset: .max, length: .max)
        #expect(last.end == 2 * Int(UInt32.max))
        #expect(last.sub(offset: 1, length: 1).offset == .max)
        #expect(SourceSpan(file: 0, from: -1, to: .max) == SourceSpan(file: 0, offset: 0, length: .max))
        #expect(SourceSpan(file: 0, from: 9, to: 3).length == 0)
    }

    @Test("spans sort by file, then offset, then length, and what has no place comes last")
    func order() {
        let spans = [
            SourceSpan.none, SourceSpan(file: 1, offset: 0, length: 0), SourceSpan(file: 0, offset: 9, length: 1),
            SourceSpan(file: 0, offset: 2, length: 4), SourceSpan(file: 0, offset: 2, length: 1),
        ]
        #expect(spans.sorted() == Array(spans.reversed()))
        #expect(SourceSpan.none.isNone)
    }

    @Test("joining covers both spans of one file and ignores another file's")
    func joining() {
        let left = SourceSpan(file: 0, offset: 2, length: 3)
        let right = SourceSpan(file: 0, offset: 8, length: 2)
        #expect(left.joined(with: right) == SourceSpan(file: 0, offset: 2, length: 8))
        #expect(right.joined(with: left) == SourceSpan(file: 0, offset: 2, length: 8))
        #expect(left.joined(with: SourceSpan(file: 1, offset: 90, length: 2)) == left)
    }

    @Test("mapping a located value keeps its place")
    func located() {
        let place = SourceSpan(file: 0, offset: 2, length: 3)
        #expect(Located("12", place).map { $0.count } == Located(2, place))
    }
}

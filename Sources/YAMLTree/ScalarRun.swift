/// A stretch of a scalar's text and the bytes of the file it comes from.
///
/// Where both are equally long they correspond byte by byte; else (an escape, a folded line break) the stretch has one
/// place as a whole. Runs of a scalar follow each other without gaps in the text.
struct ScalarRun: Sendable, Equatable {
    var textStart: UInt32
    var textLength: UInt32
    var sourceStart: UInt32
    var sourceLength: UInt32

    init(textStart: Int, textLength: Int, sourceStart: Int, sourceLength: Int) {
        self.textStart = UInt32(clamping: textStart)
        self.textLength = UInt32(clamping: textLength)
        self.sourceStart = UInt32(clamping: sourceStart)
        self.sourceLength = UInt32(clamping: sourceLength)
    }

    var textEnd: Int { Int(textStart) + Int(textLength) }
    var sourceEnd: Int { Int(sourceStart) + Int(sourceLength) }
    var isVerbatim: Bool { textLength == sourceLength }

    /// Where a part that begins at this byte of the text begins in the file.
    func sourceStart(of offset: Int) -> Int {
        if offset >= textEnd { return sourceEnd }
        return isVerbatim ? Int(sourceStart) + offset - Int(textStart) : Int(sourceStart)
    }

    /// Where a part that ends before this byte of the text ends in the file.
    func sourceEnd(of offset: Int) -> Int {
        isVerbatim ? Int(sourceStart) + offset - Int(textStart) : sourceEnd
    }
}

import YAMLTree

/// The comments that are still to be printed, in their order.
struct CommentCursor {
    private let comments: [YAMLComment]
    private var position = 0

    init(_ comments: [YAMLComment]) { self.comments = comments }

    var next: YAMLComment? { position < comments.count ? comments[position] : nil }

    mutating func take() { position += 1 }

    /// Whether a comment stands in a range of the source.
    func isAny(in range: Range<Int>) -> Bool {
        comments[position...].contains { range.contains($0.span.start) }
    }
}

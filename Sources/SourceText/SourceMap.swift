/// The files of one run; a span names its file by the index given here.
public struct SourceMap: Sendable {
    public private(set) var files: [SourceFile]

    public init(_ files: [SourceFile] = []) {
        self.files = files
    }

    /// Adds a file and answers the index that its spans carry.
    @discardableResult
    public mutating func add(_ file: SourceFile) -> UInt32 {
        files.append(file)
        return UInt32(clamping: files.count - 1)
    }

    /// The file with this index, nil where there is none.
    public subscript(index: UInt32) -> SourceFile? {
        Int(index) < files.count ? files[Int(index)] : nil
    }

    /// The names of the files, in the order they were added.
    public var names: [String] { files.map(\.name) }

    /// The bytes a span covers, nil where the span has no place in these files.
    public func text(of span: SourceSpan) -> String? {
        guard let file = self[span.file], span.end <= file.bytes.count else { return nil }
        return String(decoding: file.bytes[span.start..<span.end], as: UTF8.self)
    }
}

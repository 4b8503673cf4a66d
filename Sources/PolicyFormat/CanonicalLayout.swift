import SourceText
import YAMLTree

/// Puts a policy or a test file into the canonical layout.
///
/// The order of keys, every comment and the meaning stay as they are: the result is read again and compared before it is
/// handed over.
public enum CanonicalLayout {
    /// The columns that a line of maps and lists may have.
    public static let width = 120

    /// Why a file was not formatted.
    public enum Failure: Error {
        /// It cannot be read; what was found, by severity and place.
        case unreadable([Diagnostic])
        /// The layout would not have been read back as the same; the file is better left alone.
        case unsafe
    }

    /// The text in the canonical layout, ending with one line break. `file` has the index 0 in its source map.
    public static func format(_ file: SourceFile) throws(Failure) -> String {
        let root: YAMLNode
        switch YAMLReader.read(file, id: 0) {
        case .success(let node): root = node
        case .failure(let failure): throw .unreadable(failure.diagnostics)
        }
        // A single text has no layout; no policy is one.
        if root.scalar != nil { return String(decoding: file.bytes, as: UTF8.self) }
        let comments = YAMLReader.comments(in: file, of: root)
        var printer = LayoutPrinter(file, comments)
        printer.document(root)
        let text = printer.text
        let again = SourceFile(name: file.name, text: text)
        guard case .success(let reread) = YAMLReader.read(again, id: 0), root.means(reread),
            comments.map(\.text).sorted() == YAMLReader.comments(in: again, of: reread).map(\.text).sorted()
        else { throw .unsafe }
        return text
    }
}

extension YAMLNode {
    /// Whether two trees hold the same keys and texts in the same order; how they were written does not matter.
    public func means(_ other: YAMLNode) -> Bool {
        switch (content, other.content) {
        case (.scalar(let a), .scalar(let b)):
            // A plain text of one line may mean a number or a truth; it stays plain.
            let isKept = (a.style == .plain) == (b.style == .plain)
            let isWords = a.style == .plain && a.text.contains(where: \.isWhitespace)
            return a.text.utf8.elementsEqual(b.text.utf8) && (isKept || isWords)
        case (.sequence(let a), .sequence(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.means($1) }
        case (.mapping(let a), .mapping(let b)):
            return a.count == b.count
                && zip(a, b).allSatisfy {
                    $0.key.value.utf8.elementsEqual($1.key.value.utf8) && $0.value.means($1.value)
                }
        default: return false
        }
    }
}

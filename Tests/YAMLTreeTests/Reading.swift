import SourceText
import Testing
import YAMLTree

/// A text read as a file, with what the tests ask about it.
struct Reading {
    let file: SourceFile
    let result: Result<YAMLNode, YAMLFailure>

    init(_ text: String, limits: YAMLLimits = .default) {
        self.init(bytes: Array(text.utf8), limits: limits)
    }

    init(bytes: [UInt8], limits: YAMLLimits = .default) {
        file = SourceFile(name: "test.yaml", bytes: bytes)
        result = YAMLReader.read(file, id: 3, limits: limits)
    }

    /// The tree, nil where the file was refused.
    var root: YAMLNode? { try? result.get() }

    var findings: [Diagnostic] {
        if case .failure(let failure) = result { failure.diagnostics } else { [] }
    }

    /// The findings as `code line:column`.
    var places: [String] {
        findings.map { finding in
            let position = file.position(at: finding.span.start)
            return "\(finding.code) \(position.line):\(position.column)"
        }
    }

    /// The node behind keys (by name) and positions (by number).
    func node(_ path: String...) throws -> YAMLNode {
        var node = try result.get()
        for step in path {
            if let items = node.items, let index = Int(step) {
                node = try #require(items.indices.contains(index) ? items[index] : nil)
            } else {
                node = try #require(node.entries?.first { $0.key.value == step }?.value)
            }
        }
        return node
    }

    /// The source a span covers.
    func source(_ span: SourceSpan) -> String {
        guard span.file == 3, span.end <= file.bytes.count else { return "<outside>" }
        return String(decoding: file.bytes[span.start..<span.end], as: UTF8.self)
    }

    /// Every node of the tree, parents first.
    var nodes: [YAMLNode] {
        var all = root.map { [$0] } ?? []
        var next = 0
        while next < all.count {
            switch all[next].content {
            case .scalar: break
            case .sequence(let items): all += items
            case .mapping(let entries): all += entries.map(\.value)
            }
            next += 1
        }
        return all
    }
}

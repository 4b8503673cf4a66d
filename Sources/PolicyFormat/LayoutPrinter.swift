import SourceText
import YAMLTree

/// Prints a tree in blocks of two columns, with its comments where they belong.
struct LayoutPrinter {
    let file: SourceFile
    let flow: FlowText
    var comments: CommentCursor
    var lines: [String] = []
    /// How far the source has been printed.
    var done: Int
    /// Whether comments beside lines keep their columns: not where braces were broken into lines.
    var keepsColumns = true

    init(_ file: SourceFile, _ comments: [YAMLComment]) {
        self.file = file
        flow = FlowText(file: file)
        self.comments = CommentCursor(comments)
        done = file.markLength
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func document(_ root: YAMLNode) {
        let introduction = Introduction(root, from: root.span.start, in: file)
        if isFlow(root), fits(root, ""), !comments.isAny(in: root.span.start..<root.span.end) {
            lead(to: root.span.start, 0)
            value(root, introduction, head: "", indent: 0, limit: .max)
        } else {
            block(root, indent: 0, limit: .max)
        }
        lead(to: .max, 0)
    }

    func isFlow(_ node: YAMLNode) -> Bool {
        node.span.start < file.bytes.count && "{[".utf8.contains(file.bytes[node.span.start])
    }

    /// Whether a collection in braces fits behind what stands before it.
    func fits(_ node: YAMLNode, _ head: String) -> Bool {
        flow.text(node).map { head.count + 1 + $0.count <= CanonicalLayout.width } ?? false
    }

    // MARK: Blocks

    /// The entries or items of a collection; the first one's line begins with `first` where that is given.
    mutating func block(_ node: YAMLNode, indent: Int, limit: Int, first: String? = nil) {
        var first = first
        let margin = String(repeating: " ", count: indent)
        let column = isFlow(node) ? nil : self.column(of: node.span.start)
        let kept = keepsColumns
        if isFlow(node) { keepsColumns = false }
        defer { keepsColumns = kept }
        // What stands before the closing brace belongs inside.
        let limit = isFlow(node) ? min(limit, node.span.end) : limit
        switch node.content {
        case .scalar: return
        case .mapping(let entries):
            for (index, entry) in entries.enumerated() {
                let next = index + 1 < entries.count ? entries[index + 1].key.span.start : limit
                if first == nil { lead(to: entry.key.span.start, indent) }
                let key = String(decoding: file.bytes[entry.key.span.start..<entry.key.span.end], as: UTF8.self)
                let introduction = Introduction(entry.value, from: entry.key.span.end, in: file)
                done = max(done, entry.key.span.end)
                value(entry.value, introduction, head: "\(first ?? margin)\(key):", indent: indent, limit: next)
                first = nil
            }
        case .sequence(let items):
            var place = isFlow(node) ? node.span.start + 1 : node.span.start
            let introductions = items.map { item in
                let introduction = Introduction(item, from: place, in: file)
                place = introduction.end
                return introduction
            }
            for (index, item) in items.enumerated() {
                let next = index + 1 < items.count ? introductions[index + 1].start : limit
                if first == nil { lead(to: introductions[index].start, indent) }
                self.item(item, introductions[index], head: "\(first ?? margin)-", indent: indent, limit: next)
                first = nil
            }
        }
        follow(to: limit, indent, column)
    }

    private mutating func item(
        _ node: YAMLNode, _ introduction: Introduction, head: String, indent: Int, limit: Int
    ) {
        guard introduction.alias == nil, introduction.anchor == nil, let inner = firstPlace(in: node),
            !(isFlow(node) && fits(node, head) && !comments.isAny(in: node.span.start..<node.span.end))
        else { return value(node, introduction, head: head, indent: indent, limit: limit) }
        // Comments between the dash and the first key come before the dash.
        let kept = lines.count
        lead(to: inner, indent)
        if lines.count > kept, lines[kept].isEmpty { lines.remove(at: kept) }
        block(node, indent: indent + 2, limit: limit, first: "\(head) ")
    }

    /// Where the first key or item of a collection that is not empty begins.
    private func firstPlace(in node: YAMLNode) -> Int? {
        switch node.content {
        case .scalar: nil
        case .mapping(let entries): entries.first?.key.span.start
        case .sequence(let items):
            items.first.map {
                Introduction($0, from: isFlow(node) ? node.span.start + 1 : node.span.start, in: file).start
            }
        }
    }

    // MARK: Values

    private mutating func value(
        _ node: YAMLNode, _ introduction: Introduction, head: String, indent: Int, limit: Int
    ) {
        if let alias = introduction.alias { return finish("\(head) *\(alias)", at: introduction.end) }
        let head = introduction.anchor.map { "\(head) &\($0)" } ?? head
        if case .scalar(let scalar) = node.content {
            return self.scalar(scalar, introduction, head: head, indent: indent)
        }
        let isWhole = isFlow(node) && !comments.isAny(in: node.span.start..<node.span.end)
        if isWhole, let text = flow.text(node), head.count + 1 + text.count <= CanonicalLayout.width || isEmpty(node) {
            raise(to: node.span.start, head)
            return finish(head.isEmpty ? text : "\(head) \(text)", at: node.span.end)
        }
        guard !isEmpty(node) else {
            // An empty list that holds a comment.
            raise(to: node.span.end, head)
            return finish("\(head) \(flow.text(node) ?? "")", at: node.span.end)
        }
        // A comment behind an opening brace belongs inside.
        if isFlow(node) { lines.append(head) } else { finish(head, at: done) }
        block(node, indent: indent + 2, limit: limit)
        if isFlow(node) { finishFlow(at: node.span.end) }
    }

    private func isEmpty(_ node: YAMLNode) -> Bool {
        (node.items?.isEmpty ?? false) || (node.entries?.isEmpty ?? false)
    }

    private mutating func scalar(
        _ scalar: YAMLScalar, _ introduction: Introduction, head: String, indent: Int
    ) {
        let span = scalar.span
        let columns = CanonicalLayout.width - indent - 2
        if let text = ScalarLayout.inline(scalar, file) {
            let wasBroken = file.bytes[span.start..<span.end].contains(0x0A)
            if wasBroken, head.count + 1 + text.count > CanonicalLayout.width, indent >= 0,
                let folded = ScalarLayout.wrapped(scalar.text, columns: columns)
            {
                raise(to: span.start, head)
                return lay(("\(head) >-", folded), indent, end: span.end)
            }
            raise(to: span.start, head)
            let line = text.isEmpty ? head : head.isEmpty ? text : "\(head) \(text)"
            return finish(line, at: max(done, introduction.end))
        }
        raise(to: span.start, head)
        if scalar.style == .folded {
            let folded = ScalarLayout.folded(scalar, file)
            return lay(("\(head) \(folded.header)", folded.lines), indent, end: span.end, isBlock: true)
        }
        if let literal = ScalarLayout.literal(scalar.text), indent >= 0 {
            return lay(
                ("\(head) \(literal.header)", literal.lines), indent, end: span.end, isBlock: scalar.style.isBlock)
        }
        finish("\(head) \(ScalarLayout.escaped(scalar.text))", at: span.end)
    }

    /// A block of text under its header, which may have a comment of its own.
    private mutating func lay(
        _ block: (header: String, lines: [String]), _ indent: Int, end: Int, isBlock: Bool = false
    ) {
        let margin = String(repeating: " ", count: indent + 2)
        lines.append(block.header)
        if isBlock {
            if let comment = comments.next, comment.span.start < end { trail(comment) }
        } else {
            // Beside a line of the block it would be text.
            done = max(done, end)
            trailIfBeside()
        }
        lines += block.lines.map { $0.isEmpty ? "" : margin + $0 }
        var last = end
        if isBlock, !block.header.hasSuffix("+") {
            while last > done, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[last - 1]) { last -= 1 }
        }
        done = max(done, last)
    }
}

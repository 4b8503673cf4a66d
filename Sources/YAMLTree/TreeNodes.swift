import SourceText

/// Values, keys and aliases on their way into the tree.
extension TreeBuilder {
    mutating func scalar(_ text: String, _ style: YAMLScalarStyle, _ anchor: String?, _ start: Int, _ end: Int) {
        let place = span(start, style.isBlock ? trimmed(start, end) : end)
        guard count(1, place) else { return }
        refuse(strict.comment(upTo: start))
        strict.pass(end)
        if style.isBlock {
            refuse(strict.blockHeader(start))
        } else if style != .plain {
            let parent = open.last { !$0.isFlow }?.start
            // What follows would be findings about the text that the missing quotation mark swallowed.
            if let finding = strict.quotedLines(place, deeperThan: parent) { return stop(finding) }
        }
        lastScalar = place
        let runs = ScalarTrace.runs(of: text, style: style, source: file.bytes, range: start..<end)
        let scalar = YAMLScalar(text: text, style: style, span: place, runs: runs)
        let node = YAMLNode(span: place, content: .scalar(scalar))
        if let anchor { anchors.define(anchor, Anchors.Anchored(node: node, nodes: 1, height: 0)) }
        append(node, end: place.end, height: 0)
    }

    mutating func push(isMapping: Bool, _ isFlow: Bool, _ anchor: String?, _ start: Int, _ end: Int) {
        guard count(1, span(start, end)) else { return }
        if open.count >= deepest { return stop(Refusal.tooDeep(span(start, end), deepest)) }
        let collection = OpenCollection(
            isMapping: isMapping, isFlow: isFlow, anchor: anchor, start: start, end: isFlow ? max(start, end) : start,
            nodesBefore: nodes - 1)
        open.append(collection)
    }

    mutating func pop(_ end: Int) {
        guard var collection = open.popLast() else { return }
        // A pair in a list's brackets has no bracket of its own to end it.
        if collection.isFlow, end > 0, "]}".utf8.contains(file.bytes[end - 1]) {
            collection.end = max(collection.end, end)
        }
        let node = collection.node(file: id)
        if let anchor = collection.anchor {
            let size = nodes - collection.nodesBefore
            anchors.define(anchor, Anchors.Anchored(node: node, nodes: size, height: collection.height))
        }
        append(node, end: collection.end, height: collection.height)
    }

    mutating func alias(_ name: String, _ start: Int, _ end: Int) {
        let place = span(start, end)
        refuse(strict.name(from: start, to: end))
        guard let anchored = anchors[name] else {
            let isOpen = open.contains { $0.anchor == name }
            return stop(isOpen ? Refusal.cycle(place, name) : Refusal.unknownAlias(place, name, anchors.names))
        }
        anchors.count(anchored)
        if anchors.uses > limits.aliases { return stop(Refusal.tooManyAliases(place, limits.aliases)) }
        if anchors.expanded > limits.aliasExpansion {
            return stop(Refusal.aliasExpansion(place, name, limits.aliasExpansion))
        }
        guard count(anchored.nodes, place) else { return }
        if open.count + anchored.height > deepest { return stop(Refusal.tooDeep(place, deepest)) }
        if wantsKey, let scalar = anchored.node.scalar {
            begin(Located(scalar.text, place), scalar.style)
        } else {
            append(anchored.node, end: place.end, height: anchored.height)
        }
    }

    /// Puts a finished node where it belongs: to the end of the open collection, as its key, or as the root.
    private mutating func append(_ node: YAMLNode, end: Int, height: Int) {
        let last = open.count - 1
        if last < 0 {
            root = node
        } else if !wantsKey {
            open[last].append(node, end: end, height: height)
        } else if let scalar = node.scalar {
            begin(Located(scalar.text, node.span), scalar.style)
        } else {
            open[last].beginRefused()
            let isFlow = "[{".utf8.contains(file.bytes[min(node.span.start, file.bytes.count - 1)])
            refuse(Refusal.keyNotText(node.span, isFlow: isFlow))
        }
    }

    private mutating func begin(_ key: Located<String>, _ style: YAMLScalarStyle) {
        let last = open.count - 1
        if style == .plain, key.value.isEmpty {
            open[last].beginRefused()
            refuse(Refusal.missingKey(key.span))
        } else if style == .plain, key.value == "<<" {
            open[last].beginRefused()
            refuse(Refusal.mergeKey(key.span))
        } else if let first = open[last].earlier(key.value) {
            open[last].beginRefused()
            refuse(Refusal.duplicateKey(key, first))
        } else {
            open[last].begin(key)
        }
    }

    private var wantsKey: Bool { open.last?.wantsKey ?? false }

    private var deepest: Int { min(limits.depth, YAMLLimits.mostDepth) }

    /// The end of a block without the line breaks after its last line.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var last = end
        while last > start, isBlank(file.bytes[last - 1]) || isBreak(file.bytes[last - 1]) { last -= 1 }
        return last
    }
}

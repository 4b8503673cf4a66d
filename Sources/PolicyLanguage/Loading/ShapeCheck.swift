import SourceText
import YAMLTree

/// Holds a tree against the table of the language and notes everything that does not fit.
///
/// After it no reader complains about shapes again: what does not fit was told, and is left out.
struct ShapeCheck {
    var findings: Findings
    /// What the file declares, once a fault needs it.
    private var prose: Prose?
    private(set) var root: YAMLNode?

    init(_ findings: Findings) {
        self.findings = findings
    }

    /// Checks a whole file.
    mutating func check(policy root: YAMLNode) {
        self.root = root
        let top = SourceSpan(file: root.span.file, from: root.span.start, to: root.span.start)
        let place = Place(
            key: "policy", part: .file, example: "holdline: 1", keySpan: top, name: nil)
        check(root, .block(.policy), place)
    }

    mutating func check(_ node: YAMLNode, _ shape: Shape, _ place: Place) {
        if node.isEmptyPlain {
            if case .optional = shape { return }
            let help = example(place)
            return findings.note("empty-value", place.keySpan, "\(place.label) has nothing after it", help)
        }
        switch shape {
        case .optional(let shape): check(node, shape, place)
        case .either(let shapes):
            guard let fit = shapes.first(where: { $0.takes(node.form) }) else { return misshapen(node, shape, place) }
            check(node, fit, place)
        case .oneOrMore(let one):
            node.items == nil ? check(node, one, place) : check(node, .list(one, least: 1), place)
        case .scalar(let kind):
            guard let scalar = node.scalar else { return misshapen(node, shape, place) }
            check(scalar, kind, place)
        case .list(let one, let least):
            guard let items = node.items else { return misshapen(node, shape, place) }
            check(items, one, least, node, place)
        case .entries(let kind, let value, let least):
            guard let entries = node.entries else { return misshapen(node, shape, place) }
            check(entries, kind, value, least, node, place)
        case .block(let name):
            guard let entries = node.entries else { return misshapen(node, shape, place) }
            check(entries, name.block, node, place)
        case .variants(let names):
            guard let entries = node.entries else { return misshapen(node, shape, place) }
            checkVariant(entries, names.map(\.block), node, place)
        }
    }

    // MARK: Values

    private mutating func check(_ scalar: YAMLScalar, _ kind: ScalarKind, _ place: Place) {
        if scalar.isBlank {
            let help = example(place)
            return findings.note("empty-value", scalar.span, "\(place.label) is empty", help)
        }
        guard let fault = kind.fault(in: scalar.text, key: place.key) else { return }
        note(fault, Located(scalar.text, scalar.span), kind, key: place.key)
    }

    private mutating func note(_ fault: Fault, _ word: Located<String>, _ kind: ScalarKind, key: String) {
        let prose = speaking()
        findings.note(
            fault.code, word.span, fault.message, prose?.help(for: word.value, kind, key: key) ?? fault.help)
    }

    mutating func speaking() -> Prose? {
        if prose == nil, let root, root.entries != nil {
            // What is wrong with its shape is told by this check.
            var untold = Findings()
            prose = Prose(DeclaredNames(Draft(root, &untold)))
        }
        return prose
    }

    private mutating func misshapen(_ node: YAMLNode, _ shape: Shape, _ place: Place) {
        if noteFieldsAsMap(node, place) { return }
        let help =
            node.located.flatMap { meant(by: $0.value, shape, place) } ?? meant(by: node, place)
            ?? formed(node, shape, place) ?? example(place)
        findings.note(
            "wrong-shape", node.headSpan, "\(place.label) wants \(shape.expectation), not \(node.form.noun)",
            help)
    }

    /// How the value is written, with roles that the policy lists.
    mutating func example(_ place: Place) -> String {
        guard place.part != .file else { return place.help }
        return speaking()?.names.fitted(place.help) ?? place.help
    }

    // MARK: Lists and maps

    private mutating func check(
        _ items: [YAMLNode], _ one: Shape, _ least: Int, _ node: YAMLNode, _ place: Place
    ) {
        if items.count < least {
            let closed = place.key == "by" ? speaking()?.names.roles.help(for: "nobody") : nil
            let help = closed ?? example(place)
            findings.note("empty-value", node.span, "\(place.label) is empty", help)
        }
        var item = place
        item.part = .entry
        item.name = nil
        for (index, node) in items.enumerated() {
            item.keySpan = node.headSpan
            if index > 0, let entry = node.entries?.first, one.holdsActs,
                entry.isBesideItsAct(.action, .optional(.block(.act)))
            {
                noteBeside(entry, items[index - 1].located?.value ?? items[index - 1].entries?.first?.key.value)
                continue
            }
            check(node, one, item)
        }
    }

    mutating func check(
        _ entries: [YAMLEntry], _ kind: ScalarKind, _ shape: Shape, _ least: Int, _ node: YAMLNode, _ place: Place
    ) {
        if entries.count < least {
            let help = example(place)
            findings.note("empty-value", node.span, "\(place.label) is empty", help)
        }
        var end = 0
        for (index, entry) in entries.enumerated() where index >= end {
            if let rest = unindented(entries[index...], shape) {
                end = rest
                continue
            }
            if kind == .language, index > 0, noteComma(entry, after: entries[index - 1]) { continue }
            if entry.isBesideItsAct(kind, shape) {
                noteBeside(entry, index > 0 ? entries[index - 1].key.value : nil)
                continue
            }
            if kind == .action, noteOutside(entry, place.key) { continue }
            if let fault = kind.fault(in: entry.key.value, key: place.key) {
                note(fault, entry.key, kind, key: place.key)
            }
            let name = entry.key.value
            check(
                entry.value, shape,
                Place(key: name, part: .value, example: place.example, keySpan: entry.key.span, name: name))
        }
    }

    // MARK: Blocks

    mutating func check(_ entries: [YAMLEntry], _ block: Block, _ node: YAMLNode, _ place: Place) {
        // What an unknown key was meant to be is not missing as well.
        var meant: Set<String> = []
        var hasUnknown = false
        for entry in entries {
            let name = entry.key.value
            guard let key = block[name] else {
                hasUnknown = true
                let keyHelp = KeyHelp(
                    block: block, entries: entries, owner: place.name,
                    names: speaking()?.names)
                if let key = keyHelp.meantKey(entry) { meant.insert(key) }
                findings.note(
                    "unknown-key", entry.key.span, "unknown key \(quoted(name)) in \(block.phrase)",
                    keyHelp.help(for: entry))
                continue
            }
            let inside = Place(key: name, part: .value, example: key.example, keySpan: entry.key.span, name: nil)
            if key.isBuilt || entry.value.isEmptyPlain {
                check(entry.value, key.shape, inside)
            } else {
                checkNotBuilt(entry.value, key, inside, owner: place.name)
            }
        }
        func isPresent(_ key: String) -> Bool { entries.contains { $0.key.value == key } }
        var owner: String { place.name.map { "the \(block.noun) \(quoted($0))" } ?? "this \(block.noun)" }
        for key in block.keys where key.isRequired && !isPresent(key.name) && !meant.contains(key.name) {
            let help = missing(key, of: block, entries) ?? "add it, for example `\(key.example)`"
            findings.note("missing-key", place.keySpan, "\(owner) has no \(quoted(key.name))", help)
        }
        if !block.leastOneOf.isEmpty, !hasUnknown, !block.leastOneOf.contains(where: isPresent) {
            findings.note(
                "missing-key", place.keySpan, "\(owner) says nothing",
                "add one of \(listed(block.leastOneOf)), for example "
                    + "`\(block[block.leastOneOf[0]]?.example ?? place.example)`")
        }
    }
}

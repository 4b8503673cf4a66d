import SourceText
import YAMLTree

/// Finds names that are used and not declared in what this version reads and does not evaluate.
///
/// It walks trees by the table of the language; rules under `options` are in the model and left to `NameCheck`.
struct LaterNames {
    private let names: DeclaredNames
    private let observable: NameSet
    private(set) var findings: Findings

    init(_ names: DeclaredNames, _ findings: Findings) {
        self.names = names
        self.findings = findings
        observable = names.observable
    }

    mutating func check(_ draft: Draft) {
        for entry in draft[.guarantees] {
            if let node = entry.value { check(node, .guarantee) }
        }
        for entry in draft[.statuses] {
            for key in Grammar.statusLife where key.name != "options" {
                if let node = entry.value?[key.name] { check(node, key.shape) }
            }
        }
    }

    private mutating func check(_ node: YAMLNode, _ shape: Shape) {
        switch shape {
        case .block(let name): check(node, name)
        case .oneOrMore(let one), .list(let one, _): for node in node.nodes { check(node, one) }
        case .either(let shapes): if let fit = shapes.first(where: { $0.takes(node.form) }) { check(node, fit) }
        case .optional(let shape): check(node, shape)
        case .scalar, .entries, .variants: break
        }
    }

    private mutating func check(_ node: YAMLNode, _ name: BlockName) {
        for key in name.block.keys {
            guard let value = node[key.name] else { continue }
            if let known = known(name, key.name) {
                for word in value.texts { need(word, known) }
            } else {
                check(value, key.shape)
            }
        }
    }

    private mutating func need(_ name: Located<String>, _ known: NameSet) {
        if known.contains(name.value) || !known.couldHold(name.value) { return }
        findings.note(
            "unknown-name", name.span, "unknown \(known.noun) \(quoted(name.value))", known.help(for: name.value))
    }

    /// What a key names; nil where it names nothing of the policy.
    private func known(_ block: BlockName, _ key: String) -> NameSet? {
        switch (block, key) {
        case (.state, "allowed"), (.state, "done"), (.state, "must"): names.actions
        case (.state, "conduct"): observable
        case (.state, "status"): names.statuses
        // `not` names parts people play, such as `reporter` and `decider`.
        case (.decision, "each"), (.review, "by"), (.notice, "by"), (.vary, "by"): names.roles
        default: nil
        }
    }
}

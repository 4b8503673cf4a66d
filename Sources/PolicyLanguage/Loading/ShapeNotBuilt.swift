import SourceText
import YAMLTree

/// The form of what this version does not evaluate.
///
/// Nobody is made to mend the form of something that is refused then: whatever is wrong with it, it is told once, with
/// what to write today.
extension ShapeCheck {
    mutating func checkNotBuilt(_ node: YAMLNode, _ key: Key, _ place: Place, owner: String?) {
        if case .entries(let kind, let shape, _) = key.shape, owner == nil, let entries = node.entries {
            for entry in entries {
                tellOnce(entry.key.span, "\(quoted(entry.key.value)) in \(quoted(key.name))", key, node, owner) {
                    $0.check([entry], kind, shape, 0, node, place)
                }
            }
            return
        }
        let span = owner == nil ? node.span : place.keySpan
        tellOnce(span, quoted(key.name), key, node, owner) { $0.check(node, key.shape, place) }
    }

    /// One finding in the place of all that a check finds.
    private mutating func tellOnce(
        _ span: SourceSpan, _ what: String, _ key: Key, _ node: YAMLNode, _ owner: String?,
        _ check: (inout ShapeCheck) -> Void
    ) {
        let before = findings
        check(&self)
        guard findings.all.count + findings.left > before.all.count + before.left else { return }
        findings = before
        let help = speaking().map { NotBuiltHelp($0.names) }
        let instead = owner.map { help?.status(key.name, $0, node) } ?? help?.file(key.name)
        findings.note("not-built", span, "\(what) is not evaluated by this version", instead ?? "take it out")
    }
}

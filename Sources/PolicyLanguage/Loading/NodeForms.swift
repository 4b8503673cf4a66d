import SourceText
import YAMLTree

extension YAMLNode {
    var form: Form {
        switch content {
        case .scalar: .value
        case .sequence: .list
        case .mapping: .map
        }
    }

    /// The place to show for a value: the whole of one value, the beginning of a list or map.
    var headSpan: SourceSpan {
        switch content {
        case .scalar: span
        case .sequence(let items): items.isEmpty ? span : SourceSpan(file: span.file, from: span.start, to: span.start)
        case .mapping(let entries): entries.first?.key.span ?? span
        }
    }
}

extension YAMLEntry {
    /// Whether this is a key of an act, with its value, where the act's own name belongs.
    func isBesideItsAct(_ kind: ScalarKind, _ shape: Shape) -> Bool {
        guard kind == .action, case .optional(.block(.act)) = shape else { return false }
        return Grammar.act[key.value] != nil && value.scalar != nil && !value.isEmptyPlain
    }
}

extension YAMLScalar {
    /// Whether there is nothing to be seen in it.
    var isBlank: Bool { text.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }
}

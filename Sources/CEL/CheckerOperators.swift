extension Checker {
    /// An operator with two operands.
    mutating func checkBinary(
        _ operation: BinaryOperator, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID, _ range: Range<Int>
    ) -> ID {
        let a = check(left)
        let b = checkBeside(a, right, operation)
        switch operation {
        case .compare(let comparison):
            checkComparison(comparison, a, b, range)
            return add(.compare(comparison, a, b), .bool, range)
        case .isIn:
            checkMembership(a, b, range)
            return add(.call(.isIn, [a, b]), .bool, range)
        case .add: return apply(.add, [a, b], range)
        case .subtract: return apply(.subtract, [a, b], range)
        case .multiply: return apply(.multiply, [a, b], range)
        case .divide: return apply(.divide, [a, b], range)
        case .remainder: return apply(.remainder, [a, b], range)
        case .index: return apply(.index, [a, b], range)
        }
    }

    /// The right operand; where the left one is text and the two are compared, a bare word there was meant as text.
    private mutating func checkBeside(_ left: ID, _ right: SyntaxTree.ID, _ operation: BinaryOperator) -> ID {
        let before = textChoices
        defer { textChoices = before }
        switch operation {
        case .compare(.equal), .compare(.notEqual), .isIn:
            textChoices = type(left) == .string ? tree[left].choices ?? [] : nil
        default: textChoices = nil
        }
        return check(right)
    }

    /// Whether two values can be compared at all, and can be equal if that is asked.
    private mutating func checkComparison(_ comparison: Comparison, _ a: ID, _ b: ID, _ range: Range<Int>) {
        let (left, right) = (type(a), type(b))
        if comparison == .equal || comparison == .notEqual {
            guard left.overlaps(right) else { return note(neverEqual(a, b, range)) }
            checkChoices(a, b)
            checkChoices(b, a)
            return
        }
        for (type, place) in [(left, tree[a].range), (right, tree[b].range)] where !type.isOrdered && type != .dyn {
            return note(CELProblem("type-mismatch", "`\(type)` has no order", help: "compare with `==`", at: place))
        }
        if left.overlaps(right) || (left.isNumeric && right.isNumeric) { return }
        note(
            CELProblem(
                "type-mismatch", "`\(left)` and `\(right)` cannot be ordered",
                help: "compare values of one type", at: range))
    }

    private func neverEqual(_ a: ID, _ b: ID, _ range: Range<Int>) -> CELProblem {
        let (left, right) = (type(a), type(b))
        var help = "compare values of one type"
        if left == .null || right == .null {
            help = "to ask whether a field is there, write `has(...)`"
        } else if left.isNumeric, right.isNumeric {
            help = "convert one of them, as in `\(left)(...)`"
        } else if case .list = left, left.overlaps(.list(right)) {
            help = "to ask whether the list holds it, write `in`"
        } else if case .list = right, right.overlaps(.list(left)) {
            help = "to ask whether the list holds it, write `in`"
        }
        return CELProblem("type-mismatch", "`\(left)` and `\(right)` are never equal", help: help, at: range)
    }

    private mutating func checkMembership(_ value: ID, _ container: ID, _ range: Range<Int>) {
        guard Function.isIn.result([type(value), type(container)]) != nil else {
            let help: String? =
                switch type(container) {
                case .list, .map: nil
                case .string: "to ask whether a text holds another, write `text.contains(part)`"
                default: "`in` asks a list or a map"
                }
            let message = "`\(type(value))` is never in `\(type(container))`"
            return note(CELProblem("type-mismatch", message, help: help, at: range))
        }
        checkChoices(value, container)
        checkChoices(container, value)
    }

    /// Texts written out beside something that can only be certain texts have to be among them.
    private mutating func checkChoices(_ known: ID, _ written: ID) {
        guard let choices = tree[known].choices else { return }
        switch tree[written].kind {
        case .constant(.string(let text)) where !choices.contains(where: { sameText($0, text) }):
            let among = help(for: text, among: choices, called: "it is one of")
            let name = syntaxText(known)
            note(CELProblem("never-equal", "\(name) is never `\(text)`", help: among, at: tree[written].range))
        case .list(let elements):
            for element in elements { checkChoices(known, element) }
        default: break
        }
    }

    private func syntaxText(_ id: ID) -> String {
        if case .slot(_, let name) = tree[id].kind { "`\(name)`" } else { "this" }
    }

    /// A map written out: keys that a map can have, none twice.
    mutating func checkMap(
        _ entries: [(key: SyntaxTree.ID, value: SyntaxTree.ID)], _ range: Range<Int>
    ) -> ID {
        var parts: [ID] = []
        var keyType: CELType?
        var valueType: CELType?
        var seen = Set<CELValue>()
        for entry in entries {
            let (key, value) = (check(entry.key), check(entry.value))
            parts += [key, value]
            keyType = keyType.map { $0.joined(type(key)) } ?? type(key)
            valueType = valueType.map { $0.joined(type(value)) } ?? type(value)
            if !type(key).isKey {
                let message = "`\(type(key))` cannot be the key of a map"
                note(
                    CELProblem(
                        "type-mismatch", message, help: "keys are texts, whole numbers or bools", at: tree[key].range))
            }
            if case .constant(let constant) = tree[key].kind, !seen.insert(constant).inserted {
                let message = "the key `\(constant)` is there twice"
                note(CELProblem("duplicate-key", message, help: "drop one of them", at: tree[key].range))
            }
        }
        return add(.map(parts), .map(keyType ?? .dyn, valueType ?? .dyn), range)
    }
}

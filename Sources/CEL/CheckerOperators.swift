extension Checker {
    /// An operator with two operands.
    mutating func checkBinary(
        _ operation: BinaryOperator, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID, _ range: Range<Int>
    ) -> ID {
        if let failure = failNegatedAlone(operation, left, right, range) { return failure }
        let (a, b) = checkBoth(operation, left, right)
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

    /// Both operands; where one is text and the two are compared, a bare word as the other was meant as text.
    private mutating func checkBoth(
        _ operation: BinaryOperator, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID
    ) -> (ID, ID) {
        switch operation {
        case .compare(.equal), .compare(.notEqual):
            if isUnknownName(left) {
                let b = check(right)
                // Beside a text written out, the bare word is what is asked for, misspelt.
                return (tree[b].choices == nil ? check(left) : check(left, beside: b), b)
            }
            let a = check(left)
            return (a, check(right, beside: a))
        case .isIn:
            let a = check(left)
            return (a, check(right, beside: a))
        default: return (check(left), check(right))
        }
    }

    private mutating func check(_ operand: SyntaxTree.ID, beside other: ID) -> ID {
        let before = textChoices
        defer { textChoices = before }
        textChoices = type(other) == .string ? tree[other].choices ?? [] : nil
        return check(operand)
    }

    /// Whether two values can be compared at all, and can be equal if that is asked.
    private mutating func checkComparison(_ comparison: Comparison, _ a: ID, _ b: ID, _ range: Range<Int>) {
        let (left, right) = (type(a), type(b))
        if comparison == .equal || comparison == .notEqual {
            guard left.overlaps(right) else { return note(neverEqual(comparison, a, b, range)) }
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
                help: timeHelp(a, b) ?? "compare values of one type", at: range))
    }

    /// Texts written out beside something that can only be certain texts have to be among them.
    mutating func checkChoices(_ known: ID, _ written: ID) {
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

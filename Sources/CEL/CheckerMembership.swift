/// `in`, and comparisons that `in` was meant by: what to type in their place.
extension Checker {
    mutating func checkMembership(_ value: ID, _ container: ID, _ range: Range<Int>) {
        guard Function.isIn.result([type(value), type(container)]) != nil else {
            let message = "`\(type(value))` is never in `\(type(container))`"
            let help = membershipHelp(value, container)
            return note(CELProblem("type-mismatch", message, help: help, at: range))
        }
        checkChoices(value, container)
        checkChoices(container, value)
    }

    private func membershipHelp(_ value: ID, _ container: ID) -> String? {
        if case .list = type(value), type(value).overlaps(.list(type(container))) {
            return "write `\(written(container)) in \(written(value))`"
        }
        switch (type(value), type(container)) {
        case (.list(let one), .list(let other)) where one.overlaps(other):
            return "to ask whether one of them is among the others, write "
                + "`\(written(value)).exists(x, x in \(written(container)))`"
        case (_, .list), (_, .map): return nil
        case (_, .string): return "to ask whether a text holds another, write `text.contains(part)`"
        default: return "`in` asks a list or a map"
        }
    }

    func neverEqual(_ comparison: Comparison, _ a: ID, _ b: ID, _ range: Range<Int>) -> CELProblem {
        let (left, right) = (type(a), type(b))
        var help = "compare values of one type"
        if left == .null || right == .null {
            help = "to ask whether a field is there, write `has(...)`"
        } else if left.isNumeric, right.isNumeric {
            help = "convert one of them, as in `\(left)(...)`"
        } else if case .list = left, left.overlaps(.list(right)) {
            help = membership(of: b, in: a, comparison)
        } else if case .list = right, right.overlaps(.list(left)) {
            help = membership(of: a, in: b, comparison)
        } else if let time = timeHelp(a, b) {
            help = time
        } else if let truth = truthHelp(comparison, a, b) ?? truthHelp(comparison, b, a) {
            help = truth
        }
        return CELProblem("type-mismatch", "`\(left)` and `\(right)` are never equal", help: help, at: range)
    }

    private func membership(of value: ID, in list: ID, _ comparison: Comparison) -> String {
        let holds = "\(written(value)) in \(written(list))"
        return "to ask whether the list holds it, write `\(comparison == .equal ? holds : "!(\(holds))")`"
    }

    /// A truth that is compared with the text "yes" or the like.
    private func truthHelp(_ comparison: Comparison, _ truth: ID, _ word: ID) -> String? {
        guard type(truth) == .bool, case .constant(.string(let text)) = tree[word].kind,
            let meant = truthWords[text.lowercased()]
        else { return nil }
        let holds = meant == (comparison == .equal)
        return "write `\(meant)` without quotation marks, or only `\(holds ? "" : "!")\(written(truth))`"
    }

    /// A failure for `!"x" in list`, where `!` belongs to the text alone; nil for all else.
    mutating func failNegatedAlone(
        _ operation: BinaryOperator, _ left: SyntaxTree.ID, _ right: SyntaxTree.ID, _ range: Range<Int>
    ) -> ID? {
        guard case .isIn = operation, case .not(let value) = syntax[left].kind,
            case .literal(.string) = syntax[value].kind
        else { return nil }
        let word = words(of: text, syntax[value].outerRange)
        let list = words(of: text, syntax[right].outerRange)
        let problem = CELProblem(
            "type-mismatch", "`!` here belongs to `\(word)` alone", help: "write `!(\(word) in \(list))`",
            at: syntax[left].outerRange)
        return fail(problem, range)
    }

    /// A node as it was written.
    func written(_ id: ID) -> String { words(of: text, tree[id].range) }
}

/// What people write for true and false.
let truthWords = [
    "true": true, "yes": true, "on": true, "y": true, "false": false, "no": false, "off": false, "n": false,
]

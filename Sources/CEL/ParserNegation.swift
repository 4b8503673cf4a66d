/// `not`, which other languages write for `!`: what to type in its place.
extension Parser {
    /// The problem with `a not in b` and `a !in b`, once `a` has been read; nil where something else stands there.
    func negatedMembership(of left: ID) -> CELProblem? {
        guard isNext(.not) || isNot(token) else { return nil }
        var ahead = self
        guard let right = try? ahead.container() else { return nil }
        return negation("!(\(words(left)) in \(ahead.words(right)))", token.range)
    }

    /// The problem with `not a`, once `not` has been read; nil where no value follows.
    func negated(by name: String, _ place: Range<Int>) -> CELProblem? {
        guard name.lowercased() == "not", startsValue else { return nil }
        var ahead = self
        // A row of `not` is bounded like any other nesting.
        ahead.level += 1
        guard ahead.level <= CELLimits.nesting, let operand = try? ahead.relation(3) else { return nil }
        return negation("!(\(ahead.words(operand)))", place)
    }

    /// The problem with `not (a)`, which reads as a call.
    func negated(by name: String, _ place: Range<Int>, _ arguments: [ID]) -> CELProblem? {
        guard name.lowercased() == "not", arguments.count == 1 else { return nil }
        return negation("!(\(words(arguments[0])))", place)
    }

    /// Whether the next words are `is not`.
    var isNegatedIs: Bool {
        guard token.kind == .name, lexer.text(token.range).lowercased() == "is" else { return false }
        var ahead = lexer
        return (try? ahead.next()).map(isNot) ?? false
    }

    private func isNot(_ token: Token) -> Bool {
        token.kind == .name && lexer.text(token.range).lowercased() == "not"
    }

    private var startsValue: Bool {
        switch token.kind {
        case .name: lexer.text(token.range) != "in"
        case .string, .int, .uint, .double, .bytes: true
        default: false
        }
    }

    /// What stands after `not in`.
    private mutating func container() throws(CELProblem) -> ID {
        try advance()
        guard token.kind == .name, lexer.text(token.range) == "in" else { throw unexpected("`in`") }
        try advance()
        return try relation(4)
    }

    private func words(_ id: ID) -> String { lexer.text(tree[id].outerRange) }

    private func negation(_ instead: String, _ place: Range<Int>) -> CELProblem {
        CELProblem(
            "unexpected-token", "`\(lexer.text(place))` does not belong here", help: "write `\(instead)`", at: place)
    }
}

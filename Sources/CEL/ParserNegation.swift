/// `not`, which other languages write for `!`: what to type in its place.
extension Parser {
    /// Throws what to type for `a not in b` and `a !in b`, once `a` has been read.
    func refuseNegatedMembership(of left: ID) throws(CELProblem) {
        guard isNext(.not) || isNot(token) else { return }
        var ahead = self
        guard let right = try? ahead.container() else { return }
        throw negation("!(\(words(left)) in \(ahead.words(right)))", token.range)
    }

    /// Throws what to type for `not a`, once `not` has been read.
    func refuseNegation(by name: String, _ place: Range<Int>) throws(CELProblem) {
        guard name.lowercased() == "not", startsValue else { return }
        var ahead = self
        // A row of `not` is bounded like any other nesting.
        ahead.level += 1
        guard ahead.level <= CELLimits.nesting, let operand = try? ahead.relation(3) else { return }
        throw negation(ahead.negated(operand), place)
    }

    /// Throws what to type for `not (a)`, which reads as a call.
    func refuseNegation(by name: String, _ place: Range<Int>, _ arguments: [ID]) throws(CELProblem) {
        guard name.lowercased() == "not", arguments.count == 1 else { return }
        throw negation(negated(arguments[0]), place)
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

    /// The opposite of a condition, in parentheses where `!` would belong to its beginning alone.
    private func negated(_ id: ID) -> String {
        switch tree[id].kind {
        case .name, .select, .call: "!\(lexer.text(tree[id].range))"
        default: "!(\(words(id)))"
        }
    }

    private func words(_ id: ID) -> String { lexer.text(tree[id].outerRange) }

    private func negation(_ instead: String, _ place: Range<Int>) -> CELProblem {
        CELProblem(
            "unexpected-token", "`\(lexer.text(place))` does not belong here", help: "write `\(instead)`", at: place)
    }
}

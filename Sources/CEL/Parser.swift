/// Reads tokens into a syntax tree: recursive descent, bounded by `CELLimits.nesting`.
struct Parser {
    var lexer: Lexer
    var tree = SyntaxTree()
    var token: Token
    /// How deep the parser stands in its own calls.
    var level = 0

    typealias ID = SyntaxTree.ID

    /// The tree of a whole expression.
    static func parse(_ text: String) throws(CELProblem) -> SyntaxTree {
        let bytes = Array(text.utf8)
        guard bytes.count <= CELLimits.textBytes else {
            throw CELProblem(
                "too-long", "the expression has \(bytes.count) bytes", help: "at most \(CELLimits.textBytes)",
                at: 0..<bytes.count)
        }
        var lexer = Lexer(bytes)
        let first = try lexer.next()
        if first.kind == .end {
            throw CELProblem("empty", "the expression is empty", help: "write a condition", at: first.range)
        }
        var parser = Parser(lexer: lexer, token: first)
        parser.tree.root = try parser.expression()
        guard parser.token.kind == .end else {
            throw parser.wordHelp(after: parser.tree.root) ?? parser.unexpected("an operator or the end")
        }
        return parser.tree
    }

    /// Any expression.
    mutating func expression() throws(CELProblem) -> ID {
        level += 1
        defer { level -= 1 }
        guard level <= CELLimits.nesting else { throw tooDeep(token.range) }
        let condition = try disjunction()
        guard try take(.question) else { return condition }
        let first = try disjunction()
        guard try take(.colon) else { throw unexpected("`:` and what holds otherwise") }
        let second = try expression()
        return try add(.conditional(condition, first, second), over: [condition, first, second])
    }

    private mutating func disjunction() throws(CELProblem) -> ID {
        let first = try conjunction()
        guard isNext(.or) else { return first }
        var operands = [first]
        while try take(.or) { operands.append(try conjunction()) }
        return try add(.or(operands), over: operands)
    }

    private mutating func conjunction() throws(CELProblem) -> ID {
        let first = try relation(3)
        guard isNext(.and) else { return first }
        var operands = [first]
        while try take(.and) { operands.append(try relation(3)) }
        return try add(.and(operands), over: operands)
    }

    /// Operators of at least a strength (3 compare, 4 add, 5 multiply), from the left.
    mutating func relation(_ least: Int) throws(CELProblem) -> ID {
        var left = try unary()
        while let (operation, strength) = binaryOperator(), strength >= least {
            try advance()
            let right = strength == 5 ? try unary() : try relation(strength + 1)
            left = try add(.binary(operation, left, right), over: [left, right])
        }
        if least == 3 { try refuseNegatedMembership(of: left) }
        return left
    }

    private func binaryOperator() -> (BinaryOperator, strength: Int)? {
        switch token.kind {
        case .name where lexer.text(token.range) == "in": return (.isIn, 3)
        case .sign(let sign):
            switch sign {
            case .equal: return (.compare(.equal), 3)
            case .notEqual: return (.compare(.notEqual), 3)
            case .less: return (.compare(.less), 3)
            case .lessOrEqual: return (.compare(.lessOrEqual), 3)
            case .greater: return (.compare(.greater), 3)
            case .greaterOrEqual: return (.compare(.greaterOrEqual), 3)
            case .plus: return (.add, 4)
            case .minus: return (.subtract, 4)
            case .times: return (.multiply, 5)
            case .divide: return (.divide, 5)
            case .remainder: return (.remainder, 5)
            default: return nil
            }
        default: return nil
        }
    }

    private mutating func unary() throws(CELProblem) -> ID {
        if isNext(.not) || isNext(.minus) { return try signed() }
        return try member(primary())
    }

    /// `!` and `-`, any number of them. A minus right before a number belongs to the number.
    private mutating func signed() throws(CELProblem) -> ID {
        let sign = token.kind
        var places: [Range<Int>] = []
        while token.kind == sign {
            places.append(token.range)
            try advance()
        }
        var operand: ID
        if sign == .sign(.minus), [.int, .uint, .double].contains(token.kind), let minus = places.popLast() {
            let value = try lexer.number(token, negative: true)
            let range = minus.lowerBound..<token.range.upperBound
            try advance()
            operand = try member(add(.literal(value), range))
        } else {
            operand = try member(primary())
        }
        for place in places.reversed() {
            let range = place.lowerBound..<tree[operand].outerRange.upperBound
            operand = try add(sign == .sign(.not) ? .not(operand) : .negate(operand), range, over: [operand])
        }
        return operand
    }
}

extension Parser {
    func isNext(_ sign: Token.Sign) -> Bool { token.kind == .sign(sign) }

    mutating func advance() throws(CELProblem) {
        token = try lexer.next()
    }

    mutating func take(_ sign: Token.Sign) throws(CELProblem) -> Bool {
        guard isNext(sign) else { return false }
        try advance()
        return true
    }

    /// A node that spans its children.
    mutating func add(_ kind: SyntaxKind, over children: [ID]) throws(CELProblem) -> ID {
        let start = children.map { tree[$0].outerRange.lowerBound }.min() ?? 0
        let end = children.map { tree[$0].outerRange.upperBound }.max() ?? start
        return try add(kind, start..<end, over: children)
    }

    mutating func add(_ kind: SyntaxKind, _ range: Range<Int>, over children: [ID] = []) throws(CELProblem) -> ID {
        let depth = 1 + (children.map { tree[$0].depth }.max() ?? 0)
        guard depth <= CELLimits.nesting else { throw tooDeep(range) }
        guard tree.nodes.count < CELLimits.nodes else {
            throw CELProblem(
                "too-many-parts", "the expression has more than \(CELLimits.nodes) parts",
                help: "split it into several", at: range)
        }
        tree.nodes.append(SyntaxNode(kind: kind, range: range, outerRange: range, depth: depth))
        return tree.nodes.count - 1
    }

    func tooDeep(_ range: Range<Int>) -> CELProblem {
        CELProblem(
            "too-deep", "the expression is nested deeper than \(CELLimits.nesting)", help: "split it into several",
            at: range)
    }

    /// What other languages write for operators.
    private static let operators = ["and": "&&", "or": "||", "is": "=="]

    func unexpected(_ wanted: String) -> CELProblem {
        if token.kind == .end {
            return CELProblem(
                "unexpected-end", "the expression ends too early", help: "here goes \(wanted)", at: token.range)
        }
        let word = lexer.text(token.range)
        let meant = (isNegatedIs ? "!=" : Self.operators[word.lowercased()]).map { "did you mean `\($0)`?" }
        return CELProblem(
            "unexpected-token", "`\(word)` does not belong here", help: meant ?? "here goes \(wanted)",
            at: token.range)
    }
}

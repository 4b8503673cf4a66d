extension Parser {
    /// Words that the language keeps for itself; they may still name fields.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop",
        "namespace", "null", "package", "return", "true", "var", "void", "while",
    ]

    /// A literal, a name, a call, or something in brackets. Each has a function of its own, which keeps the stack
    /// small where expressions are nested.
    mutating func primary() throws(CELProblem) -> ID {
        switch token.kind {
        case .int, .uint, .double, .string, .bytes: try literal()
        case .name: try nameOrCall(isRooted: false, from: token.range.lowerBound)
        case .sign(.dot): try rootedName()
        case .sign(.openParenthesis): try parenthesized()
        case .sign(.openBracket): try list()
        case .sign(.openBrace): try map()
        default: throw unexpected("a value")
        }
    }

    private mutating func literal() throws(CELProblem) -> ID {
        let range = token.range
        let isText = token.kind == .string || token.kind == .bytes
        let value = isText ? try lexer.stringValue(token) : try lexer.number(token, negative: false)
        try advance()
        return try add(.literal(value), range)
    }

    private mutating func rootedName() throws(CELProblem) -> ID {
        let start = token.range.lowerBound
        try advance()
        guard token.kind == .name else { throw unexpected("a name") }
        return try nameOrCall(isRooted: true, from: start)
    }

    private mutating func parenthesized() throws(CELProblem) -> ID {
        let start = token.range.lowerBound
        try advance()
        let inner = try expression()
        tree.nodes[inner].outerRange = start..<token.range.upperBound
        guard try take(.closeParenthesis) else { throw unexpected("`)`") }
        return inner
    }

    private mutating func list() throws(CELProblem) -> ID {
        let start = token.range.lowerBound
        try advance()
        let (elements, end) = try arguments(until: .closeBracket, mayTrail: true)
        return try add(.list(elements), start..<end, over: elements)
    }

    private mutating func nameOrCall(isRooted: Bool, from start: Int) throws(CELProblem) -> ID {
        let name = lexer.text(token.range)
        let range = token.range
        if !isRooted, let value = ["true": CELValue.bool(true), "false": .bool(false), "null": .null][name] {
            try advance()
            return try add(.literal(value), range)
        }
        guard !Self.reserved.contains(name) else {
            throw CELProblem(
                "reserved-word", "`\(name)` is a word the language keeps for itself", help: "use another name",
                at: range)
        }
        try advance()
        guard isNext(.openParenthesis) else {
            if !isRooted { try refuseNegation(by: name, range) }
            return try add(.name(name, isRooted: isRooted), start..<range.upperBound)
        }
        try advance()
        let (arguments, end) = try arguments(until: .closeParenthesis, mayTrail: false)
        if name == "has", !isRooted { return try has(arguments, start..<end) }
        if !isRooted { try refuseNegation(by: name, range, arguments) }
        let kind = SyntaxKind.call(name, receiver: nil, arguments: arguments, nameRange: range)
        return try add(kind, start..<end, over: arguments)
    }

    /// What follows a value: fields, calls, indices.
    mutating func member(_ first: ID) throws(CELProblem) -> ID {
        var operand = first
        while true {
            let start = tree[operand].outerRange.lowerBound
            if try take(.dot) {
                operand = try selection(from: operand, start)
            } else if isNext(.openBracket) {
                try advance()
                let index = try expression()
                let end = token.range.upperBound
                guard try take(.closeBracket) else { throw unexpected("`]`") }
                operand = try add(.binary(.index, operand, index), start..<end, over: [operand, index])
            } else if isNext(.openBrace) {
                throw CELProblem(
                    "unsupported", "messages with `{}` after a name are not part of this language",
                    help: "write a map: `{\"key\": value}`", at: token.range)
            } else {
                return operand
            }
        }
    }

    private mutating func selection(from operand: ID, _ start: Int) throws(CELProblem) -> ID {
        let range = token.range
        guard token.kind == .name || token.kind == .quotedName else { throw unexpected("a field's name") }
        let isQuoted = token.kind == .quotedName
        let name = lexer.text(isQuoted ? range.lowerBound + 1..<range.upperBound - 1 : range)
        guard isQuoted || !["in", "true", "false", "null"].contains(name) else { throw unexpected("a field's name") }
        try advance()
        guard !isQuoted, isNext(.openParenthesis) else {
            return try add(.select(operand, name, nameRange: range), start..<range.upperBound, over: [operand])
        }
        try advance()
        let (arguments, end) = try arguments(until: .closeParenthesis, mayTrail: false)
        if let kind = LoopKind(rawValue: name) {
            return try loop(kind, over: operand, arguments, name: range, start..<end)
        }
        let kind = SyntaxKind.call(name, receiver: operand, arguments: arguments, nameRange: range)
        return try add(kind, start..<end, over: [operand] + arguments)
    }

    /// Expressions between commas up to a closing bracket, whose end comes with them.
    mutating func arguments(
        until close: Token.Sign, mayTrail: Bool
    ) throws(CELProblem) -> (ids: [ID], end: Int) {
        var ids: [ID] = []
        while !isNext(close) || (!mayTrail && !ids.isEmpty) {
            ids.append(try expression())
            if try !take(.comma) { break }
        }
        let end = token.range.upperBound
        guard try take(close) else { throw unexpected("`,` or `\(close.rawValue)`") }
        return (ids, end)
    }

    private mutating func map() throws(CELProblem) -> ID {
        let start = token.range.lowerBound
        try advance()
        var entries: [(key: ID, value: ID)] = []
        while !isNext(.closeBrace) {
            let key = try expression()
            guard try take(.colon) else { throw unexpected("`:` and the value of the key") }
            entries.append((key, try expression()))
            if try !take(.comma) { break }
        }
        let end = token.range.upperBound
        guard try take(.closeBrace) else { throw unexpected("`,` or `}`") }
        return try add(.map(entries), start..<end, over: entries.flatMap { [$0.key, $0.value] })
    }
}

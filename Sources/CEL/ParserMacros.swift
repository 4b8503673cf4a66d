extension Parser {
    /// `has(value.field)`.
    mutating func has(_ arguments: [ID], _ range: Range<Int>) throws(CELProblem) -> ID {
        guard arguments.count == 1, let argument = arguments.first,
            case .select(let operand, let field, let nameRange) = tree[argument].kind
        else {
            throw CELProblem(
                "bad-macro", "`has` asks whether one field is there", help: "write `has(value.field)`", at: range)
        }
        return try add(.has(operand, field, nameRange: nameRange), range, over: [operand])
    }

    /// `all`, `exists`, `exists_one`, `filter` and `map` after a list or a map.
    mutating func loop(
        _ kind: LoopKind, over operand: ID, _ arguments: [ID], name: Range<Int>, _ range: Range<Int>
    ) throws(CELProblem) -> ID {
        let counts = kind == .map ? 2...3 : 2...2
        guard counts.contains(arguments.count), let first = arguments.first, let body = arguments.last else {
            let example = kind == .map ? "x, x + 1" : "x, x > 0"
            throw CELProblem(
                "bad-macro", "`\(kind.rawValue)` takes a variable and what to work out for each element",
                help: "write it as in `list.\(kind.rawValue)(\(example))`", at: name)
        }
        guard case .name(let variable, isRooted: false) = tree[first].kind else {
            throw CELProblem(
                "bad-macro", "the variable of `\(kind.rawValue)` is not a plain name",
                help: "name each element with one word, as in `\(kind.rawValue)(x, ...)`", at: tree[first].range)
        }
        let filter = arguments.count == 3 ? arguments[1] : nil
        let loop = SyntaxKind.loop(kind, over: operand, variable: variable, filter: filter, body: body)
        return try add(loop, range, over: [operand] + arguments)
    }
}

/// Resolves the names of an expression and works out its types.
///
/// A strict check collects problems. A lenient one collects none: what cannot be resolved fails at run time.
struct Checker {
    let syntax: SyntaxTree
    let environment: CELEnvironment
    /// What the tree was read from, for help lines.
    let text: String
    let isStrict: Bool
    var tree = TypedTree()
    var problems: [CELProblem] = []
    /// The variables of the loops around the current place, outermost first.
    var locals: [Local] = []
    /// While the other side of a comparison with text is checked: the texts it can be, if they are known.
    var textChoices: [String]?

    typealias ID = TypedTree.ID

    /// The variable of a loop.
    struct Local {
        let name: String
        let type: CELType
        let choices: [String]?
    }

    init(_ syntax: SyntaxTree, _ environment: CELEnvironment, text: String, isStrict: Bool) {
        self.syntax = syntax
        self.environment = environment
        self.text = text
        self.isStrict = isStrict
    }

    /// Checks a node and all below it. The depth is that of the syntax tree, which is bounded.
    mutating func check(_ id: SyntaxTree.ID) -> ID {
        let node = syntax[id]
        switch node.kind {
        case .literal(let value): return add(.constant(value), value.type, node.range)
        case .name(let name, let isRooted): return checkName(id, name, isRooted: isRooted, node.range)
        case .select(let operand, let field, let place): return checkSelect(id, operand, field, place, node.range)
        case .has(let operand, let field, let place): return checkHas(operand, field, place, node.range)
        case .call(let name, let receiver, let arguments, let place):
            return checkCall(name, receiver, arguments, place, node.range)
        case .not(let operand):
            let checked = checkBool(operand, of: "`!`")
            return add(.not(checked), .bool, node.range)
        case .negate(let operand): return apply(.negate, [check(operand)], node.range)
        case .binary(let operation, let left, let right): return checkBinary(operation, left, right, node.range)
        case .and(let operands):
            let checked = operands.map { checkBool($0, of: "`&&`") }
            return add(.and(checked), .bool, node.range)
        case .or(let operands):
            let checked = operands.map { checkBool($0, of: "`||`") }
            return add(.or(checked), .bool, node.range)
        case .conditional(let condition, let first, let second):
            return checkConditional(condition, first, second, node.range)
        case .list(let elements): return checkList(elements, node.range)
        case .map(let entries): return checkMap(entries, node.range)
        case .loop(let kind, let over, let variable, let filter, let body):
            return checkLoop(kind, over, variable, filter, body, node.range)
        }
    }

    mutating func add(_ kind: TypedKind, _ type: CELType, _ range: Range<Int>, choices: [String]? = nil) -> ID {
        tree.nodes.append(TypedNode(kind: kind, type: type, range: range, choices: choices))
        return tree.nodes.count - 1
    }

    /// Notes a problem and leaves a node of unknown type, so that one mistake is told once.
    mutating func fail(_ problem: CELProblem, _ range: Range<Int>) -> ID {
        note(problem)
        return add(.failure(CELRuntimeError(problem.code, problem.message, at: problem.range)), .dyn, range)
    }

    mutating func note(_ problem: CELProblem) {
        if isStrict, problems.count < CELLimits.problems { problems.append(problem) }
    }

    /// The words of a place of the expression.
    func type(_ id: ID) -> CELType { tree[id].type }

    /// A node that has to be a bool.
    mutating func checkBool(_ id: SyntaxTree.ID, of user: String) -> ID {
        let checked = check(id)
        if !type(checked).overlaps(.bool) {
            note(
                CELProblem(
                    "type-mismatch", "\(user) takes `bool`, and this is `\(type(checked))`",
                    help: "compare it with something", at: tree[checked].range))
        }
        return checked
    }

    private mutating func checkConditional(
        _ condition: SyntaxTree.ID, _ first: SyntaxTree.ID, _ second: SyntaxTree.ID, _ range: Range<Int>
    ) -> ID {
        let checked = checkBool(condition, of: "`?`")
        let (a, b) = (check(first), check(second))
        if !type(a).overlaps(type(b)) {
            note(
                CELProblem(
                    "type-mismatch", "one way this is `\(type(a))`, the other way `\(type(b))`",
                    help: "give both ways one type", at: range))
        }
        return add(.conditional(checked, a, b), type(a).joined(type(b)), range)
    }

    private mutating func checkList(_ elements: [SyntaxTree.ID], _ range: Range<Int>) -> ID {
        let checked = elements.map { check($0) }
        let element = checked.first.map { first in checked.reduce(type(first)) { $0.joined(type($1)) } }
        return add(.list(checked), .list(element ?? .dyn), range)
    }

    private mutating func checkLoop(
        _ kind: LoopKind, _ over: SyntaxTree.ID, _ variable: String, _ filter: SyntaxTree.ID?,
        _ body: SyntaxTree.ID, _ range: Range<Int>
    ) -> ID {
        let source = check(over)
        let item: CELType
        switch type(source) {
        case .list(let element): item = element
        case .map(let key, _): item = key
        case .dyn: item = .dyn
        default:
            item = .dyn
            note(
                CELProblem(
                    "type-mismatch", "`\(kind.rawValue)` walks over a list or a map, and this is `\(type(source))`",
                    at: tree[source].range))
        }
        let choices = tree[source].choices
        locals.append(Local(name: variable, type: item, choices: choices))
        defer { locals.removeLast() }
        let test = filter.map { checkBool($0, of: "`map`") }
        let inner = kind == .map ? check(body) : checkBool(body, of: "`\(kind.rawValue)`")
        let result: CELType =
            switch kind {
            case .map: .list(type(inner))
            case .filter: .list(item)
            default: .bool
            }
        let loop = TypedKind.loop(kind, over: source, frame: locals.count - 1, filter: test, body: inner)
        return add(loop, result, range, choices: kind == .filter ? choices : nil)
    }
}

/// An expression that has been read: its grammar is right, its names mean nothing yet.
public struct CELExpression: Sendable {
    /// The text as it was written.
    public let text: String
    let syntax: SyntaxTree

    private init(text: String, syntax: SyntaxTree) {
        self.text = text
        self.syntax = syntax
    }

    /// Reads an expression. Linear in the length of the text.
    public static func parse(_ text: String) throws(CELProblem) -> CELExpression {
        CELExpression(text: text, syntax: try Parser.parse(text))
    }

    /// Gives names their meaning and works out types and cost, or says what is wrong.
    public func check(in environment: CELEnvironment) -> Result<CheckedCEL, CELProblems> {
        var checker = Checker(syntax, environment, text: text, isStrict: true)
        let root = checker.check(syntax.root)
        guard checker.problems.isEmpty else { return .failure(CELProblems(inOrder(checker.problems))) }
        let checked = CheckedCEL(text: text, tree: checker.tree, root: root)
        guard checked.cost <= CELLimits.steps else {
            let problem = CELProblem(
                "too-costly", "this can take \(checked.cost == .max ? "endless" : "\(checked.cost)") steps",
                help: "at most \(CELLimits.steps); walk over shorter lists or fewer of them",
                at: 0..<text.utf8.count)
            return .failure(CELProblems([problem]))
        }
        return .success(checked)
    }

    /// Compiles without a check: what is wrong shows when it runs, if it matters then.
    public func compileUnchecked(in environment: CELEnvironment) -> CELProgram {
        var checker = Checker(syntax, environment, text: text, isStrict: false)
        let root = checker.check(syntax.root)
        return CELProgram(text: text, Emitter(checker.tree, root: root, folding: true))
    }
}

/// Problems in the order of their places; at one place as they were found.
func inOrder(_ problems: [CELProblem]) -> [CELProblem] {
    problems.enumerated()
        .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
        .map(\.element)
}

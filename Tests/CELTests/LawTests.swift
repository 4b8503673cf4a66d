import Testing

@testable import CEL

@Suite("Laws over random expressions")
struct LawTests {
    /// The bindings that every random expression runs with.
    static let bindings = [TestHost.full, TestHost.without(0, 3), TestHost.without(8, 10, 11, 13)]

    @Test("the compiled form agrees with a reading of the tree, folded or not, checked or not")
    func agreement() throws {
        var maker = RandomExpression(.announced())
        var (values, errors) = (0, 0)
        for _ in 0..<800 {
            let text = maker.make(.bool, depth: 4)
            let expression = try CELExpression.parse(text)
            let unchecked = expression.compileUnchecked(in: TestHost.environment)
            var programs = [unchecked]
            var checker = Checker(
                expression.syntax, TestHost.environment, text: expression.text, isStrict: false)
            let root = checker.check(expression.syntax.root)
            programs.append(CELProgram(text: text, Emitter(checker.tree, root: root, folding: false)))
            if case .success(let checked) = expression.check(in: TestHost.environment) {
                programs.append(checked.program)
            }
            for bindings in Self.bindings {
                var reference = ReferenceEvaluator(checker.tree, bindings)
                let expected = reference.evaluate(root)
                var machine = CELMachine()
                for program in programs {
                    switch (program.evaluate(bindings, &machine), expected) {
                    case (.success(let value), .success(let wanted)):
                        values += 1
                        try #require(value == wanted, "\(text)")
                    case (.failure, .failure): errors += 1
                    case (let outcome, _): Issue.record("\(text): \(outcome) instead of \(expected)")
                    }
                }
            }
        }
        // Both must happen often enough for the law to mean something.
        #expect(values > 1_000 && errors > 1_000, "\(values) values, \(errors) errors")
    }

    @Test("no evaluation takes more steps than the check has said, whatever it ends with")
    func cost() throws {
        var maker = RandomExpression(.announced())
        var checkedOnes = 0
        for _ in 0..<800 {
            let text = maker.make(maker.kind(), depth: 4)
            guard case .success(let checked) = try CELExpression.parse(text).check(in: TestHost.environment) else {
                continue
            }
            checkedOnes += 1
            for bindings in Self.bindings {
                var machine = CELMachine(budget: .max)
                _ = checked.program.evaluate(bindings, &machine)
                try #require(machine.steps <= checked.cost, "\(text)")
            }
        }
        #expect(checkedOnes > 200)
    }

    @Test("the value of a checked expression has the type that the check has said")
    func types() throws {
        var maker = RandomExpression(.announced())
        for _ in 0..<800 {
            let text = maker.make(maker.kind(), depth: 4)
            guard case .success(let checked) = try CELExpression.parse(text).check(in: TestHost.environment) else {
                continue
            }
            var machine = CELMachine()
            guard case .success(let value) = checked.program.evaluate(TestHost.full, &machine) else { continue }
            try #require(checked.type.overlaps(value.type), "\(text): \(value)")
        }
    }

    @Test("parts explain the whole: each part's truth follows from those of its own parts")
    func parts() throws {
        var maker = RandomExpression(.announced())
        for _ in 0..<1_000 {
            let text = maker.make(.bool, depth: 4)
            guard case .success(let checked) = try CELExpression.parse(text).check(in: TestHost.environment) else {
                continue
            }
            var machine = CELMachine()
            let parts = checked.subconditions
            let truths = parts.map { try? $0.program.evaluateBool(TestHost.full, &machine).get() }
            #expect(truths[0] == (try? checked.program.evaluateBool(TestHost.full, &machine).get()))
            for (index, part) in parts.enumerated() where part.hasParts {
                let inner = parts.indices.dropFirst(index + 1).prefix { parts[$0].depth > part.depth }
                    .filter { parts[$0].depth == part.depth + 1 }
                let known = inner.map { truths[$0] }
                let expected: Bool? =
                    switch parts[inner[0]].role {
                    case .conjunct: known.contains(false) ? false : (known.contains(nil) ? nil : true)
                    case .disjunct: known.contains(true) ? true : (known.contains(nil) ? nil : false)
                    default: known[0].map { !$0 }
                    }
                try #require(truths[index] == expected, "\(part.text)")
            }
        }
    }
}

extension RandomExpression {
    /// Any kind of value.
    mutating func kind() -> Kind { Kind.allCases.randomElement(using: &random) ?? .bool }
}

import CEL
import Testing

@Suite("Public cases of the Common Expression Language")
struct ConformanceTests {
    @Test(
        "every public case comes out as the specification says",
        .enabled(if: ConformanceCase.file != nil, "the folder ../shared/conformance is not there"))
    func everyCase() throws {
        let cases = try ConformanceCase.all()
        #expect(cases.count > 1_000)
        for item in cases {
            let outcome = run(item)
            let expected = Self.misprints[item.name] ?? item.expected
            switch (outcome, expected) {
            case (.success(let value), let expected?): #expect(value == expected, "\(item)")
            case (.failure, nil): break
            case (.failure(let message), .some): Issue.record("\(item): \(message.text)")
            case (.success(let value), nil): Issue.record("\(item): \(value) instead of an error")
            }
        }
    }

    /// In protobuf's text form `\?` stands for `?`; in two expected values the data file has kept the backslash,
    /// though there is none in the expression.
    private static let misprints: [String: CELValue] = [
        "parse/bytes_literals/triple_single_quoted_unescaped_punctuation": .bytes(Array(" ? \" ' ` ".utf8)),
        "parse/bytes_literals/triple_double_quoted_unescaped_punctuation": .bytes(Array(" ? \" ' ` ".utf8)),
    ]

    struct Failure: Error {
        let text: String
    }

    private func run(_ item: ConformanceCase) -> Result<CELValue, Failure> {
        var environment = CELEnvironment(container: item.container)
        var bindings = TestBindings()
        for name in Set(item.types.keys).union(item.values.keys).sorted() {
            environment.declare(name, CELSlot(item.types[name] ?? .dyn, bindings.values.count))
            bindings.values.append(item.values[name])
        }
        do {
            let expression = try CELExpression.parse(item.expression)
            var machine = CELMachine()
            let program: CELProgram
            if item.isChecked {
                program = try expression.check(in: environment).get().program
            } else {
                program = expression.compileUnchecked(in: environment)
            }
            return .success(try program.evaluate(bindings, &machine).get())
        } catch {
            return .failure(Failure(text: "\(error)"))
        }
    }
}

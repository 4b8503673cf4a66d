import ArgumentParser
import CEL
import PolicyLanguage
import SourceText

/// `holdline eval`: one CEL expression by hand.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Work out one CEL expression.",
        discussion: """
            Names are bound to JSON values. `fact("x")`, `status("x")` and `contact` are known only within a policy: \
            `holdline explain` shows what they came to. Exit status 1 if the expression fails when it runs, 3 if it cannot be read.

            Example:
              holdline eval 'calls > 2 && event.reason == "abuse"' --bind calls=3 --bind 'event={"reason":"abuse"}'
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The expression.")
    var expression: String

    @Option(
        name: .long, parsing: .singleValue, help: ArgumentHelp("A name and its value as JSON.", valueName: "name=json"))
    var bind: [String] = []

    @Option(help: "How to write the value: as CEL writes it, or as JSON.")
    var format = Format.text

    func run() throws {
        let bindings = try bind.map(Binding.init)
        for (index, binding) in bindings.enumerated()
        where bindings[..<index].contains(where: { $0.name == binding.name }) {
            throw CommandFailure("`\(binding.name)` is bound twice")
        }
        var environment = CELEnvironment()
        for (index, binding) in bindings.enumerated() { environment.declare(binding.name, CELSlot(.dyn, index)) }
        let program = try compile(in: environment)
        var machine = CELMachine()
        switch program.evaluate(BoundValues(values: bindings.map(\.value)), &machine) {
        case .success(let value): Terminal.write((format == .json ? JSONValue.text(value) : value.description) + "\n")
        case .failure(let error):
            tell(error.code, error.message, nil, at: error.range)
            throw ExitCode.findings
        }
    }

    private func compile(in environment: CELEnvironment) throws -> CELProgram {
        do throws(CELProblem) {
            let parsed = try CELExpression.parse(expression)
            switch parsed.check(in: environment) {
            case .success(let checked):
                for warning in checked.warnings { tell(warning) }
                return checked.program
            case .failure(let problems):
                // The worst case of values of any size says nothing of these; the machine counts its own steps.
                if problems.allSatisfy({ $0.code == "too-costly" }) { return parsed.compileUnchecked(in: environment) }
                for problem in problems { tell(problem) }
            }
        } catch {
            tell(error)
        }
        throw ExitCode.input
    }

    private func tell(_ problem: CELProblem) {
        tell(
            problem.code, problem.message, MissingBinding(expression).help(for: problem), at: problem.range,
            problem.severity == .error ? .error : .warning)
    }

    /// A finding on standard error, with the expression for a source.
    private func tell(
        _ code: String, _ message: String, _ help: String?, at range: Range<Int>, _ severity: Severity = .error
    ) {
        var sources = SourceMap()
        let id = sources.add(SourceFile(name: "expression", text: expression))
        let finding = Diagnostic(
            code: code, severity: severity, span: SourceSpan(file: id, from: range.lowerBound, to: range.upperBound),
            message: message, help: help)
        let renderer = DiagnosticRenderer(sources: sources, color: format == .text && Terminal.errorHasColor)
        Terminal.writeError(format == .json ? renderer.json(finding) + "\n" : renderer.text(finding))
    }
}

/// `NAME=JSON` of a command line.
private struct Binding {
    let name: String
    let value: CELValue

    init(_ text: String) throws(CommandFailure) {
        guard let equals = text.firstIndex(of: "=") else {
            throw CommandFailure("`--bind \(text)` has no `=`", help: "write it as `--bind NAME=JSON`")
        }
        name = String(text[..<equals])
        guard Binding.isName(name) else {
            throw CommandFailure("`\(name)` cannot be a name", help: "use letters, digits and `_`, and no digit first")
        }
        do throws(JSONProblem) {
            value = try JSONValue.parse(String(text[text.index(after: equals)...]))
        } catch {
            throw CommandFailure(
                "the value of `\(name)` is not JSON: \(error.message) (column \(error.column))",
                help: "write texts in quotation marks: `--bind '\(name)=\"text\"'`")
        }
    }

    /// Whether an expression can name it; dots stand between the parts of a longer name.
    private static func isName(_ name: String) -> Bool {
        name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.utf8.first, first > UInt8(ascii: "9") else { return false }
            return part.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            }
        }
    }
}

/// Values by the order of their bindings.
private struct BoundValues: CELBindings {
    let values: [CELValue]

    func value(at slot: Int) -> CELValue? { values.indices.contains(slot) ? values[slot] : nil }

    func secondsEast(ofZone name: String, at second: Int64) -> Int? { TimeZones.secondsEast(ofZone: name, at: second) }
}

import ArgumentParser
import PolicyEngine
import PolicyTesting
import SourceText

/// `holdline test`: runs the tests of policies.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run policy tests.",
        discussion: """
            Folders are searched for `*.test.yaml`; each names its policy, relative to itself. Time is virtual, so a \
            test over a year takes no time. A run without tests is not a pass.

            Example:
              holdline init my-policy
              holdline test my-policy --coverage 60
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, junit, github
    }

    @Argument(help: "Test files, or folders with tests.")
    var paths: [String]

    @Option(help: "How to write the results.")
    var format = Format.text

    @Option(
        help: ArgumentHelp(
            "Tell what of each policy was never tried; with a number, fail below so many percent.",
            valueName: "minimum"))
    var coverage: Int?

    /// `--coverage` may stand without its minimum, which the parser of arguments cannot say.
    static func prepared(_ arguments: [String]) -> [String] {
        guard arguments.first == "test" else { return arguments }
        var prepared: [String] = []
        for (index, argument) in arguments.enumerated() {
            let next = index + 1 < arguments.count ? arguments[index + 1] : ""
            prepared.append(argument == "--coverage" && Int(next) == nil ? "--coverage=0" : argument)
        }
        return prepared
    }

    func validate() throws {
        if let coverage, !(0...100).contains(coverage) {
            throw ValidationError("the minimum of --coverage is a percentage from 0 to 100")
        }
    }

    func run() throws {
        var run = TestSession(color: Terminal.hasColor)
        for path in try FileSearch.files(in: paths, endingIn: ".test.yaml") { try run.add(path) }
        switch format {
        case .text: Terminal.write(run.text(coverage: coverage))
        case .json: Terminal.write(run.json(coverage: coverage) + "\n")
        case .junit: Terminal.write(JUnitReport.xml(run.reports))
        case .github: Terminal.write(run.reports.map(\.github).joined())
        }
        if format != .text, format != .json, coverage != nil { Terminal.writeError(run.coverageText(coverage)) }
        if let status = run.exit(coverage: coverage) { throw status }
    }
}

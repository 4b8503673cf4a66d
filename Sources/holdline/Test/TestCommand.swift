import ArgumentParser
import Glibc
import PolicyEngine
import PolicyTesting
import SourceText

/// `holdline test`: runs the tests of policies.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run policy tests, tell what they leave untried, and write the tests that are missing.",
        discussion: """
            Folders are searched for `*.test.yaml`; each names its policy, relative to itself. For a policy, those beside it are run. Time is virtual, so a \
            test over a year takes no time. A run without tests is not a pass.

            --generate writes tests at the edges of deadlines and counts, as the policy answers now: a reader decides \
            whether that is right. --watch runs the tests again whenever one of them or its policy changes.

            Example:
              holdline init my-policy
              holdline test my-policy --coverage 60
              holdline test my-policy --filter warning
              holdline init another
              holdline test another --generate --out another/more.test.yaml
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, junit, github
    }

    @Argument(help: "Test files, folders with tests, or policies with tests beside them.")
    var paths: [String]

    @Option(help: "How to write the results.")
    var format = Format.text

    @Option(help: ArgumentHelp("Run only tests that have this in their names.", valueName: "text"))
    var filter: String?

    @Option(
        help: ArgumentHelp(
            "Tell what of each policy was never tried; with a number, fail below so many percent.",
            valueName: "minimum"))
    var coverage: Int?

    @Option(help: ArgumentHelp("Also write the coverage to a file, as LCOV.", valueName: "file"))
    var coverageOut: String?

    @Flag(help: "Warnings fail too, such as conduct that the policy does not know.")
    var strict = false

    @Flag(help: "Run again whenever a test or its policy changes; Ctrl-C ends with the last run's status.")
    var watch = false

    @Flag(help: "Write tests for what no test tries, as the policy answers now.")
    var generate = false

    @Option(help: ArgumentHelp("Where --generate writes; never over a file that exists.", valueName: "file"))
    var out: String?

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
        if generate, watch || filter != nil || coverage != nil || coverageOut != nil || format != .text {
            throw ValidationError("--generate stands with paths and --out only")
        }
        if out != nil, !generate { throw ValidationError("--out says where --generate writes; add --generate") }
    }

    func run() throws {
        if generate { return try TestGeneration(paths: paths, out: out).run() }
        if watch { throw ExitCode(try TestWatch(command: self).run()) }
        if let status = try once().status { throw status }
    }

    /// Runs all tests and writes the results.
    func once() throws -> (session: TestSession, status: ExitCode?) {
        var session = TestSession(TestOptions(filter: filter, clock: { Self.now }))
        for path in try TestSearch.files(in: paths) { try session.add(path) }
        let wanted = coverage ?? (coverageOut == nil ? nil : 0)
        switch format {
        case .text: Terminal.write(session.text(color: Terminal.hasColor, coverage: coverage))
        case .json: Terminal.write(session.json(coverage: wanted) + "\n")
        case .junit: Terminal.write(session.junit(coverage: wanted))
        case .github: Terminal.write(session.github(coverage: coverage))
        }
        if format == .junit || format == .github, coverage != nil {
            Terminal.writeError(session.coverageText(coverage))
        }
        if let coverageOut { try Files.replace(coverageOut, session.coverages.map(\.lcov).joined()) }
        return (session, session.exit(coverage: coverage, strict: strict))
    }

    /// Nanoseconds on the system's steady clock.
    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

import ArgumentParser
import SourceText

/// `holdline check`: reads policies, types their conditions and checks what they say.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read, type and check policies.",
        discussion: """
            Folders are searched for `*.policy.yaml`. Test files in them, and those of a policy that lie beside it, \
            are read too: `holdline test` runs them. Warnings alone leave the exit status 0, with --strict it is 1; a \
            policy with errors cannot be loaded, and it is 2; tests with errors cannot be run, and it is 3. A comment \
            in the policy lets a warning stand, on its line or on the line above: \
            `# holdline: allow CODE because REASON`.

            Example:
              holdline init my-policy
              holdline check my-policy
              holdline check --explain unheard-miss
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif, github
    }

    @Argument(help: "Policy files, or folders with policies.")
    var paths: [String] = []

    @Option(help: "How to write findings.")
    var format = Format.text

    @Flag(help: "Let warnings count as findings: exit status 1.")
    var strict = false

    @Option(help: "How many findings to show as text.")
    var limit = 50

    @Option(help: ArgumentHelp("Say what a finding means and what to type.", valueName: "code"))
    var explain: String?

    func validate() throws {
        if paths.isEmpty, explain == nil { throw ValidationError("name a policy file, or a folder with policies") }
        if limit < 1 { throw ValidationError("`--limit` must be at least 1") }
    }

    func run() throws {
        if let explain { return Terminal.write(try Explanation(explain).text) }
        for path in paths where path.hasSuffix(".test.yaml") {
            throw CommandFailure("`\(path)` is a file of tests", help: "run it with `holdline test \(path)`")
        }
        var policies: [PolicyFile] = []
        for path in try FileSearch.files(in: paths, endingIn: ".policy.yaml") {
            policies.append(try PolicyFile.load(path))
        }
        let report = FindingReport(policies: policies, tests: try TestReading.all(in: paths, of: policies))
        switch format {
        case .text: Terminal.write(report.text(limit: limit))
        case .json: Terminal.write(report.json + "\n")
        case .sarif: Terminal.write(report.sarif + "\n")
        case .github: Terminal.write(report.github)
        }
        if policies.contains(where: { $0.program == nil }) { throw ExitCode.policy }
        if report.tests.contains(where: { $0.count(.error) > 0 }) { throw ExitCode.input }
        if strict, report.all.contains(where: { $0.count(.warning) > 0 }) { throw ExitCode.findings }
    }
}

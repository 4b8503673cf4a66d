import ArgumentParser
import PolicyEngine
import PolicyTesting
import SourceText

/// Test files run one after another, each policy loaded once.
struct TestSession {
    let options: TestOptions
    private(set) var reports: [TestReport] = []
    /// By path, in the order of first use.
    private var policies: [PolicyFile] = []
    private(set) var coverages: [CoverageReport] = []
    /// Policies that tests want to run and that cannot be loaded.
    private var unusable: [String] = []

    init(_ options: TestOptions) { self.options = options }

    /// Reads a test file and runs its tests.
    mutating func add(_ path: String) throws(CommandFailure) {
        let file = TestFile.read(path, try Files.read(path))
        guard let name = file.policy?.value else {
            reports.append(file.run(on: TestSubject(policy: nil, program: nil, findings: []), options))
            return
        }
        let policy = try policy(at: Self.path(name, besides: path), wantedBy: path)
        let subject = TestSubject(policy: policy.policy, program: policy.program, findings: policy.diagnostics)
        let report = file.run(on: subject, options)
        if policy.program == nil, !file.asksForFindingsOnly {
            tellUnusable(policy)
            if !report.isUsable { reports.append(report) }
            return
        }
        reports.append(report)
        guard let coverage = report.coverage else { return }
        if let known = coverages.firstIndex(where: { $0.name == policy.path }) {
            coverages[known].coverage.formUnion(coverage)
        } else {
            coverages.append(CoverageReport(name: policy.path, sources: policy.sources, coverage: coverage))
        }
    }

    private mutating func policy(at path: String, wantedBy test: String) throws(CommandFailure) -> PolicyFile {
        if let known = policies.first(where: { $0.path == path }) { return known }
        guard Files.kind(of: path) == .file else {
            throw CommandFailure(
                "`\(test)` tests `\(path)`, and there is no such file"
                    + (Self.near(path).map { "; did you mean `\($0)`?" } ?? ""))
        }
        let policy = try PolicyFile.load(path)
        policies.append(policy)
        return policy
    }

    /// The policy in the same folder whose path looks most like one that is not there.
    static func near(_ path: String) -> String? {
        let others = (try? FileSearch.files(besides: path, endingIn: ".policy.yaml")) ?? []
        return nearest(path, in: others)
    }

    /// A path relative to the folder of another.
    static func path(_ name: String, besides other: String) -> String {
        if name.hasPrefix("/") { return name }
        return (other.lastIndex(of: "/").map { String(other[...$0]) } ?? "") + name
    }

    private mutating func tellUnusable(_ policy: PolicyFile) {
        if unusable.contains(policy.path) { return }
        unusable.append(policy.path)
        policy.tellErrors()
        Terminal.writeError("error: `\(policy.path)` cannot be loaded, so its tests were not run\n")
    }

    /// The files that policies were read from.
    var policyFiles: [String] { policies.flatMap { $0.sources.names } }

    // MARK: Results

    private var testCount: Int { reports.reduce(0) { $0 + $1.results.count } }
    private var failedCount: Int { reports.reduce(0) { $0 + $1.failedCount } }

    func text(color: Bool, coverage minimum: Int?) -> String {
        // Files of which the filter leaves nothing are not worth a line.
        let shown = reports.filter { options.filter == nil || !$0.results.isEmpty || !$0.isUsable }
        var text = shown.map { $0.text(color: color) }.joined()
        if minimum != nil { text += coverageText(minimum) }
        if shown.count > 1 {
            let failed = failedCount == 0 ? "all passed" : "\(failedCount) failed"
            text += "\(testCount) tests in \(shown.count) files: \(failed)\n"
        }
        return text
    }

    func coverageText(_ minimum: Int?) -> String {
        var text = ""
        for report in coverages {
            text += report.text
            if let minimum, report.coverage.percent < minimum { text += "\(report.name): \(minimum)% is wanted\n" }
        }
        return text
    }

    func json(coverage minimum: Int?) -> String {
        var json = JSONText()
        json.beginObject()
        json.member("tests", testCount)
        json.member("failed", failedCount)
        json.key("files")
        json.beginArray()
        for report in reports { report.write(to: &json) }
        json.endArray()
        if minimum != nil {
            json.key("coverage")
            json.beginArray()
            for report in coverages { report.write(to: &json) }
            json.endArray()
        }
        json.endObject()
        return json.text
    }

    func junit(coverage minimum: Int?) -> String {
        JUnitReport.xml(reports) { report in
            guard minimum != nil, let policy = report.policy else { return [] }
            let path = Self.path(policy, besides: report.name)
            return coverages.first { $0.name == path }?.properties ?? []
        }
    }

    func github(coverage minimum: Int?) -> String {
        reports.map(\.github).joined() + (minimum == nil ? "" : coverages.map(\.github).joined())
    }

    /// The exit status where it is not 0. What cannot be loaded outweighs what cannot be read, and that what failed.
    func exit(coverage minimum: Int?, strict: Bool = false) -> ExitCode? {
        if !unusable.isEmpty { return .policy }
        if reports.contains(where: { !$0.isUsable }) { return .input }
        if testCount == 0 {
            let reason = options.filter.map { "no test has `\($0)` in its name" } ?? "no tests were run"
            Terminal.writeError("error: \(reason), and that is not a pass\n")
            return .findings
        }
        if failedCount > 0 || (strict && reports.contains { !$0.diagnostics.isEmpty }) { return .findings }
        if let minimum, coverages.contains(where: { $0.coverage.percent < minimum }) { return .findings }
        return nil
    }
}

import PolicyEngine
import PolicyLanguage
import SourceText

/// What a test file is run against: a policy and what was found in it.
public struct TestSubject: Sendable {
    public let policy: CheckedPolicy?
    public let program: Program?
    /// The findings of check, which tests may expect.
    public let findings: [Diagnostic]

    /// `policy` and `program` are nil for a policy that cannot be loaded or run.
    public init(policy: CheckedPolicy?, program: Program?, findings: [Diagnostic]) {
        self.policy = policy
        self.program = program
        self.findings = findings
    }
}

/// How one test went.
public struct TestResult: Sendable {
    public let name: Located<String>
    /// Empty for a test that passed.
    public let failures: [TestFailure]
    /// How long it took, in nanoseconds by the clock it was run with.
    public let duration: Int64

    public var isPassed: Bool { failures.isEmpty }
}

/// How the tests of one file went.
public struct TestReport: Sendable {
    /// The test file's name, and the file for showing places.
    public let name: String
    /// The policy that it tests, relative to the file; nil where it names none.
    public let policy: String?
    public let sources: SourceMap
    /// What is wrong with the test file itself; with an error among it no test was run.
    public let diagnostics: [Diagnostic]
    public let results: [TestResult]
    /// What of the policy was tried; nil where no test was run.
    public let coverage: Coverage?
    /// How many tests were left out because their names did not fit.
    public let leftOut: Int

    public var isUsable: Bool { !diagnostics.contains { $0.severity == .error } }
    public var failedCount: Int { results.count { !$0.isPassed } }
}

/// How tests are run.
public struct TestOptions: Sendable {
    /// Only tests whose names have this in them, in any case; nil for all.
    public var filter: String?
    /// Nanoseconds on a clock that never goes back; tests take no time where there is none.
    public var clock: (@Sendable () -> Int64)?

    public init(filter: String? = nil, clock: (@Sendable () -> Int64)? = nil) {
        self.filter = filter
        self.clock = clock
    }

    func takes(_ name: String) -> Bool { filter.map { name.lowercased().contains($0.lowercased()) } ?? true }
}

extension TestFile {
    /// What is wrong with the file when it is held against its policy and not run; without a policy, what can be seen
    /// without one.
    public func findings(against policy: CheckedPolicy?) -> [Diagnostic] {
        sorted(diagnostics + (policy.map { TestPlan(self, $0.policy).findings } ?? []))
    }

    /// Runs the tests, each on an engine of its own, in the order of the file.
    ///
    /// Without results where the file has an error in it, or where tests have steps and the subject has no program.
    public func run(on subject: TestSubject, _ options: TestOptions = TestOptions()) -> TestReport {
        let chosen = tests.filter { options.takes($0.name.value) }
        guard let policy = subject.policy, subject.program != nil, let program = try? Program(policy, tracing: true)
        else {
            let results = chosen.map { TestResult(name: $0.name, failures: missing($0, subject.findings), duration: 0) }
            return report(diagnostics, asksForFindingsOnly ? results : [], nil)
        }
        let plan = TestPlan(self, policy.policy)
        let all = sorted(diagnostics + plan.findings)
        var coverage = Coverage(policy)
        if all.contains(where: { $0.severity == .error }) { return report(all, [], nil) }
        var remarks: [Diagnostic] = []
        let results = plan.tests.filter { options.takes($0.test.name.value) }.map { test in
            let start = options.clock?() ?? 0
            let run = TestRun.run(test, of: policy, on: program, plan.names, &coverage)
            remarks += run.remarks
            let failures = missing(test.test, subject.findings) + run.failures
            return TestResult(name: test.test.name, failures: failures, duration: (options.clock?() ?? 0) - start)
        }
        return report(sorted(all + remarks), results, coverage)
    }

    private func report(_ diagnostics: [Diagnostic], _ results: [TestResult], _ coverage: Coverage?) -> TestReport {
        let isUsable = !diagnostics.contains { $0.severity == .error }
        return TestReport(
            name: name, policy: policy?.value, sources: sources, diagnostics: diagnostics,
            results: isUsable ? results : [],
            coverage: coverage, leftOut: isUsable ? tests.count - results.count : 0)
    }

    /// The findings of check that a test expects and that are not there.
    private func missing(_ test: PolicyTest, _ findings: [Diagnostic]) -> [TestFailure] {
        guard let expected = test.findings else { return [] }
        var codes: [String] = []
        for code in findings.map(\.code) where !codes.contains(code) { codes.append(code) }
        let found = codes.isEmpty ? "check found nothing" : "check found: \(codes.joined(separator: ", "))"
        if expected.isEmpty {
            if codes.isEmpty { return [] }
            return [TestFailure(span: test.findingsSpan, message: "expected `findings: []`; \(found)", details: [])]
        }
        return expected.filter { !codes.contains($0.value) }.map {
            TestFailure(span: $0.span, message: "expected `findings: \($0.value)`; \(found)", details: [])
        }
    }
}

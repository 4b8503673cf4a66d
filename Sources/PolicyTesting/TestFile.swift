import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// A file of policy tests as its author wrote it, read as far as that goes without the policy.
public struct TestFile: Sendable {
    /// The name people know the file by.
    public let name: String
    /// The file itself; every span of a test points into it.
    public let sources: SourceMap
    /// What is wrong with the file, in the order of reading.
    public let diagnostics: [Diagnostic]
    /// The policy to test: a path relative to the file. nil where the file does not name one.
    public let policy: Located<String>?
    let tests: [PolicyTest]

    /// Reads a test file; what is wrong with it is told all at once. Linear in the bytes.
    public static func read(_ name: String, _ bytes: [UInt8]) -> TestFile {
        var sources = SourceMap()
        let file = SourceFile(name: name, bytes: bytes)
        let id = sources.add(file)
        var reader = TestReader()
        switch YAMLReader.read(file, id: id) {
        case .failure(let failure):
            return TestFile(name: name, sources: sources, diagnostics: failure.diagnostics, policy: nil, tests: [])
        case .success(let root):
            let (policy, tests) = reader.read(root)
            return TestFile(
                name: name, sources: sources, diagnostics: sorted(reader.findings), policy: policy, tests: tests)
        }
    }

    /// How many tests the file has.
    public var testCount: Int { tests.count }

    /// Whether no test has steps: then a policy that cannot be loaded can be tested too.
    public var asksForFindingsOnly: Bool {
        !tests.isEmpty && tests.allSatisfy { $0.steps.isEmpty && $0.findings != nil }
    }
}

/// One test: what is given, what happens, and what is expected of the policy.
struct PolicyTest: Sendable {
    var name: Located<String>
    var given = Given()
    var steps: [TestStep] = []
    /// Codes that `check` is expected to find; empty for none at all, nil where the test does not ask.
    var findings: [Located<String>]?
    /// The place of the key `findings`.
    var findingsSpan = SourceSpan.none
    /// The moment from which durations count, in milliseconds since 1970.
    var start = TestTime.standardStart
    /// Times are shown as dates because they were written as dates.
    var usesDates = false
}

/// Who takes part in a test, and what holds before its first step.
struct Given: Sendable {
    var contact: Located<String>?
    var customer: Located<String>?
    var agent: Located<String>?
    var channel: Located<String>?
    var language: Located<String>?
    var facts: [YAMLEntry] = []
    var statuses: [Located<String>] = []
    var counts: [(measure: Located<String>, number: Int64)] = []
}

/// One event of a test with its time, and what is expected after it.
struct TestStep: Sendable {
    /// From 1.
    var number: Int
    /// The name of the event's type, at its place.
    var type: Located<String>
    /// The event's data as written.
    var data: YAMLNode
    /// All that stands in the step.
    var entries: [YAMLEntry]
    /// Milliseconds since 1970.
    var time: Int64
    var id: Located<String>?
    var contact: Located<String>?
    var customer: Located<String>?
    var agent: Located<String>?
    var channel: Located<String>?
    var expectations: [Expectation] = []
}

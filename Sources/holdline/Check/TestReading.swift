import AuditLog
import PolicyLanguage
import PolicyTesting
import SourceText

/// A test file as `holdline check` reads it: held against its policy, and not run.
struct TestReading: FoundFile {
    let path: String
    let sources: SourceMap
    let diagnostics: [Diagnostic]
    let allowed: [AllowedFinding] = []

    /// The test files in the folders of a command line and beside its policies, in the order of the paths.
    ///
    /// `policies` are those that were loaded for the same paths; others that tests name are loaded for them.
    static func all(in paths: [String], of policies: [PolicyFile]) throws(CommandFailure) -> [TestReading] {
        var known = policies
        var found: [TestReading] = []
        for path in paths {
            let isFolder = Files.kind(of: path) == .folder
            let tests =
                isFolder
                ? try FileSearch.files(in: [path], endingIn: ".test.yaml", atLeast: 0)
                : try FileSearch.files(besides: path, endingIn: ".test.yaml")
            for test in tests where !found.contains(where: { $0.path == test }) {
                let file = TestFile.read(test, try Files.read(test))
                let policy = file.policy.map { TestSession.path($0.value, besides: test) }
                if isFolder || policy == path { found.append(try TestReading(file, policy, &known)) }
            }
        }
        return found
    }

    private init(_ file: TestFile, _ policy: String?, _ known: inout [PolicyFile]) throws(CommandFailure) {
        path = file.name
        sources = file.sources
        guard let policy, let place = file.policy?.span else {
            diagnostics = file.findings(against: nil)
            return
        }
        guard Files.kind(of: policy) == .file else {
            let near = TestSession.near(policy)
            let missing = Diagnostic(
                code: "unknown-name", span: place, message: "there is no file `\(printable(policy))`",
                help: near.map { "did you mean `\(printable($0))`?" }
                    ?? "`policy` wants the path of a policy, relative to this file")
            diagnostics = sorted(file.findings(against: nil) + [missing])
            return
        }
        if !known.contains(where: { $0.path == policy }) { known.append(try PolicyFile.load(policy)) }
        diagnostics = file.findings(against: known.first { $0.path == policy }?.policy)
    }
}

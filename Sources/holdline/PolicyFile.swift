import ArgumentParser
import PolicyEngine
import PolicyLanguage
import SourceText

/// A policy as a command loads it: what was found in it and, where nothing stands in the way, the program.
struct PolicyFile: FoundFile {
    let path: String
    let sources: SourceMap
    /// Those of the loader and why the policy cannot be run, if so.
    let diagnostics: [Diagnostic]
    /// What comments in the policy let stand.
    let allowed: [AllowedFinding]
    let policy: CheckedPolicy?
    let program: Program?

    /// Loads a policy with its parents, which lie in the same folder.
    static func load(_ path: String) throws(CommandFailure) -> PolicyFile {
        let bytes = try Files.read(path)
        let loaded = PolicyLoader.load(path) { name in name == path ? bytes : try? Files.read(name) }
        return PolicyFile(path, loaded)
    }

    private init(_ path: String, _ loaded: LoadedPolicy) {
        self.path = path
        sources = loaded.sources
        policy = loaded.policy
        var found = loaded.diagnostics
        var allowed = loaded.allowed
        do throws(ProgramRefusal) {
            program = try loaded.policy.map { (policy) throws(ProgramRefusal) in try Program(policy) }
        } catch {
            program = nil
            let reached = Set(error.reached.map(\.span))
            found.removeAll { $0.code == "not-built" && reached.contains($0.span) }
            allowed.removeAll { $0.finding.code == "not-built" && reached.contains($0.finding.span) }
            found += error.reached.map(PolicyFile.finding)
        }
        diagnostics = sorted(found)
        self.allowed = allowed
    }

    private static func finding(_ part: NotBuilt) -> Diagnostic {
        Diagnostic(
            code: "not-built", span: part.span,
            message: "\(part.what) is in use, and this version cannot evaluate it",
            help: part.instead ?? "take it out, or take out what leads to it")
    }

    /// The program; where there is none, tells why on standard error and ends with exit status 2.
    func runnable() throws -> Program {
        if let program { return program }
        tellErrors()
        Terminal.writeError("error: `\(path)` cannot be loaded\n")
        throw ExitCode.policy
    }

    /// Tells on standard error what keeps the policy from being run.
    func tellErrors() {
        let renderer = DiagnosticRenderer(sources: sources, color: Terminal.errorHasColor)
        for finding in diagnostics where finding.severity == .error { Terminal.writeError(renderer.text(finding)) }
    }
}

import ArgumentParser
import SourceText

/// `holdline check`: reads policies, types their conditions and checks what they say.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read, type and check policies.",
        discussion: """
            Folders are searched for `*.policy.yaml`. Warnings alone leave the exit status 0, with --strict it is 1; a \
            policy with errors cannot be loaded, and it is 2.

            Example:
              holdline init my-policy
              holdline check my-policy
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif, github
    }

    @Argument(help: "Policy files, or folders with policies.")
    var paths: [String]

    @Option(help: "How to write findings.")
    var format = Format.text

    @Flag(help: "Let warnings count as findings: exit status 1.")
    var strict = false

    func run() throws {
        for path in paths where path.hasSuffix(".test.yaml") {
            throw CommandFailure("`\(path)` is a file of tests", help: "run it with `holdline test \(path)`")
        }
        var policies: [PolicyFile] = []
        for path in try FileSearch.files(in: paths, endingIn: ".policy.yaml") {
            policies.append(try PolicyFile.load(path))
        }
        switch format {
        case .text: for policy in policies { Terminal.write(text(policy)) }
        case .json: Terminal.write(json(policies) + "\n")
        case .sarif: Terminal.write(sarif(policies) + "\n")
        case .github: for policy in policies { Terminal.write(github(policy)) }
        }
        if policies.contains(where: { $0.program == nil }) { throw ExitCode.policy }
        if strict, policies.contains(where: { $0.count(.warning) > 0 }) { throw ExitCode.findings }
    }

    private func text(_ policy: PolicyFile) -> String {
        let renderer = DiagnosticRenderer(sources: policy.sources, color: Terminal.hasColor)
        return policy.diagnostics.map { renderer.text($0) + "\n" }.joined() + "\(policy.path): \(policy.summary)\n"
    }

    private func github(_ policy: PolicyFile) -> String {
        let renderer = DiagnosticRenderer(sources: policy.sources, color: false)
        return policy.diagnostics.map { renderer.github($0) + "\n" }.joined()
    }

    private func json(_ policies: [PolicyFile]) -> String {
        var json = JSONText()
        json.beginObject()
        json.member("errors", policies.reduce(0) { $0 + $1.count(.error) })
        json.member("warnings", policies.reduce(0) { $0 + $1.count(.warning) })
        json.key("policies")
        json.beginArray()
        for policy in policies {
            let renderer = DiagnosticRenderer(sources: policy.sources, color: false)
            json.beginObject()
            json.member("file", policy.path)
            json.member("policy", policy.policy?.reference)
            json.key("diagnostics")
            json.beginArray()
            for finding in policy.diagnostics { json.literal(renderer.json(finding)) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.text
    }

    /// One log for all policies, whose files are put into one map.
    private func sarif(_ policies: [PolicyFile]) -> String {
        var sources = SourceMap()
        var findings: [Diagnostic] = []
        for policy in policies {
            let offset = UInt32(clamping: sources.files.count)
            for file in policy.sources.files { sources.add(file) }
            findings += policy.diagnostics.map { $0.moved(by: offset) }
        }
        return DiagnosticRenderer(sources: sources, color: false).sarif(findings)
    }
}

extension PolicyFile {
    func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }

    /// `clean`, or `1 error, 2 warnings`.
    fileprivate var summary: String {
        let counts = [Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = count(severity)
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "clean" : counts.joined(separator: ", ")
    }
}

extension Diagnostic {
    /// The same finding where its files stand later in a map.
    fileprivate func moved(by offset: UInt32) -> Diagnostic {
        func moved(_ span: SourceSpan) -> SourceSpan {
            var span = span
            if !span.isNone { span.file += offset }
            return span
        }
        var finding = self
        finding.span = moved(span)
        finding.related = related.map { Related(span: moved($0.span), message: $0.message) }
        return finding
    }
}

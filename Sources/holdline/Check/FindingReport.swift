import PolicyLanguage
import SourceText

/// A file and what was found in it.
protocol FoundFile {
    var path: String { get }
    var sources: SourceMap { get }
    var diagnostics: [Diagnostic] { get }
    /// What comments in the file let stand.
    var allowed: [AllowedFinding] { get }
}

/// What was found in policies and in their tests, in the forms that `holdline check` writes.
struct FindingReport {
    let policies: [PolicyFile]
    let tests: [TestReading]

    var all: [any FoundFile] { policies + tests }

    // MARK: Text

    /// Every finding with its line of source, a line of sums for each policy and for each test file that is not clean,
    /// and one for all where there are several; after `limit` findings it is told how many are left out.
    func text(limit: Int) -> String {
        let faulty = tests.filter { !$0.diagnostics.isEmpty }
        let shown: [any FoundFile] = policies + faulty
        var room = limit
        var output = ""
        for file in shown {
            let renderer = DiagnosticRenderer(sources: file.sources, color: Terminal.hasColor)
            for finding in file.diagnostics.prefix(room) { output += renderer.text(finding) + "\n" }
            room -= min(room, file.diagnostics.count)
            output += "\(file.path): \(FindingReport.sums([file]))\n"
        }
        let count = shown.reduce(0) { $0 + $1.diagnostics.count }
        if policies.count > 1, count > 0 {
            let tests = faulty.isEmpty ? "" : " and \(counted(faulty.count, "file")) of tests"
            output += "\(policies.count) policies\(tests): \(FindingReport.sums(shown))\n"
        }
        if count > limit { output += FindingReport.left(count - limit, of: count) }
        return output
    }

    private static func left(_ count: Int, of all: Int) -> String {
        "\(count) more finding\(count == 1 ? " is" : "s are") not shown: `--limit \(all)` shows all\n"
    }

    /// `clean`, or `1 error, 2 warnings, 1 allowed`.
    private static func sums(_ files: [any FoundFile]) -> String {
        let counts = [Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = files.reduce(0) { $0 + $1.count(severity) }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        let allowed = files.reduce(0) { $0 + $1.allowed.count }
        let sum = counts.isEmpty ? "clean" : counts.joined(separator: ", ")
        return allowed == 0 ? sum : "\(sum), \(allowed) allowed"
    }

    // MARK: Forms for machines

    /// Workflow commands, one a line.
    var github: String {
        all.map { file in
            let renderer = DiagnosticRenderer(sources: file.sources, color: false)
            return file.diagnostics.map { renderer.github($0) + "\n" }.joined()
        }.joined()
    }

    /// One JSON object for all policies and their tests.
    var json: String {
        var json = JSONText()
        json.beginObject()
        json.member("errors", all.reduce(0) { $0 + $1.count(.error) })
        json.member("warnings", all.reduce(0) { $0 + $1.count(.warning) })
        json.member("allowed", all.reduce(0) { $0 + $1.allowed.count })
        json.key("policies")
        json.beginArray()
        for policy in policies { FindingReport.write(policy, .some(policy.policy?.reference), to: &json) }
        json.endArray()
        json.key("tests")
        json.beginArray()
        for file in tests { FindingReport.write(file, to: &json) }
        json.endArray()
        json.endObject()
        return json.text
    }

    private static func write(_ file: some FoundFile, _ reference: String?? = nil, to json: inout JSONText) {
        let renderer = DiagnosticRenderer(sources: file.sources, color: false)
        json.beginObject()
        json.member("file", file.path)
        if let reference { json.member("policy", reference) }
        json.key("diagnostics")
        json.beginArray()
        for finding in file.diagnostics { json.literal(renderer.json(finding)) }
        json.endArray()
        if !file.allowed.isEmpty {
            json.key("allowed")
            json.beginArray()
            for one in file.allowed {
                json.beginObject()
                json.member("reason", one.reason)
                json.key("finding")
                json.literal(renderer.json(one.finding))
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
    }

    /// One log for all policies and their tests, whose files are put into one map.
    var sarif: String {
        var sources = SourceMap()
        var findings: [Diagnostic] = []
        var allowed: [AllowedFinding] = []
        for found in all {
            let offset = UInt32(clamping: sources.files.count)
            for file in found.sources.files { sources.add(file) }
            findings += found.diagnostics.map { $0.moved(by: offset) }
            allowed += found.allowed.map { one in
                AllowedFinding(
                    finding: one.finding.moved(by: offset), reason: one.reason, comment: one.comment.moved(by: offset))
            }
        }
        return DiagnosticRenderer(sources: sources, color: false)
            .sarif(findings, allowed: allowed, kinds: FindingCatalog.policy + FindingCatalog.tests)
    }
}

extension FoundFile {
    func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
}

extension SourceSpan {
    /// The same place where its file stands later in a map.
    fileprivate func moved(by offset: UInt32) -> SourceSpan {
        var span = self
        if !span.isNone { span.file += offset }
        return span
    }
}

extension Diagnostic {
    fileprivate func moved(by offset: UInt32) -> Diagnostic {
        var finding = self
        finding.span = span.moved(by: offset)
        finding.related = related.map { Related(span: $0.span.moved(by: offset), message: $0.message) }
        return finding
    }
}

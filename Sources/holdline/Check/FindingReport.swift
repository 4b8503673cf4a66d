import PolicyLanguage
import SourceText

/// What was found in policies, in the forms that `holdline check` writes.
struct FindingReport {
    let policies: [PolicyFile]

    // MARK: Text

    /// Every finding with its line of source, a line of sums for each policy, and one for all where there are several;
    /// after `limit` findings it is told how many are left out.
    func text(limit: Int) -> String {
        var room = limit
        var output = ""
        for policy in policies {
            let renderer = DiagnosticRenderer(sources: policy.sources, color: Terminal.hasColor)
            for finding in policy.diagnostics.prefix(room) { output += renderer.text(finding) + "\n" }
            room -= min(room, policy.diagnostics.count)
            output += "\(policy.path): \(FindingReport.sums([policy]))\n"
        }
        let all = policies.reduce(0) { $0 + $1.diagnostics.count }
        if policies.count > 1, all > 0 { output += "\(policies.count) policies: \(FindingReport.sums(policies))\n" }
        if all > limit { output += FindingReport.left(all - limit, of: all) }
        return output
    }

    private static func left(_ count: Int, of all: Int) -> String {
        "\(count) more finding\(count == 1 ? " is" : "s are") not shown: `--limit \(all)` shows all\n"
    }

    /// `clean`, or `1 error, 2 warnings, 1 allowed`.
    private static func sums(_ policies: [PolicyFile]) -> String {
        let counts = [Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = policies.reduce(0) { $0 + $1.count(severity) }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        let allowed = policies.reduce(0) { $0 + $1.allowed.count }
        let sum = counts.isEmpty ? "clean" : counts.joined(separator: ", ")
        return allowed == 0 ? sum : "\(sum), \(allowed) allowed"
    }

    // MARK: Forms for machines

    /// Workflow commands, one a line.
    var github: String {
        policies.map { policy in
            let renderer = DiagnosticRenderer(sources: policy.sources, color: false)
            return policy.diagnostics.map { renderer.github($0) + "\n" }.joined()
        }.joined()
    }

    /// One JSON object for all policies.
    var json: String {
        var json = JSONText()
        json.beginObject()
        json.member("errors", policies.reduce(0) { $0 + $1.count(.error) })
        json.member("warnings", policies.reduce(0) { $0 + $1.count(.warning) })
        json.member("allowed", policies.reduce(0) { $0 + $1.allowed.count })
        json.key("policies")
        json.beginArray()
        for policy in policies { FindingReport.write(policy, to: &json) }
        json.endArray()
        json.endObject()
        return json.text
    }

    private static func write(_ policy: PolicyFile, to json: inout JSONText) {
        let renderer = DiagnosticRenderer(sources: policy.sources, color: false)
        json.beginObject()
        json.member("file", policy.path)
        json.member("policy", policy.policy?.reference)
        json.key("diagnostics")
        json.beginArray()
        for finding in policy.diagnostics { json.literal(renderer.json(finding)) }
        json.endArray()
        if !policy.allowed.isEmpty {
            json.key("allowed")
            json.beginArray()
            for one in policy.allowed {
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

    /// One log for all policies, whose files are put into one map.
    var sarif: String {
        var sources = SourceMap()
        var findings: [Diagnostic] = []
        var allowed: [AllowedFinding] = []
        for policy in policies {
            let offset = UInt32(clamping: sources.files.count)
            for file in policy.sources.files { sources.add(file) }
            findings += policy.diagnostics.map { $0.moved(by: offset) }
            allowed += policy.allowed.map { one in
                AllowedFinding(
                    finding: one.finding.moved(by: offset), reason: one.reason, comment: one.comment.moved(by: offset))
            }
        }
        return DiagnosticRenderer(sources: sources, color: false)
            .sarif(findings, allowed: allowed, kinds: FindingCatalog.policy)
    }
}

extension PolicyFile {
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

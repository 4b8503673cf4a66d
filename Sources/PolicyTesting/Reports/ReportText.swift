import SourceText

extension TestReport {
    /// The report for the eye: one line for a file that passed; for each step that failed the life of its case and
    /// what was expected of it. Each part ends with a line break.
    public func text(color: Bool) -> String {
        let renderer = DiagnosticRenderer(sources: sources, color: color)
        var text = diagnostics.map(renderer.text).joined()
        for result in results where !result.isPassed {
            text += "\(quoted(result.name.value)) failed\n"
            var told: [String] = []
            for failure in result.failures {
                // What happened before a step is told once, above all that was expected of it.
                if failure.details != told { text += failure.details.map { "  \($0)\n" }.joined() }
                told = failure.details
                text += renderer.text(failure.diagnostic)
            }
            text += "\n"
        }
        return text + "\(name): \(summary)\n"
    }

    /// `8 tests passed`, `1 of 8 tests failed`, `no tests were run`.
    public var summary: String {
        if !isUsable { return "no tests were run" }
        if results.isEmpty { return leftOut > 0 ? "no test has such a name" : "there are no tests" }
        let rest = leftOut > 0 ? " (\(leftOut) left out)" : ""
        if failedCount > 0 { return "\(failedCount) of \(results.count) tests failed\(rest)" }
        return (results.count == 1 ? "1 test passed" : "\(results.count) tests passed") + rest
    }

    /// The failures as GitHub's workflow commands, one to a line; nothing for a file that passed.
    public var github: String {
        let renderer = DiagnosticRenderer(sources: sources, color: false)
        var lines = diagnostics.map(renderer.github)
        for result in results {
            lines += result.failures.map { failure in
                var finding = failure.diagnostic
                finding.message = "\(quoted(result.name.value)): \(failure.message)"
                finding.message += failure.details.map { "\n\($0)" }.joined()
                return renderer.github(finding)
            }
        }
        return lines.map { "\($0)\n" }.joined()
    }
}

extension TestFailure {
    /// The failure as a finding at the place of the expectation.
    var diagnostic: Diagnostic { Diagnostic(code: "test-failed", span: span, message: message) }
}

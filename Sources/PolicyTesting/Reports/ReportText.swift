import SourceText

extension TestReport {
    /// The report for the eye: one line for a file that passed, failures in detail, each ending with a line break.
    public func text(color: Bool) -> String {
        let renderer = DiagnosticRenderer(sources: sources, color: color)
        var text = diagnostics.map(renderer.text).joined()
        for result in results {
            for (index, failure) in result.failures.enumerated() {
                text += renderer.text(failure.diagnostic(of: result))
                // What a step did is told once, below all that was expected of it.
                let next = index + 1 < result.failures.count ? result.failures[index + 1].details : []
                if failure.details != next { text += TestReport.text(failure.details) }
            }
        }
        return text + "\(name): \(summary)\n"
    }

    private static func text(_ details: [String]) -> String {
        details.enumerated().map { ($0.offset == 0 ? "  = " : "      ") + $0.element + "\n" }.joined()
    }

    /// `8 tests passed`, `1 of 8 tests failed`, `no tests were run`.
    public var summary: String {
        if !isUsable { return "no tests were run" }
        if results.isEmpty { return "there are no tests" }
        if failedCount > 0 { return "\(failedCount) of \(results.count) tests failed" }
        return results.count == 1 ? "1 test passed" : "\(results.count) tests passed"
    }

    /// The failures as GitHub's workflow commands, one to a line; nothing for a file that passed.
    public var github: String {
        let renderer = DiagnosticRenderer(sources: sources, color: false)
        var lines = diagnostics.map(renderer.github)
        for result in results {
            lines += result.failures.map { failure in
                var finding = failure.diagnostic(of: result)
                finding.message += failure.details.map { "\n\($0)" }.joined()
                return renderer.github(finding)
            }
        }
        return lines.map { "\($0)\n" }.joined()
    }
}

extension TestFailure {
    /// The failure as a finding at the place of the expectation.
    func diagnostic(of result: TestResult) -> Diagnostic {
        Diagnostic(code: "test-failed", span: span, message: "\(quoted(result.name.value)): \(message)")
    }
}

extension Coverage {
    /// `coverage: 75% (12 of 16)`, and a line for each thing never tried.
    public var text: String {
        var text = "coverage: \(percent)% (\(triedCount) of \(items.count))\n"
        for item in untried { text += "  never tried: \(item.id) \(item.what)\n" }
        return text
    }
}

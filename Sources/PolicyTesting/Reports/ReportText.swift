import SourceText

extension TestReport {
    /// The report for the eye: one line for a file that passed, failures in detail, each ending with a line break.
    public func text(color: Bool) -> String {
        let renderer = DiagnosticRenderer(sources: sources, color: color)
        var text = diagnostics.map(renderer.text).joined()
        for result in results where !result.isPassed {
            for failure in result.failures {
                text += renderer.text(failure.diagnostic(of: result))
                text += failure.details.enumerated().map { ($0.offset == 0 ? "  = " : "      ") + $0.element + "\n" }.joined()
            }
        }
        return text + "\(name): \(summary)\n"
    }

    /// `8 tests passed`, `1 of 8 tests failed`, `no tests were run`.
    public var summary: String {
        if !isUsable { return "no tests were run" }
        let tests = results.count == 1 ? "1 test" : "\(results.count) tests"
        if results.isEmpty { return "there are no tests" }
        return failedCount == 0 ? "\(tests) passed" : "\(failedCount) of \(tests) failed"
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

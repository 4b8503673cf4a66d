import SourceText

/// Test reports in the XML that build servers read.
public enum JUnitReport {
    /// One document with a suite for each file; valid XML 1.0 whatever the names hold.
    public static func xml(_ reports: [TestReport]) -> String {
        let tests = reports.reduce(0) { $0 + $1.results.count }
        let failed = reports.reduce(0) { $0 + $1.failedCount }
        let errors = reports.count { !$0.isUsable }
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuites name=\"holdline\" tests=\"\(tests)\" failures=\"\(failed)\" errors=\"\(errors)\">\n"
        for report in reports { xml += suite(report) }
        return xml + "</testsuites>\n"
    }

    private static func suite(_ report: TestReport) -> String {
        let renderer = DiagnosticRenderer(sources: report.sources, color: false)
        let errors = report.isUsable ? 0 : 1
        var xml = "  <testsuite name=\(attribute(report.name)) tests=\"\(report.results.count)\""
        xml += " failures=\"\(report.failedCount)\" errors=\"\(errors)\">\n"
        if !report.isUsable {
            let text = report.diagnostics.map(renderer.text).joined()
            xml += "    <testcase name=\"the file can be read\" classname=\(attribute(report.name))>\n"
            xml += "      <error message=\"the test file has errors\">\(escaped(text))</error>\n    </testcase>\n"
        }
        for result in report.results { xml += testCase(result, report) }
        return xml + "  </testsuite>\n"
    }

    private static func testCase(_ result: TestResult, _ report: TestReport) -> String {
        var xml = "    <testcase name=\(attribute(result.name.value)) classname=\(attribute(report.name))"
        if let line = report.line(of: result.name.span) { xml += " line=\"\(line)\"" }
        if result.isPassed { return xml + "/>\n" }
        xml += ">\n"
        for failure in result.failures {
            let place = report.line(of: failure.span).map { "\(report.name):\($0)\n" } ?? ""
            let details = place + failure.details.joined(separator: "\n")
            xml += "      <failure message=\(attribute(failure.message))>\(escaped(details))</failure>\n"
        }
        return xml + "    </testcase>\n"
    }

    private static func attribute(_ text: String) -> String { "\"\(escaped(text, inAttribute: true))\"" }

    /// Escapes what is markup; what XML 1.0 cannot hold at all becomes U+FFFD.
    static func escaped(_ text: String, inAttribute: Bool = false) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;".unicodeScalars
            case "<": output += "&lt;".unicodeScalars
            case ">": output += "&gt;".unicodeScalars
            case "\"": output += "&quot;".unicodeScalars
            case "\n" where inAttribute, "\t" where inAttribute: output += "&#\(scalar.value);".unicodeScalars
            case "\r": output += "&#13;".unicodeScalars
            case "\t", "\n": output.append(scalar)
            default:
                let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                output.append(isAllowed ? scalar : "\u{FFFD}")
            }
        }
        return String(output)
    }
}

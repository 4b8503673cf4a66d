import SourceText

/// Test reports in the XML that build servers read: what Jenkins' own schema allows and no more.
public enum JUnitReport {
    /// One document with a suite for each file; valid XML 1.0 whatever the names hold.
    ///
    /// `properties` are put into every suite, such as what of the policy was covered.
    public static func xml(
        _ reports: [TestReport], properties: (TestReport) -> [(name: String, value: String)] = { _ in [] }
    ) -> String {
        let tests = reports.reduce(0) { $0 + $1.junitCount }
        let failed = reports.reduce(0) { $0 + $1.failedCount }
        let errors = reports.count { !$0.isUsable }
        let time = seconds(reports.reduce(0) { $0 + $1.duration })
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuites name=\"holdline\" tests=\"\(tests)\" failures=\"\(failed)\" errors=\"\(errors)\""
        xml += " time=\"\(time)\">\n"
        for report in reports { xml += suite(report, properties(report)) }
        return xml + "</testsuites>\n"
    }

    private static func suite(_ report: TestReport, _ properties: [(name: String, value: String)]) -> String {
        let renderer = DiagnosticRenderer(sources: report.sources, color: false)
        let errors = report.isUsable ? 0 : 1
        var xml = "  <testsuite name=\(attribute(report.name)) file=\(attribute(report.name))"
        xml += " tests=\"\(report.junitCount)\" failures=\"\(report.failedCount)\" errors=\"\(errors)\""
        xml += " skipped=\"0\" time=\"\(seconds(report.duration))\">\n"
        if !properties.isEmpty {
            let lines = properties.map {
                "      <property name=\(attribute($0.name)) value=\(attribute($0.value))/>\n"
            }
            xml += "    <properties>\n\(lines.joined())    </properties>\n"
        }
        if !report.isUsable {
            let text = report.diagnostics.map(renderer.text).joined()
            let className = attribute(className(report))
            xml += "    <testcase name=\"the file can be read\" classname=\(className) time=\"0.000\">\n"
            xml += "      <error message=\"the test file has errors\" type=\"unreadable\">\(escaped(text))</error>\n"
            xml += "    </testcase>\n"
        }
        for result in report.results { xml += testCase(result, report) }
        return xml + "  </testsuite>\n"
    }

    private static func testCase(_ result: TestResult, _ report: TestReport) -> String {
        var xml = "    <testcase name=\(attribute(result.name.value)) classname=\(attribute(className(report)))"
        xml += " time=\"\(seconds(result.duration))\""
        guard let first = result.failures.first else { return xml + "/>\n" }
        // Build servers keep one failure of a test, so all that failed is told in one.
        let rest = result.failures.count - 1
        let message = first.message + (rest > 0 ? " (and \(rest) more)" : "")
        xml += ">\n      <failure message=\(attribute(message)) type=\"expectation\">"
        return xml + "\(escaped(text(result, report)))</failure>\n    </testcase>\n"
    }

    /// Every failure with its place, each step's under the life of its case.
    private static func text(_ result: TestResult, _ report: TestReport) -> String {
        var lines: [String] = []
        var told: [String] = []
        for failure in result.failures {
            if failure.details != told { lines += failure.details }
            told = failure.details
            let position = report.sources[failure.span.file]?.position(at: failure.span.start)
            let place = position.map { ":\($0.line):\($0.column)" } ?? ""
            lines.append("\(report.name)\(place): \(failure.message)")
        }
        return lines.joined(separator: "\n")
    }

    /// The file as a name with dots, the form in which build servers make folders of it.
    private static func className(_ report: TestReport) -> String {
        var path = report.name[...]
        for suffix in [".yaml", ".test"] where path.hasSuffix(suffix) { path = path.dropLast(suffix.count) }
        let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
        return parts.map { $0.split(separator: ".").joined(separator: "-") }.joined(separator: ".")
    }

    /// Seconds with three decimals.
    private static func seconds(_ nanoseconds: Int64) -> String {
        let milliseconds = max(0, nanoseconds) / 1_000_000
        let rest = String(1_000 + milliseconds % 1_000).dropFirst()
        return "\(milliseconds / 1_000).\(rest)"
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

extension TestReport {
    /// A file that cannot be read counts as one test that went wrong.
    fileprivate var junitCount: Int { results.count + (isUsable ? 0 : 1) }
    fileprivate var duration: Int64 { results.reduce(0) { $0 + $1.duration } }
}

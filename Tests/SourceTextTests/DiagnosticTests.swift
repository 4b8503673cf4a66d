import SourceText
import Testing

@Suite struct DiagnosticTests {
    private func finding(_ code: String, _ file: UInt32, _ offset: UInt32, _ message: String = "m") -> Diagnostic {
        Diagnostic(code: code, span: SourceSpan(file: file, offset: offset, length: 1), message: message)
    }

    @Test("findings sort by file, offset and code, whatever order they came in")
    func order() {
        let expected = [
            finding("b", 0, 1), finding("a", 0, 2), finding("b", 0, 2, "first"), finding("b", 0, 2, "second"),
            finding("a", 1, 0), Diagnostic(code: "a", span: .none, message: "m"),
        ]
        for shift in expected.indices {
            let turned = Array(expected[shift...] + expected[..<shift])
            #expect(sorted(turned) == expected)
            #expect(sorted(turned.reversed()) == expected)
        }
    }

    @Test("the graver severity is the greater")
    func severities() {
        #expect(Severity.note < .warning)
        #expect(Severity.warning < .error)
        #expect(Severity.allCases.max() == .error)
    }
}

import SourceText

/// What was found in a policy so far, at most `PolicyLimits.findings` of it; the rest is counted.
struct Findings {
    private(set) var all: [Diagnostic] = []
    /// Findings beyond the limit.
    private(set) var left = 0
    private(set) var hasErrors = false

    /// Notes an error. The words are only put together while there is room for them.
    mutating func note(
        _ code: String, _ span: SourceSpan, _ message: @autoclosure () -> String,
        _ help: @autoclosure () -> String? = nil, related: [Diagnostic.Related] = []
    ) {
        hasErrors = true
        guard hasRoom else {
            left += 1
            return
        }
        all.append(Diagnostic(code: code, span: span, message: message(), help: help(), related: related))
    }

    mutating func add(_ finding: Diagnostic) {
        if finding.severity == .error { hasErrors = true }
        if hasRoom { all.append(finding) } else { left += 1 }
    }

    mutating func noteDuplicate(_ name: Located<String>, in list: String, first: SourceSpan) {
        note(
            "duplicate-name", name.span, "\(quoted(name.value)) stands in \(quoted(list)) a second time",
            "remove one of the two",
            related: [Diagnostic.Related(span: first, message: "it stands here first")])
    }

    private var hasRoom: Bool { all.count < PolicyLimits.findings }
}

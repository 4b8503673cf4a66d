import SourceText

/// Takes out what comments let stand, and looks at the comments themselves.
struct Allowances {
    private let sources: SourceMap
    private let all: [Allowance]
    private(set) var allowed: [AllowedFinding] = []
    /// Which code of which comment let something stand.
    private var used: Set<SourceSpan> = []

    init(_ all: [Allowance], _ sources: SourceMap) {
        self.all = all
        self.sources = sources
    }

    /// What is left of the findings, with those about the comments. Whether a comment is idle can be told only where
    /// everything was looked at.
    mutating func apply(to findings: [Diagnostic], isWhole: Bool) -> [Diagnostic] {
        if all.isEmpty { return findings }
        let left = findings.filter { !lets($0) }
        return left
            + all.flatMap { allowance in
                unexplained(allowance) + allowance.codes.compactMap { doubt($0, allowance, isWhole) }
            }
    }

    private mutating func lets(_ finding: Diagnostic) -> Bool {
        guard finding.severity != .error, let file = sources[finding.span.file] else { return false }
        let line = file.position(at: finding.span.start).line
        for allowance in all where allowance.comment.span.file == finding.span.file && allowance.line == line {
            guard let code = allowance.codes.first(where: { $0.value == finding.code }) else { continue }
            used.insert(code.span)
            allowed.append(
                AllowedFinding(
                    finding: finding, reason: allowance.reason ?? "", comment: allowance.comment.span))
            return true
        }
        return false
    }

    // MARK: Findings about the comments

    private func unexplained(_ allowance: Allowance) -> [Diagnostic] {
        let example = "# holdline: allow \(allowance.codes.first?.value ?? "CODE") because …"
        if allowance.codes.isEmpty {
            return [
                .warning(
                    "unknown-allowance", allowance.comment.span, "this comment names no finding to allow",
                    "write \(quoted(example)) with the code that stands in brackets in the finding")
            ]
        }
        if allowance.reason != nil { return [] }
        return [
            .warning(
                "unexplained-allowance", allowance.comment.span,
                "this comment allows \(enumerated(allowance.codes.map(\.value))) without a reason",
                "write \(quoted(example)) with the reason after it")
        ]
    }

    private func doubt(_ code: Located<String>, _ allowance: Allowance, _ isWhole: Bool) -> Diagnostic? {
        let name = quoted(code.value)
        guard let kind = FindingCatalog.byCode[code.value] else {
            return .warning(
                "unknown-allowance", code.span, "there is no finding \(name)",
                nearest(code.value, in: Array(FindingCatalog.byCode.keys)).map { "did you mean \(quoted($0))?" }
                    ?? "name the code that stands in brackets in the finding, and `because` before the reason")
        }
        if kind.severity == .error {
            return .warning(
                "unknown-allowance", code.span, "\(name) is an error, and errors cannot be allowed",
                "mend what it says, and delete this comment")
        }
        // A parent's entry may be replaced by a child, with what was found in it.
        guard isWhole, !used.contains(code.span), code.span.file == 0 else { return nil }
        return .warning(
            "idle-allowance", code.span, "nothing of the kind \(name) is found here",
            "delete this comment, or move it to the line above the finding")
    }
}

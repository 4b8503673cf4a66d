import PolicyLanguage
import SourceText
import YAMLTree

/// Reads the tree of a test file; notes everything that does not fit and goes on with the rest.
struct TestReader {
    private(set) var findings: [Diagnostic] = []
    /// Where durations of the test at hand count from, and the latest time it has come to.
    var start = TestTime.standardStart
    var latest: Int64?
    var usesDates = false
    /// What is known of the step at hand, for what a message proposes.
    var deed: String?
    var stepTime: Int64?

    /// The whole file: the path of the policy, and the tests.
    mutating func read(_ root: YAMLNode) -> (policy: Located<String>?, tests: [PolicyTest]) {
        let top = SourceSpan(file: root.span.file, from: root.span.start, to: root.span.start)
        check(root, .file, missingAt: top)
        let entries = root.entries ?? []
        var tests: [PolicyTest] = []
        for item in entries["tests"]?.items ?? [] {
            guard let test = test(item) else { continue }
            if let first = tests.first(where: { $0.name.value == test.name.value }) {
                findings.append(
                    Diagnostic(
                        code: "duplicate-name", span: test.name.span,
                        message: "two tests have the name \(quoted(test.name.value))", help: "say how they differ",
                        related: [.init(span: first.name.span, message: "it stands here first")]))
            }
            tests.append(test)
        }
        return (entries["policy"]?.word, tests)
    }

    private mutating func test(_ node: YAMLNode) -> PolicyTest? {
        guard let entries = node.entries else { return nil }
        let head = entries.first?.key.span ?? node.span
        var test = PolicyTest(name: entries["name"]?.word ?? Located("", head))
        if let node = entries["given"] { test.given = given(node) }
        if let entry = entries.first(where: { $0.key.value == "findings" }) {
            test.findings = entry.value.words
            test.findingsSpan = entry.key.span
        }
        (start, latest, usesDates) = (TestTime.standardStart, nil, false)
        if let node = entries["steps"] {
            for (index, item) in (node.items ?? []).enumerated() {
                if let step = step(item, number: index + 1) { test.steps.append(step) }
            }
        } else if entries["findings"] == nil {
            missing("steps", in: TestBlock.test.this, head, "steps: [{at: 0s, contact.started: {}}]")
        }
        (test.start, test.usesDates) = (start, usesDates)
        return test
    }

    // MARK: Findings

    mutating func note(_ code: String, _ span: SourceSpan, _ message: String, _ help: String?) {
        findings.append(Diagnostic(code: code, span: span, message: message, help: help))
    }

    mutating func missing(_ key: String, in owner: String, _ span: SourceSpan, _ example: String) {
        note("missing-key", span, "\(owner) has no \(quoted(key))", "add it, for example `\(example)`")
    }

    mutating func unknown(_ entry: YAMLEntry, _ known: [String], in owner: String, _ help: String? = nil) {
        let key = entry.key
        note(
            "unknown-key", key.span, "unknown key \(quoted(key.value)) in \(owner)",
            help ?? StrayKey(entry, in: owner, at: stepTime).help(known)
                ?? suggestion(for: key.value, in: known, called: "keys of \(owner)"))
    }
}

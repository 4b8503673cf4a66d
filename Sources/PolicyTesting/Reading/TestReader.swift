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

    /// The whole file: the path of the policy, and the tests.
    mutating func read(_ root: YAMLNode) -> (policy: Located<String>?, tests: [PolicyTest]) {
        let top = SourceSpan(file: root.span.file, from: root.span.start, to: root.span.start)
        guard let entries = map(root, "a test file", example: "policy: contact-safety.policy.yaml") else {
            return (nil, [])
        }
        checkKeys(entries, ["policy", "tests"], in: "a test file")
        let policy = entries["policy"].flatMap { policyPath($0) }
        if entries["policy"] == nil {
            missing("policy", in: "this test file", top, "policy: contact-safety.policy.yaml")
        }
        guard let list = entries["tests"] else {
            missing("tests", in: "this test file", top, "tests: [{name: …, steps: […]}]")
            return (policy, [])
        }
        guard let items = list.items else {
            note("wrong-shape", list.span, "`tests` wants a list of tests", "begin each test with `- name:`")
            return (policy, [])
        }
        var tests: [PolicyTest] = []
        for item in items {
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
        return (policy, tests)
    }

    private mutating func policyPath(_ node: YAMLNode) -> Located<String>? {
        if node.items != nil {
            note(
                "not-built", node.span, "tests of several versions of a policy are not built yet",
                "name one policy, and write a test file for each version")
            return nil
        }
        return word(node, "policy", example: "contact-safety.policy.yaml")
    }

    private mutating func test(_ node: YAMLNode) -> PolicyTest? {
        let example = "{name: a threat reaches a supervisor, steps: […]}"
        guard let entries = map(node, "a test", example: example) else { return nil }
        checkKeys(entries, ["name", "given", "steps", "findings"], in: "a test")
        let head = entries.first?.key.span ?? node.span
        if entries["name"] == nil { missing("name", in: "this test", head, "name: a threat reaches a supervisor") }
        let name = entries["name"].flatMap { word($0, "name", example: "a threat reaches a supervisor") }
        var test = PolicyTest(name: name ?? Located("", head))
        if let node = entries["given"] { test.given = given(node) }
        if let entry = entries.first(where: { $0.key.value == "findings" }) {
            test.findings = words(entry.value, "findings", example: "[unknown-name]")
            test.findingsSpan = entry.key.span
        }
        (start, latest, usesDates) = (TestTime.standardStart, nil, false)
        if let node = entries["steps"] {
            test.steps = steps(node)
        } else if entries["findings"] == nil {
            missing("steps", in: "this test", head, "steps: [{at: 0s, contact.started: {}}]")
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

    mutating func checkKeys(_ entries: [YAMLEntry], _ known: [String], in owner: String) {
        for entry in entries where !known.contains(entry.key.value) { unknown(entry.key, known, in: owner) }
    }

    mutating func unknown(_ key: Located<String>, _ known: [String], in owner: String) {
        note(
            "unknown-key", key.span, "unknown key \(quoted(key.value)) in \(owner)",
            suggestion(for: key.value, in: known, called: "keys of \(owner)"))
    }
}

extension [YAMLEntry] {
    /// The value of a key; nil where it is missing.
    subscript(key: String) -> YAMLNode? { first { $0.key.value == key }?.value }
}

import Testing

@testable import PolicyLanguage

/// Comments that let findings stand.
@Suite struct AllowanceTests {
    private static let duty = "{when: contact.started, must: {announce: {within: 30s}}}"

    /// The codes that are left with their lines, then those that are allowed with their reasons.
    private func codes(_ rules: String) -> [String] {
        let text = "holdline: 1\npolicy: p\nrules:\n\(rules)\n"
        let loaded = PolicyLoader.load("p.policy.yaml") { _ in Array(text.utf8) }
        return loaded.diagnostics.map { finding in
            "\(finding.code) \(loaded.sources[0]?.position(at: finding.span.start).line ?? 0)"
        } + loaded.allowed.map { "allowed \($0.finding.code): \($0.reason)" }
    }

    @Test(arguments: [
        "  # holdline: allow unheard-miss because we know\n  a: \(duty)",
        "  a: \(duty)   # holdline: allow unheard-miss because we know",
        "  #holdline: allow unheard-miss   because  we know\n  # another comment\n  a: \(duty)",
        "  # holdline: allow never-used, unheard-miss because we know\n  a: {when: contact.started, must: {announce: {within: 30s}}}",
    ]) func `a comment on the line or alone above it lets a finding stand`(_ rules: String) {
        #expect(codes(rules).contains("allowed unheard-miss: we know"))
        #expect(!codes(rules).contains { $0.hasPrefix("unheard-miss") })
    }

    @Test func `it speaks of its own line or the next one alone`() {
        let comment = "# holdline: allow unheard-miss because we know"
        #expect(codes("  a: \(Self.duty) \(comment)\n  b: \(Self.duty)").contains("unheard-miss 5"))
        #expect(
            codes("  \(comment)\n  a: {when: contact.started, should: hold}\n  b: \(Self.duty)")
                == ["idle-allowance 4", "unheard-miss 6"])
    }

    @Test func `it needs a reason, a known code, and something to allow`() {
        #expect(
            codes("  a: \(Self.duty) # holdline: allow unheard-miss")
                == ["unexplained-allowance 4", "allowed unheard-miss: "])
        #expect(
            codes("  a: \(Self.duty) # holdline: allow because we know")
                == ["unheard-miss 4", "unknown-allowance 4"])
        #expect(
            codes("  a: \(Self.duty) # holdline: allow unherd-miss because we know")
                == ["unheard-miss 4", "unknown-allowance 4"])
        #expect(
            codes("  a: \(Self.duty) # holdline: ignore unheard-miss, never-used because we know")
                == ["idle-allowance 4", "allowed unheard-miss: we know"])
    }

    @Test func `an error cannot be allowed, and nothing is idle where not all was looked at`() {
        #expect(
            codes("  a: {when: contact.strated, should: hold} # holdline: allow unknown-name, unheard-miss because so")
                == ["unknown-name 4", "unknown-allowance 4"])
    }

    @Test func `other comments, and text that looks like one, are left alone`() {
        #expect(codes("  a: {when: contact.started, should: hold} # holdline: 1") == [])
        #expect(codes("  a: {when: contact.started, should: hold} # we allow unheard-miss here") == [])
        #expect(
            codes("  a: {when: contact.started, should: hold, cites: 'see # holdline: allow unheard-miss'}") == [])
    }

    @Test func `an allowance in a parent is not idle where the child replaces what it speaks of`() {
        let files = [
            "base.policy.yaml":
                "holdline: 1\npolicy: base\nrules:\n  # holdline: allow unheard-miss because we know\n  a: \(Self.duty)\n",
            "p.policy.yaml":
                "holdline: 1\npolicy: p\nextends: base\nrules: {a: {when: contact.started, should: hold}}\n",
        ]
        let loaded = PolicyLoader.load("p.policy.yaml") { files[$0].map { Array($0.utf8) } }
        #expect(loaded.diagnostics.map(\.code) == [])
        let alone = PolicyLoader.load("base.policy.yaml") { files[$0].map { Array($0.utf8) } }
        #expect(alone.allowed.map(\.finding.code) == ["unheard-miss"])
    }
}

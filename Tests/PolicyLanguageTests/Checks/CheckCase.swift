import Testing

@testable import PolicyLanguage

/// A policy and all that the checks of some codes find in it.
struct CheckCase: Sendable, CustomTestStringConvertible {
    /// What the case shows.
    let law: String
    let codes: Set<String>
    let policy: String
    /// A line each: severity, code, line and column, message, and after a slash the help.
    let findings: String

    /// `codes` are parted by spaces; the policy has no header, which takes its first two lines.
    init(_ law: String, codes: String, policy: String, findings: String = "") {
        self.law = law
        self.codes = Set(codes.split(separator: " ").map(String.init))
        self.policy = policy
        self.findings = findings
    }

    var testDescription: String { law }

    /// What is found, in the form of `findings`; errors of any other code as well, for they hide what checks find.
    var found: String {
        let loaded = load()
        let shown = loaded.diagnostics.filter { codes.contains($0.code) || $0.severity == .error }
        return shown.map { finding in
            let place = loaded.sources[finding.span.file]?.position(at: finding.span.start)
            return "\(finding.severity.rawValue) \(finding.code) \(place?.line ?? 0):\(place?.column ?? 0) "
                + "\(finding.message) / \(finding.help ?? "-")"
        }.joined(separator: "\n")
    }

    /// The policy as the loader gives it, checks and all.
    func load() -> LoadedPolicy {
        let text = "holdline: 1\npolicy: p\n\(policy)\n"
        return PolicyLoader.load("p.policy.yaml") { $0 == "p.policy.yaml" ? Array(text.utf8) : nil }
    }

    /// The cases of all checks.
    static let all: [CheckCase] =
        ScriptTextsTests.cases + PlaceholdersTests.cases + ConductWordsTests.cases + AvoidedWordsTests.cases
        + OpposedNormsTests.cases + OverridesTests.cases + SelfFeedingTests.cases + DeadlinesTests.cases
        + IdleArgumentsTests.cases + WindowsTests.cases + OptionalReadsTests.cases + NameLimitsTests.cases
        + NeverUsedTests.cases + NeverFiresTests.cases + SingleScoreTests.cases + StaysTrueTests.cases
        + OwnEndingsTests.cases + UngatedStepsTests.cases + StandingDutiesTests.cases
        + RefusalsTests.cases + UnlistedRolesTests.cases + UnreachedStepsTests.cases + OwedAfterTheEndTests.cases
        + SaysTheSameTests.cases + UntranslatedTests.cases + TooLongToSayTests.cases + MisspeltChannelsTests.cases
        + RecipientsTests.cases + IdleStatusesTests.cases + PassingFactsTests.cases + AuthorityOfDeedsTests.cases
        + OpenPlaceholdersTests.cases + IdleProhibitionsTests.cases + TimeAsEventTests.cases + OwedAgainTests.cases
        + EitherValueTests.cases + OutlivesStatusTests.cases + UnheardWordsTests.cases
        + UnstartedClocksTests.cases + ZoneNamesTests.cases
}

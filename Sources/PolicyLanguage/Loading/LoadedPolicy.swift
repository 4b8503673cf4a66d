import SourceText

/// What came of loading a policy: the policy where nothing of severity error was found, and everything found.
public struct LoadedPolicy: Sendable {
    /// The file asked for, then its parents.
    public let sources: SourceMap
    /// In the order of reading.
    public let diagnostics: [Diagnostic]
    /// What comments in the policy let stand, in the order of reading; none of it is among `diagnostics`.
    public let allowed: [AllowedFinding]
    /// nil if there is an error among the findings.
    public let policy: CheckedPolicy?
}

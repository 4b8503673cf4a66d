import SourceText

/// Every kind of finding that a policy can have, and those of test files where `PolicyTesting` adds them.
public enum FindingCatalog {
    /// The kinds of a policy's findings in the order of reading: bytes, entries, conditions, sense.
    public static let policy = yaml + entries + conditions + scripts + norms + sense

    /// The kinds by code, for those who look up many.
    static let byCode = Dictionary(policy.map { ($0.code, $0) }) { first, _ in first }
}

import SourceText

/// One thing of a policy that a test can try.
public struct CoverageItem: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case rule, step, status, act, condition
    }

    public let kind: Kind
    /// Where it belongs: `rules.threat`, `ladders.abuse.2`, `statuses.protected`, `measures.length`.
    public let id: String
    /// What of it: `fires`, `is reached`, `begins`, `ends`, `must warn`, `if is true`.
    public let what: String
    /// Its place in the policy's files.
    public let span: SourceSpan
    /// What a test does to try it, without an example.
    let hint: String

    /// `rules.threat must warn`: different for each item of a policy.
    public var key: String { "\(id) \(what)" }
}

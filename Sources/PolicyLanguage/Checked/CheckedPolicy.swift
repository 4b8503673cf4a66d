import CEL
import SourceText

/// A policy in which every name is declared, every condition is typed, and nothing of severity error was found.
///
/// Only `PolicyLanguage` can make one; the engine takes nothing else.
public struct CheckedPolicy: Sendable {
    public let policy: Policy
    /// SHA-256 in hexadecimal over the canonical merged form and the version of the meaning.
    public let digest: String
    /// What each CEL slot reads, by slot number.
    public let readings: [Reading]
    /// The typed form of every condition, by the place of its text.
    private let conditions: [SourceSpan: CheckedCEL]

    init(policy: Policy, digest: String, readings: [Reading], conditions: [SourceSpan: CheckedCEL]) {
        self.policy = policy
        self.digest = digest
        self.readings = readings
        self.conditions = conditions
    }

    /// The typed form of a condition of this policy; nil only for a condition of another policy.
    public func typed(_ condition: Condition) -> CheckedCEL? { conditions[condition.text.span] }

    /// Parts of the language that this policy uses and this version does not evaluate.
    public var notBuilt: [NotBuilt] { policy.notBuilt }

    /// `contact-safety@3f9c1b…`: the id with the first twelve digits of the digest.
    public var reference: String { "\(policy.id.value)@\(digest.prefix(12))" }
}

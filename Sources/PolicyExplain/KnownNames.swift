import AuditLog
import PolicyEngine
import PolicyLanguage
import SourceText

/// A name in an event that the policy does not have.
public struct UnknownName: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case conduct, action, fact, status
    }

    public let kind: Kind
    /// nil where what stands in its place is no short name, and may be what somebody said.
    public let name: String?
}

/// The names of a policy that events speak of.
public struct KnownNames: Sendable {
    private let known: [UnknownName.Kind: Set<String>]
    private let groups: [String: [String]]

    public init(_ policy: Policy) {
        known = [
            .conduct: Set(policy.conduct.map(\.name.value)),
            .action: Set(BuiltInAction.all.map(\.name) + policy.actions.map(\.name.value)),
            .fact: Set(policy.facts.map(\.name.value)),
            .status: Set(policy.statuses.map(\.name.value)),
        ]
        groups = Dictionary(policy.groups.map { ($0.name.value, $0.members.map(\.value)) }) { first, _ in first }
    }

    /// The names in an event that the policy does not have; none for an event of a type that names nothing.
    public func unknown(in event: borrowing Event) -> [UnknownName] {
        guard case .builtIn(let type) = event.type else { return [] }
        switch type {
        case .conductObserved: return event.texts("conduct").compactMap { unknown($0, .conduct) }
        case .actionDone, .actionDeclined: return named(event.text("action"), .action)
        case .factRecorded: return named(event.text("name"), .fact)
        case .statusProposed, .statusDecided, .statusNotified, .statusAppealed, .statusVaried, .statusReviewed,
            .statusEnded:
            return named(event.text("status"), .status)
        default: return []
        }
    }

    private func named(_ name: String?, _ kind: UnknownName.Kind) -> [UnknownName] {
        name.flatMap { unknown($0, kind) }.map { [$0] } ?? []
    }

    private func unknown(_ name: String, _ kind: UnknownName.Kind) -> UnknownName? {
        if known[kind]?.contains(name) ?? false { return nil }
        return UnknownName(kind: kind, name: ShortName.isName(name) ? name : nil)
    }

    /// What was meant: "did you mean `insult`?"; nil where nothing is near.
    public func hint(for unknown: UnknownName) -> String? {
        guard let name = unknown.name else { return nil }
        if unknown.kind == .conduct, let member = groups[name]?.first {
            return "it is a group: send what was observed, such as `\(member)`"
        }
        return nearest(name, in: (known[unknown.kind] ?? []).sorted()).map { "did you mean `\($0)`?" }
    }
}

import PolicyEngine
import PolicyExplain
import PolicyLanguage

/// Names in the events that the policy does not have, told once at the end: most often one side misspelt them.
struct UnknownNames {
    private static let shown = 10
    /// So many are told apart; an attacker who sends a new one each time costs no memory.
    private static let most = 1_000
    private let names: KnownNames
    private var counts: [UnknownName: Int] = [:]
    private var rest = 0

    init(_ policy: Policy) { names = KnownNames(policy) }

    mutating func note(_ event: borrowing Event) {
        for name in names.unknown(in: event) {
            if counts[name] != nil || counts.count < Self.most {
                counts[name, default: 0] += 1
            } else {
                rest += 1
            }
        }
    }

    /// The most frequent ones, a line each, and how many more there were.
    func tell() {
        let sorted = counts.sorted { ($1.value, $0.key.order) < ($0.value, $1.key.order) }
        for (name, count) in sorted.prefix(Self.shown) { Terminal.writeError("note: \(text(name, count))\n") }
        let left = rest + sorted.dropFirst(Self.shown).reduce(0) { $0 + $1.value }
        if left > 0 {
            Terminal.writeError("note: \(counted(left, "event")) with other names that this policy does not have\n")
        }
    }

    private func text(_ unknown: UnknownName, _ count: Int) -> String {
        let noun =
            switch unknown.kind {
            case .conduct: counted(count, "observation") + " of"
            case .action: counted(count, "deed") + " of"
            case .fact: counted(count, "record") + " of"
            case .status: counted(count, "event") + " about"
            }
        let name = unknown.name.map { "`\($0)`" } ?? "something that is no short name"
        let hint = names.hint(for: unknown).map { "; \($0)" } ?? ""
        return "\(noun) \(name), and this policy has no such \(unknown.kind.rawValue)\(hint)"
    }
}

extension UnknownName {
    fileprivate var order: String { "\(kind.rawValue) \(name ?? "")" }
}

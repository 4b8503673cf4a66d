import PolicyLanguage

/// Where the norms of a policy come from.
struct NormSources {
    /// An act of a rule, of a step of a ladder or of a status.
    struct Source {
        /// As norms name it: `rules.threat`, `ladders.abuse.2`, `rules.threat.if_missed`.
        var id: String
        /// What is looked at when something happens: `ladders.abuse` of `ladders.abuse.2`.
        var entry: String
        /// The action whose miss it follows.
        var after: String?
        var modality: Modality
        var action: String
    }

    private var sources: [Source] = []

    init(_ policy: Policy) {
        for rule in policy.rules { add(rule.norms, "rules.\(rule.name.value)") }
        for ladder in policy.ladders {
            for (index, step) in ladder.steps.enumerated() {
                add(step.norms, "ladders.\(ladder.name.value).\(index + 1)")
            }
        }
        for status in policy.statuses {
            for (index, rule) in status.whileActive.enumerated() {
                add(rule.norms, "statuses.\(status.name.value).\(index + 1)")
            }
        }
    }

    private mutating func add(_ norms: Norms, _ id: String) {
        for (modality, act) in norms.all { add(act, modality, id, after: nil) }
    }

    private mutating func add(_ act: Act, _ modality: Modality, _ id: String, after: String?) {
        sources.append(
            Source(
                id: id, entry: Self.entry(of: id), after: after, modality: modality, action: act.action.value))
        for missed in act.ifMissed { add(missed, .must, "\(id).if_missed", after: act.action.value) }
    }

    /// The full names, each once.
    var ids: [String] { Set(sources.map(\.id)).sorted() }

    /// Everything that asks for, allows or forbids an action.
    func all(_ modality: Modality, _ action: String) -> [Source] {
        sources.filter { $0.modality == modality && $0.action == action }
    }

    /// `ladders.abuse` of `ladders.abuse.2`; other ids without what follows a miss.
    static func entry(of id: String) -> String {
        var parts = id.split(separator: ".")
        while parts.last == "if_missed" { parts.removeLast() }
        if parts.first == "ladders", parts.count == 3 { parts.removeLast() }
        return parts.joined(separator: ".")
    }
}

extension CheckedPolicy {
    /// The facts that the `if` and the `unless` of a rule ask for; none for anything but a rule.
    func facts(readBy entry: String) -> [String] {
        let parts = entry.split(separator: ".").map(String.init)
        let rule: Rule? =
            switch parts.first {
            case "rules": policy.rules.first { "rules.\($0.name.value)" == entry }
            case "statuses" where parts.count == 3:
                policy.statuses.first { $0.name.value == parts[1] }.flatMap { status in
                    Int(parts[2]).flatMap {
                        status.whileActive.indices.contains($0 - 1) ? status.whileActive[$0 - 1] : nil
                    }
                }
            default: nil
            }
        let conditions = [rule?.guard.condition, rule?.guard.exception].compactMap { $0.flatMap(typed) }
        return conditions.flatMap(\.reads).compactMap { read in
            guard readings.indices.contains(read.slot), case .fact(let name) = readings[read.slot] else { return nil }
            return name
        }
    }
}

import SourceText

extension PolicyReader {
    /// Tells of a trigger that is no event where only events count: what it is in a measure or a ladder, and what to
    /// type in its place.
    mutating func noteNoEvent(_ trigger: Trigger, _ sentence: String, key: String, _ otherwise: String) {
        guard let noun = trigger.kind.noun else { return }
        let help = deed(trigger, key: key) ?? decision(trigger, key: key) ?? otherwise
        findings.note("wrong-trigger", trigger.span, "\(sentence), and \(noun) is none", help)
    }

    /// The deed by which a duty is done, with all that makes it one; nil for what is no deed.
    private func deed(_ trigger: Trigger, key: String) -> String? {
        guard case .duty(let action, let state) = trigger.kind else { return nil }
        let name = action.value
        switch state {
        case .fulfilled, .late:
            let condition = asking([#"event.action == "\#(name)""#] + demand(name).all)
            return "name the deed: `\(key): action.done`, and beside it `if: '\(condition)'`"
        case .declined:
            return "name the refusal: `\(key): action.declined`, and beside it `if: 'event.action == \"\(name)\"'`"
        default:
            return "only a rule hears of it: `when: {duty: \(name), becomes: \(state.rawValue)}`"
        }
    }

    /// The decision by which a status begins or ends.
    private func decision(_ trigger: Trigger, key: String) -> String? {
        guard case .status(let status, let phase) = trigger.kind else { return nil }
        let decision = phase == .active ? "imposed" : "reversed"
        return
            "name the decision: `\(key): status.decided`, and beside it `if: 'event.status == \"\(status.value)\" && "
            + "event.decision == \"\(decision)\"'`; where a rule brings it about, the event of that rule"
    }

    private func asking(_ parts: [String]) -> String { parts.joined(separator: " && ") }

    private func demand(_ action: String) -> DeedDemand {
        let entry = draft[.actions].last { $0.key.value == action }
        return DeedDemand(
            action, entry.map { PolicyReader.action($0.key, $0.value) }, draft[.roles].map(\.key.value))
    }
}

extension Trigger.Kind {
    /// What one that is no event waits for; nil for an event.
    fileprivate var noun: String? {
        switch self {
        case .event, .conduct: nil
        case .measure: "what a measure comes to"
        case .status: "what becomes of a status"
        case .ladder: "a ladder's step"
        case .duty: "what becomes of a duty"
        }
    }
}

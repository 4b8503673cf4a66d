import SourceText

/// Triggers that wait for a duty that there is not, or for a state that it never comes to.
struct DutyTriggers {
    /// What can become of the duties to do something.
    private struct Fate {
        var isOwed = false
        var hasDeadline = false
        var isExcused = false
        var isBanned = false
    }

    private var fates: [String: Fate] = [:]

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = DutyTriggers(view)
        return view.triggers.compactMap { check.finding($0) }
    }

    private init(_ view: PolicyView) {
        for (_, placed) in view.acts {
            let act = placed.act
            var fate = fates[act.action.value] ?? Fate()
            if placed.modality.isDuty {
                fate.isOwed = true
                if act.hasDeadline || act.confirm != nil { fate.hasDeadline = true }
                if !act.excusedBy.isEmpty { fate.isExcused = true }
            }
            if placed.modality == .mustNot { fate.isBanned = true }
            fates[act.action.value] = fate
        }
    }

    private func finding(_ trigger: Trigger) -> Diagnostic? {
        guard case .duty(let action, let state) = trigger.kind else { return nil }
        let name = quoted(action.value)
        let becomes = quoted(state.rawValue)
        guard let fate = fates[action.value], fate.isOwed else {
            return finding(
                trigger, "nothing demands \(name), so no duty to do it becomes \(becomes)",
                "add \(quoted("must: \(action.value)")) to a rule, or name another act")
        }
        switch state {
        case .missed where !fate.hasDeadline, .late where !fate.hasDeadline:
            return finding(
                trigger, "no duty to do \(name) has a deadline, so it never becomes \(becomes)",
                "add `within:` to the act")
        case .excused where !fate.isExcused:
            return finding(
                trigger, "no duty to do \(name) can be excused", "add `excused_by:` with the reasons to the act")
        case .superseded where !fate.isBanned:
            return finding(
                trigger, "nothing rules \(name) out, so no duty to do it becomes `superseded`",
                "name another state, such as `missed`")
        default: return nil
        }
    }

    private func finding(_ trigger: Trigger, _ message: String, _ help: String) -> Diagnostic {
        .warning("never-becomes", trigger.span, message, help)
    }
}

import SourceText

/// Duties that come again each time they were done, because the deed sets off the rule that asks for it.
struct OwedAgain {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.acts.compactMap { source, placed in
            let act = placed.act
            let action = act.action.value
            guard placed.modality.isDuty, !placed.isConsequence, !placed.isStanding, act.guard.isEmpty,
                source.ladder == nil,
                follows(action, source, view)
            else { return nil }
            return .warning(
                "owed-again", act.action.span,
                "\(quoted(source.id)) asks for \(quoted(action)) again each time \(quoted(action)) was done",
                help(act, source, view))
        }
    }

    /// Whether a deed of an action, whichever it is, sets a source off.
    private static func follows(_ action: String, _ source: NormSource, _ view: PolicyView) -> Bool {
        let requirements = view.requirements(source.guard)
        return source.when.contains { trigger in
            if case .duty(let done, .fulfilled) = trigger.kind { return done.value == action && source.guard.isEmpty }
            let asks = "event.action==\"\(action)\""
            return trigger.isEvent(.actionDone) && requirements.contains { $0.holds && $0.text == asks }
                && requirements.allSatisfy { $0.text == asks || $0.text.hasPrefix("event.by") }
        }
    }

    private static func help(_ act: Act, _ source: NormSource, _ view: PolicyView) -> String {
        let action = act.action.value
        let others = view.acts.filter { $0.source.id != source.id && $0.placed.act.action.value == action }
        let first = others.lazy.compactMap { $0.placed.act.to?.value }.first { $0 != act.to?.value }
        if let first {
            return
                "say which deed is meant: `when: action.done` and `if: 'event.action == \"\(action)\" && has(event.to) && "
                + "event.to == \"\(first)\"'`"
        }
        return "ask for another action; what is to be done again until it took effect is `confirm: {every: 10m, until: "
            + "supervisor.joined}` in the act, with the event that says so"
    }
}

import SourceText

/// Duties without a deadline or with none to keep, and deadlines that nobody hears of.
struct Deadlines {
    private static let unstated =
        "or `within: unstated` if the source gives none: nobody is told then when it is not done"

    static func find(in view: PolicyView) -> [Diagnostic] {
        var heard: Set<String> = []
        for case .duty(let action, .missed) in view.triggers.map(\.kind) { heard.insert(action.value) }
        return view.acts.compactMap { _, placed in
            guard placed.modality == .must else { return nil }
            let act = placed.act
            let action = quoted(act.action.value)
            if act.within == nil {
                // What stands by a status is kept all the while; what may be missed elsewhere is told there.
                if placed.isStanding || !act.ifMissed.isEmpty { return nil }
                return .warning(
                    "must-without-deadline", act.action.span,
                    "\(action) must be done, but nothing says by when, so nobody hears when it is not",
                    act.span == act.action.span
                        ? "write \(quoted("\(act.action.value): {within: 30s}")) with the time it may take, \(unstated)"
                        : "add `within: 30s` or another time, \(unstated)")
            }
            if let hasty = missedAtOnce(placed, in: view) { return hasty }
            guard act.hasDeadline, act.ifMissed.isEmpty, !placed.isConsequence, !heard.contains(act.action.value)
            else { return nil }
            let hearing = ["supervisor", "manager", "director"] + view.roles.reversed()
            let role = view.role(of: hearing, otherThan: view.roles(of: act))
            return .warning(
                "unheard-miss", act.action.span, "nobody hears when \(action) is missed",
                "add `if_missed: {notify: {who: \(role.name), within: 5m}}`\(role.declared), or a rule with "
                    + "`when: {duty: \(act.action.value), becomes: missed}`")
        }
    }

    /// A time in which no person does anything; a system may answer in the same instant.
    private static func missedAtOnce(_ placed: PlacedAct, in view: PolicyView) -> Diagnostic? {
        let act = placed.act
        guard let within = act.within, within.value == .elapsed(0), view.roles(of: act) != ["system"] else {
            return nil
        }
        return .warning(
            "missed-at-once", within.span,
            "\(quoted(act.action.value)) is missed in the instant in which it is owed: nobody does it in no time",
            "write the time it may take, such as `within: 30s`, or `within: unstated` if the source gives none")
    }
}

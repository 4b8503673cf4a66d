import SourceText

/// Duties without a deadline or with none to keep, and deadlines that nobody hears of.
struct Deadlines {
    private static let unstated =
        "or `within: unstated` if the source gives none: nobody is told then when it is not done"

    static func find(in view: PolicyView) -> [Diagnostic] {
        var heard: Set<String> = []
        for case .duty(let action, .missed) in view.triggers.map(\.kind) { heard.insert(action.value) }
        return view.acts.compactMap { source, placed in
            guard placed.modality == .must else { return nil }
            let act = placed.act
            let action = quoted(act.action.value)
            func whole(_ argument: String) -> String { Deadlines.whole(placed, of: source, argument) }
            if act.within == nil {
                // What stands by a status is kept all the while; what may be missed elsewhere is told there.
                if placed.isStanding || !act.ifMissed.isEmpty { return nil }
                return .warning(
                    "must-without-deadline", act.action.span,
                    "\(action) must be done, but nothing says by when, so nobody hears when it is not",
                    act.span == act.action.span
                        ? "write `\(whole("within: 30s"))` with the time it may take, \(unstated)"
                        : "add `within: 30s` or another time, as in `\(whole("…, within: 30s"))`, \(unstated)")
            }
            if let hasty = missedAtOnce(placed, in: view) { return hasty }
            guard act.hasDeadline, act.ifMissed.isEmpty, !placed.isConsequence, !heard.contains(act.action.value)
            else { return nil }
            return .warning(
                "unheard-miss", act.action.span, "nobody hears when \(action) is missed",
                "\(telling(of: act, in: view)), or a rule with `when: {duty: \(act.action.value), becomes: missed}`; "
                    + "if your source names nobody, write `# holdline: allow unheard-miss because …` on the line above")
        }
    }

    /// An act with an argument, and with its key where it is the only one there.
    private static func whole(_ placed: PlacedAct, of source: NormSource, _ argument: String) -> String {
        let act = "{\(placed.act.action.value): {\(argument)}}"
        if placed.isConsequence {
            let isAlone = source.acts.contains { $0.act.ifMissed.map(\.span) == [placed.act.span] }
            return isAlone ? "if_missed: \(act)" : act
        }
        let beside = source.acts.filter { $0.modality == .must && !$0.isConsequence && $0.step == placed.step }
        return beside.count == 1 ? "must: \(act)" : act
    }

    /// The `if_missed` by which somebody hears of a miss who does not hear of the act.
    private static func telling(of act: Act, in view: PolicyView) -> String {
        // Who leads hears of it; those who come from elsewhere do not, unless nobody else is there.
        let others: Set = [
            "agent", "system", "police", "guard", "security", "customer", "bot", "robot", "machine", "assistant",
            "software",
        ]
        let wanted =
            ["manager", "supervisor"] + view.roles.reversed().filter { !others.contains($0) && !$0.hasPrefix("other_") }
        guard let role = view.role(of: wanted, otherThan: view.knowing(of: act)) else {
            return "add an `if_missed:` with a `notify` to somebody else"
        }
        let add = role.declared.isEmpty ? "add" : "tell somebody else: add"
        return "\(add) `if_missed: {notify: {who: \(role.name), within: 5m}}`\(role.declared)"
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

import SourceText

/// Arguments of acts that do nothing where they stand, or undo each other.
struct IdleArguments {
    private let view: PolicyView
    /// Actions that some norm asks for or allows.
    private let wanted: Set<String>

    static func find(in view: PolicyView) -> [Diagnostic] {
        let wanted = view.acts.filter { $0.placed.modality != .mustNot }.map(\.placed.act.action.value)
        let check = IdleArguments(view: view, wanted: Set(wanted))
        return view.acts.flatMap { _, placed in
            check.ofDuties(placed) + check.deadline(placed) + check.order(placed.act) + check.confirmation(placed.act)
        }
    }

    /// What only duties have.
    private func ofDuties(_ placed: PlacedAct) -> [Diagnostic] {
        if placed.modality.isDuty { return [] }
        let act = placed.act
        let key = quoted(placed.modality.rawValue)
        var found: [Diagnostic] = []
        if let within = act.within {
            found.append(
                .error(
                    "deadline-of-nothing", within.span, "`within` is a deadline, and \(key) owes nothing",
                    "write `until:` for how long it stands"))
        }
        let spans: [(String, SourceSpan?)] = [
            ("if_missed", act.ifMissed.first?.action.span), ("excused_by", act.excusedBy.first?.span),
            ("confirm", act.confirm?.every.span),
        ]
        for (argument, span) in spans {
            guard let span else { continue }
            found.append(
                .error(
                    "duty-only", span, "\(quoted(argument)) is for what is owed, and \(key) owes nothing",
                    "take it out, or write `must` or `should` in place of \(key)"))
        }
        return found
    }

    private func deadline(_ placed: PlacedAct) -> [Diagnostic] {
        guard placed.modality.isDuty else { return [] }
        let act = placed.act
        if act.within == nil, let first = act.ifMissed.first {
            return [
                .warning(
                    "never-missed", first.action.span,
                    "\(quoted(act.action.value)) has no deadline, so `if_missed` is for refusals only",
                    "add `within: 30s` or another time, or `within: unstated` if that is meant")
            ]
        }
        guard let within = act.within?.value.milliseconds, let until = act.until,
            case .elapsed(let end) = until.value, end <= within
        else { return [] }
        return [
            .warning(
                "until-before-deadline", until.span,
                "\(quoted(act.action.value)) is released by `until` before its deadline, so it is never missed",
                "write a longer `until:` than `within:`, or take one of the two out")
        ]
    }

    private func order(_ act: Act) -> [Diagnostic] {
        guard let after = act.after else { return [] }
        let name = quoted(after.value)
        if after.value == act.action.value {
            return [
                .warning(
                    "after-nothing", after.span, "\(name) waits for itself",
                    "name the act that comes first, or take `after` out")
            ]
        }
        if wanted.contains(after.value) { return [] }
        return [
            .warning(
                "after-nothing", after.span,
                "\(quoted(act.action.value)) waits for \(name), which nothing asks for or allows",
                "add `should: \(after.value)` or `may: \(after.value)` where it can come first")
        ]
    }

    private func confirmation(_ act: Act) -> [Diagnostic] {
        guard let confirm = act.confirm, confirm.until == nil else { return [] }
        return [
            .warning(
                "endless-confirm", confirm.every.span, "\(quoted(act.action.value)) is confirmed again without end",
                "add `until:` with the event that says it took effect, such as `until: supervisor.joined`")
        ]
    }
}

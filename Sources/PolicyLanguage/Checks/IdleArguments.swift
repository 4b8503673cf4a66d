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
                + check.mode(placed.act)
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
                    "write `until:` for how long it stands\(afterwards(within, placed.modality))"))
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

    /// `may … within: 30m` is often said of what is allowed from then on.
    private func afterwards(_ within: Located<Term>, _ modality: Modality) -> String {
        guard modality == .may, case .elapsed(let time) = within.value, time > 0, time.isMultiple(of: 60_000) else {
            return ""
        }
        return "; what is allowed only after that waits for a clock: \(MeasureExample.clock("\(time / 60_000)m"))"
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

    /// How a supervisor takes part, and how long, in acts that are done without one, or in a moment.
    private func mode(_ act: Act) -> [Diagnostic] {
        let action = act.action.value
        var found: [Diagnostic] = []
        if let mode = act.mode, action != "involve_supervisor",
            view.roles(of: act).allSatisfy(["agent", "system"].contains)
        {
            found.append(
                .warning(
                    "idle-argument", mode.span,
                    "`mode` says how a supervisor takes part, and \(quoted(action)) is done without one",
                    "take it out, or add `involve_supervisor: {mode: \(mode.value.rawValue)}`"))
        }
        if let minutes = act.minutes, IdleArguments.moments.contains(action) {
            found.append(
                .warning(
                    "idle-argument", minutes.span,
                    "`minutes` says how long something lasts, and \(quoted(action)) does not",
                    "take it out, or write `within: \(minutes.value)m` if it is a deadline"))
        }
        return found
    }

    /// Built-in actions that last no time.
    private static let moments: Set = [
        "say", "warn", "announce", "end_contact", "transfer", "redirect", "notify", "record", "decide", "notice",
        "report", "preserve_recording", "route_to",
    ]
}

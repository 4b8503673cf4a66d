import CEL
import SourceText

/// Rules, ladders and acts that nothing can bring about.
struct NeverFires {
    private let view: PolicyView

    static func find(in view: PolicyView) -> [Diagnostic] {
        let check = NeverFires(view: view)
        return view.sources.flatMap {
            check.guards(of: $0) + check.ranges(of: $0) + check.channels(of: $0) + check.status(of: $0)
                + check.clocks(of: $0)
        }
            + DutyTriggers.find(in: view)
    }

    // MARK: Conditions that are always the same

    private func guards(of source: NormSource) -> [Diagnostic] {
        if let condition = never(source.guard) {
            return [finding(source.span, source.ladder == nil ? "fires" : "climbs", source.id, condition)]
        }
        return source.acts.compactMap { placed in
            never(placed.act.guard).map { condition in
                finding(placed.act.action.span, "stands", placed.act.action.value, condition)
            }
        }
    }

    private func finding(
        _ span: SourceSpan, _ verb: String, _ name: String, _ condition: (key: String, of: Condition)
    ) -> Diagnostic {
        .warning(
            "never-fires", span,
            "\(quoted(name)) never \(verb): its \(quoted(condition.key)) "
                + (condition.key == "if" ? "never holds" : "always holds"),
            "mend the condition, or take \(quoted(name)) out",
            related: [Diagnostic.Related(span: condition.of.text.span, message: "it is this condition")])
    }

    /// The condition that lets nothing through.
    private func never(_ guard: Guard) -> (key: String, of: Condition)? {
        if let condition = `guard`.condition, isConstant(condition, "always-false", .conjunct) {
            return ("if", condition)
        }
        if let exception = `guard`.exception, isConstant(exception, "always-true", .disjunct) {
            return ("unless", exception)
        }
        return nil
    }

    /// Whether what CEL found of a condition decides all of it: it is about the whole, about a part that decides
    /// alone, or about two of them.
    private func isConstant(_ condition: Condition, _ code: String, _ role: CELSubcondition.Role) -> Bool {
        guard let typed = view.typed(condition), typed.warnings.contains(where: { $0.code == code }),
            let whole = typed.subconditions.first
        else { return false }
        let parts = typed.subconditions.filter { $0.depth == 1 && $0.role == role }.map(\.range)
        return typed.warnings.filter { $0.code == code }.contains { warning in
            warning.range == whole.range || parts.contains(warning.range)
                || (parts.contains { $0.lowerBound == warning.range.lowerBound }
                    && parts.contains { $0.upperBound == warning.range.upperBound })
        }
    }

    // MARK: Numbers beyond what a field can be

    private static let most: [String: Int64] = ["event.confidence": 1, "event.severity": 4]

    private func ranges(of source: NormSource) -> [Diagnostic] {
        view.requirements(source.guard).compactMap { requirement in
            guard let comparison = requirement.comparison, let most = Self.most[comparison.subject],
                let number = Int64(comparison.value), let condition = source.guard.condition,
                comparison.sign == ">" ? number >= most : [">=", "=="].contains(comparison.sign) && number > most
            else { return nil }
            let percent = number < 10 ? "0.0\(number)" : "0.\(number % 10 == 0 ? number / 10 : number)"
            let meant = most == 1 && number > 1 && number < 100 ? percent : most == 1 ? "0.8" : "3"
            return .warning(
                "never-fires", condition.text.span,
                "\(quoted(source.id)) never \(source.ladder == nil ? "fires" : "climbs"): \(quoted(comparison.subject)) is a number from 0 to \(most)",
                "write `\(comparison.subject) >= \(meant)`")
        }
    }

    // MARK: Channels

    private func channels(of source: NormSource) -> [Diagnostic] {
        let own = source.channels.map(\.value)
        guard let first = source.channels.first else { return [] }
        for requirement in view.requirements(source.guard) {
            guard let comparison = requirement.comparison, comparison.subject == "contact.channel",
                comparison.sign == "=="
            else { continue }
            let channel = String(comparison.value.dropFirst().dropLast())
            if own.contains(channel) { continue }
            return [
                .warning(
                    "never-fires", first.span,
                    "\(quoted(source.id)) never fires: its condition wants the channel \(quoted(channel)), "
                        + "which `channels` leaves out",
                    "add \(quoted(channel)) to `channels`, or change the condition")
            ]
        }
        for case .ladder(let name, _) in source.when.map(\.kind) where source.when.count == 1 {
            guard let ladder = view.ladders[name.value] else { continue }
            let climbed = ladder.channels.map(\.value)
            if climbed.isEmpty || !Set(climbed).isDisjoint(with: own) || ladder.per != .contact { continue }
            return [
                .warning(
                    "never-fires", first.span,
                    "\(quoted(source.id)) never fires: the ladder \(quoted(name.value)) climbs in "
                        + "\(enumerated(climbed)) only",
                    "name a channel of the ladder in `channels`, or take `channels` out")
            ]
        }
        return []
    }

    // MARK: Clocks

    /// A rule for as long as a status is active, and a clock since its beginning that comes to its time as it ends.
    private func clocks(of source: NormSource) -> [Diagnostic] {
        guard source.when.count == 1, let trigger = source.when.first,
            case .measure(let name, let time) = trigger.kind, let clock = view.measures[name.value],
            clock.kind == .elapsed, clock.runsWhile == nil, clock.of.allSatisfy({ $0.isEvent(.statusDecided) })
        else { return [] }
        let asked = view.requirements(clock.guard).filter(\.holds).map(\.text)
        for status in view.policy.statuses {
            let status = (name: status.name.value, until: status.until)
            guard case .elapsed(let length)? = status.until?.value, length <= time.value,
                asked.contains("event.status==\"\(status.name)\""),
                view.requirements(source.guard).contains(where: { $0.holds && $0.text == "status(\"\(status.name)\")" })
            else { continue }
            return [
                .warning(
                    "never-fires", time.span,
                    "\(quoted(source.id)) never fires: \(quoted(status.name)) has ended when \(quoted(name.value)) comes to that",
                    "write a shorter time than its `until`, such as half of it")
            ]
        }
        return []
    }

    // MARK: Statuses

    /// A rule under `while_active` that waits for the end of its own status.
    private func status(of source: NormSource) -> [Diagnostic] {
        guard let status = source.status?.name.value, source.when.count == 1, let trigger = source.when.first,
            case .status(let name, .ended) = trigger.kind, name.value == status
        else { return [] }
        return [
            .warning(
                "never-fires", trigger.span,
                "\(quoted(source.id)) never fires: it is in force only until \(quoted(status)) has ended",
                "move it under `rules:`")
        ]
    }
}

import SourceText

/// How somebody who is under a restriction comes out of it again: what a policy has for that, and what it could write.
struct WaysOut {
    private let view: PolicyView
    private let status: StatusDeclaration
    private var name: String { status.name.value }

    init(_ status: StatusDeclaration, in view: PolicyView) {
        self.status = status
        self.view = view
    }

    // MARK: What there is

    /// Whether somebody has to look at it again: after a time, or by a duty that is called a review.
    var hasReview: Bool {
        view.acts.contains { source, placed in
            guard placed.modality.isDuty, !placed.isConsequence else { return false }
            return comesAfterATime(source)
                || placed.act.action.value.contains("review") && (concerns(source) || source.status?.name.value == name)
        }
    }

    /// Whether somebody has to answer an appeal.
    var hasAppeal: Bool {
        view.sources.contains { source in
            source.when.contains { $0.isEvent(.statusAppealed) } && isOfThis(source.guard)
                && source.acts.contains { $0.modality.isDuty }
        }
    }

    private func comesAfterATime(_ source: NormSource) -> Bool {
        source.when.contains { trigger in
            guard case .measure(let wanted, _) = trigger.kind, let clock = view.measures[wanted.value] else {
                return false
            }
            return clock.kind == .elapsed && clock.of.contains { $0.isEvent(.statusDecided) } && isOfThis(clock.guard)
        }
    }

    private func concerns(_ source: NormSource) -> Bool {
        let asks = view.requirements(source.guard).contains { $0.holds && $0.text.hasPrefix("status(\"\(name)\")") }
        return asks
            || source.when.contains { trigger in
                if case .status(let status, _) = trigger.kind { return status.value == name }
                return false
            }
    }

    /// Whether a guard lets events of this status through: it names it, or none.
    private func isOfThis(_ guard: Guard) -> Bool {
        let named = view.requirements(`guard`).filter { $0.holds && $0.text.hasPrefix("event.status==") }
        return named.isEmpty || named.contains { $0.text == "event.status==\"\(name)\"" }
    }

    // MARK: What to write

    var review: String {
        "for a review write a clock and a rule that it sets off: \(NotBuiltHelp.clock(name, midway)), "
            + "`if: 'status(\"\(name)\")'` and `must: {decide: {status: \(name), by: \(leader), within: 7d}}`"
    }

    /// When to look at it again: well before it ends by itself.
    private var midway: String {
        guard case .elapsed(let length)? = status.until?.value else { return "90d" }
        let day: Int64 = 86_400_000
        return length > 180 * day ? "90d" : length < 2 * day ? "\(max(length / 120_000, 1))m" : "\(length / day / 2)d"
    }

    var appeal: String {
        "for an appeal write a rule: `when: status.appealed`, `if: 'event.status == \"\(name)\"'` and "
            + "`must: {answer: {by: \(leader), within: 28d}}`"
    }

    private var leader: String {
        view.role(of: ["manager", "director", "supervisor"], otherThan: [])?.name ?? "manager"
    }
}

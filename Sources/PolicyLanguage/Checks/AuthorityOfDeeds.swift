import SourceText

/// Rules and measures that follow a deed which only some roles may do, and do not ask who did it: a deed by the wrong
/// role sets them off, too. What is counted is asked as well for what the deed has to carry.
struct AuthorityOfDeeds {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.policy.measures.compactMap { ofMeasure($0, view) } + view.sources.compactMap { ofRule($0, view) }
            + view.policy.statuses.compactMap { ofStatus($0, view) }
    }

    /// A status that turns customers away or changes what is owed to them, and that begins by anybody's decision.
    private static func ofStatus(_ status: StatusDeclaration, _ view: PolicyView) -> Diagnostic? {
        guard status.about == .customer, !status.whileActive.isEmpty, !view.saysWhoDoes("decide") else { return nil }
        let name = status.name.value
        let asking = view.acts.first { $0.placed.act.action.value == "decide" && $0.placed.act.status?.value == name }
        let isBegun = view.sources.contains { $0.rule?.begins.contains { $0.status.value == name } == true }
        guard asking != nil || !isBegun else { return nil }
        let role = view.role(
            of: asking?.placed.act.by.map(\.value) ?? [] + ["manager", "director", "supervisor"], otherThan: ["agent"])
        return .warning(
            "by-anybody", status.name.span,
            "\(quoted(name)) begins by whoever decides on it, also an agent, for `actions` does not say who may",
            "say whose decision it is: `actions: {decide: {by: [\(role?.name ?? "manager")]}}`")
    }

    private static func ofRule(_ source: NormSource, _ view: PolicyView) -> Diagnostic? {
        guard let (condition, deed) = deed(source.when, source.guard, view), let who = deed.who, deed.isKept else {
            return nil
        }
        return .warning(
            "by-anybody", condition.text.span,
            "\(quoted(source.id)) follows \(quoted(deed.action)) whoever did it, also who may not",
            help(who, deed.carried))
    }

    private static func ofMeasure(_ measure: Measure, _ view: PolicyView) -> Diagnostic? {
        guard let (condition, deed) = deed(measure.of, measure.guard, view) else { return nil }
        let follows = "\(quoted("measures.\(measure.name.value)")) \(measure.kind == .count ? "counts" : "runs from")"
        if let who = deed.who, deed.isKept {
            return .warning(
                "by-anybody", condition.text.span,
                "\(follows) \(quoted(deed.action)) whoever did it, also who may not", help(who, deed.carried))
        }
        guard !deed.carried.isEmpty else { return nil }
        return .warning(
            "by-anybody", condition.text.span,
            "\(follows) \(quoted(deed.action)) also where it lacks what it has to carry",
            deed.who.map { help($0, deed.carried) } ?? "ask for that: `… && \(deed.carried)`")
    }

    private static func help(_ who: String, _ carried: String) -> String {
        carried.isEmpty
            ? "ask who did it: `… && \(who)`"
            : "ask who did it, and for what it has to carry: `… && \(who) && \(carried)`"
    }

    /// The one action that is followed, with what its condition leaves unasked.
    private static func deed(
        _ when: [Trigger], _ guard: Guard, _ view: PolicyView
    ) -> (Condition, (action: String, who: String?, isKept: Bool, carried: String))? {
        guard !when.isEmpty, when.allSatisfy({ $0.isEvent(.actionDone) }), let condition = `guard`.condition,
            let action = action(in: condition, view)
        else { return nil }
        let demand = DeedDemand(action, view)
        let reads = view.reads(`guard`)
        let who = reads.contains("event.by") ? nil : demand.who
        let said = reads.contains("event.said") ? nil : demand.said
        let fields = reads.contains("event.fields") ? nil : demand.fields
        return (condition, (action, who, demand.isKept, [said, fields].compactMap(\.self).joined(separator: " && ")))
    }

    /// The one action that a condition asks for.
    private static func action(in condition: Condition, _ view: PolicyView) -> String? {
        for requirement in view.requirements(condition, holds: true) where requirement.holds {
            let parts = requirement.text.split(separator: "\"", omittingEmptySubsequences: false)
            if parts.count == 3, parts[0] == "event.action==", parts[2].isEmpty { return String(parts[1]) }
            // Of several the first that not everybody may do.
            guard requirement.text.hasPrefix("event.actionin[") else { continue }
            let named = parts.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
            return named.first { DeedDemand($0, view).who != nil } ?? named.first
        }
        return nil
    }
}

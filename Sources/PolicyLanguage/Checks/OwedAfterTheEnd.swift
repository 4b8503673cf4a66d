import SourceText

/// Norms that live with a contact and come with its end, and duties for which that contact ends too soon.
struct OwedAfterTheEnd {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.acts.compactMap { source, placed in
            guard !placed.isStanding, !placed.isConsequence, view.home(of: placed, in: source) == .contact else {
                return nil
            }
            return atTheEnd(source, placed, view) ?? beyondTheEnd(source, placed, view)
        }
    }

    // MARK: With the end

    private static func atTheEnd(_ source: NormSource, _ placed: PlacedAct, _ view: PolicyView) -> Diagnostic? {
        guard source.ladder == nil, !source.when.isEmpty, source.when.allSatisfy({ isTheEnd($0, view) }) else {
            return nil
        }
        let action = placed.act.action.value
        let ends = placed.modality.isDuty ? "can never be done" : "never stands"
        return .warning(
            "owed-after-the-end", placed.act.action.span,
            "\(quoted(action)) \(ends): it comes with the end of the contact, and lives no longer than the contact",
            placed.modality.isDuty
                ? "write `during: customer` or `during: agent` in \(quoted(action)), or set \(quoted(source.id)) off earlier"
                : "write `\(action): {during: agent}` where it is the agent's, and `\(action): {during: customer}` where it is "
                    + "about the customer")
    }

    private static func isTheEnd(_ trigger: Trigger, _ view: PolicyView) -> Bool {
        if trigger.isEvent(.contactEnded) { return true }
        guard case .measure(let name, _) = trigger.kind, let measure = view.measures[name.value] else { return false }
        return measure.kind == .count && !measure.of.isEmpty && measure.of.allSatisfy { $0.isEvent(.contactEnded) }
    }

    // MARK: Beyond the end

    private static func beyondTheEnd(_ source: NormSource, _ placed: PlacedAct, _ view: PolicyView) -> Diagnostic? {
        let action = placed.act.action.value
        guard placed.modality.isDuty, action != "end_contact", let reason = reason(source, placed, view) else {
            return nil
        }
        return .warning(
            "owed-after-the-end", placed.act.action.span,
            "\(quoted(action)) lives no longer than the contact, and \(reason)",
            "write `during: customer` in it, or once for all: `actions: {\(action): {during: customer}}`")
    }

    /// Why a contact is most likely over before a duty is done; nil where it is not.
    private static func reason(_ source: NormSource, _ placed: PlacedAct, _ view: PolicyView) -> String? {
        if placed.act.after?.value == "end_contact" { return "it waits for `end_contact`" }
        if follows(source, view) { return "it comes with `end_contact`" }
        guard let term = placed.act.within, let time = term.value.milliseconds else { return nil }
        for ending in source.acts where ending.act.action.value == "end_contact" && ending.step == placed.step {
            if ending.isConsequence || ending.act.after?.value == placed.act.action.value { continue }
            // One on the phone, the other in the shop: they never stand together.
            if Requirement.exclude(view.requirements(ending.act.guard), view.requirements(placed.act.guard)) {
                continue
            }
            if ending.modality.isDuty {
                guard let first = ending.act.within?.value.milliseconds else {
                    return "`end_contact` is owed beside it"
                }
                if first < time { return "`end_contact` is owed before it" }
            }
            // Who ends it does first what they owe themselves; nobody waits for somebody else.
            let roles = Set(view.roles(of: placed.act))
            if ending.modality == .may, time > 0, roles.isDisjoint(with: view.roles(of: ending.act)) {
                return "`end_contact` is allowed before it"
            }
        }
        return time >= longest && mayBeLive(source, view) ? "a call or a chat is over long before its deadline" : nil
    }

    /// Whether the deed of ending the contact sets a source off.
    private static func follows(_ source: NormSource, _ view: PolicyView) -> Bool {
        let asks = view.requirements(source.guard).contains { $0.holds && $0.text == "event.action==\"end_contact\"" }
        return !source.when.isEmpty
            && source.when.allSatisfy { trigger in
                if case .duty(let action, .fulfilled) = trigger.kind { return action.value == "end_contact" }
                return asks && trigger.isEvent(.actionDone)
            }
    }

    /// A deadline that no call or chat lives to see.
    private static let longest: Int64 = 4 * 3_600_000

    /// Whether a source speaks of contacts that people are in at the moment; letters and tickets stay open for days.
    private static func mayBeLive(_ source: NormSource, _ view: PolicyView) -> Bool {
        if view.reads(source.guard).contains("contact.channel") { return false }
        let channels = source.channels.map(\.value)
        return channels.isEmpty || channels.contains { ["phone", "chat", "video", "visit"].contains($0) }
    }
}

import CEL
import PolicyEngine
import PolicyLanguage

extension Reference {
    /// The deed that an event is, if it is one.
    static func deed(of event: Event) -> Deed? {
        guard case .builtIn(let type) = event.type else { return nil }
        let by = event.text("by")
        switch type {
        case .actionDone:
            guard let action = event.text("action") else { return nil }
            var deed = Deed(action: action, role: by ?? "agent")
            deed.to = event.text("to")
            deed.status = event.text("status")
            deed.mode = event.text("mode").flatMap { InvolvementMode(rawValue: $0) }
            return completed(deed, event)
        case .supervisorJoined:
            var deed = Deed(action: "involve_supervisor", role: nil)
            deed.mode = event.text("mode").flatMap { InvolvementMode(rawValue: $0) }
            return completed(deed, event)
        case .contactTransferred:
            var deed = Deed(action: "transfer", role: by ?? "agent")
            deed.to = event.text("to")
            return completed(deed, event)
        case .statusDecided, .statusNotified:
            var deed = Deed(action: type == .statusDecided ? "decide" : "notice", role: by ?? "manager")
            deed.status = event.text("status")
            deed.decision = event.text("decision")
            return completed(deed, event)
        case .contactEnded:
            guard let by, by != "customer" else { return nil }
            switch event.text("reason") {
            case "completed", "dropped": return nil
            case "transferred": return Deed(action: "transfer", role: by)
            default: return Deed(action: "end_contact", role: by)
            }
        default: return nil
        }
    }

    private static func completed(_ deed: Deed, _ event: Event) -> Deed {
        var deed = deed
        deed.norm = event.text("norm")
        deed.said = event.texts("said")
        if case .map(let fields)? = event["fields"] { deed.fields = fields.entries.compactMap(\.key.string) }
        return deed
    }
}

/// What customers' lanes tell agents, and what those do with it.
extension Reference.Step {
    /// An agent hears deeds at home with agents, what moves a measure about agents, facts about them, and what ends or
    /// confirms norms at home with them.
    func tellAgent(_ event: Event, _ context: Context) {
        guard !lane.name.isAgent, context.agent != nil else { return }
        if isForAgents(event) { messages.append(.event(event)) }
    }

    private func isForAgents(_ event: Event) -> Bool {
        let action =
            event.type == .builtIn(.actionDeclined) ? event.text("action") : Reference.deed(of: event)?.action
        if let action, book.homes(ofAction: action).contains(.agent) { return true }
        if event.type == .builtIn(.factRecorded), let name = event.text("name"), book.fact(name)?.about == .agent {
            return true
        }
        if book.matches(agentEnds, .event(event)) || book.matches(agentTriggers, .event(event)) { return true }
        return book.measures.contains { $0.per == .agent && book.matches($0.of, .event(event)) }
    }

    /// What entries under statuses about agents wait for.
    private var agentTriggers: [Trigger] {
        book.statuses.filter { $0.about == .agent }.flatMap(\.whileActive).flatMap(\.when)
    }

    /// What norms at home with agents and statuses about them wait for.
    private var agentEnds: [Trigger] {
        let effects = book.allEffects.filter { book.home(of: $0) == .agent }
        let statuses = book.statuses.filter { $0.about == .agent }
        let begins = book.rules.flatMap(\.rule.begins).filter { book.status($0.status.value)?.about == .agent }
        let untils = effects.map(\.act.until) + statuses.map(\.until) + begins.map(\.until)
        let events = untils.compactMap { until -> Trigger? in
            if case .event(let trigger)? = until?.value { trigger } else { nil }
        }
        return events + effects.compactMap(\.act.confirm?.until)
    }

    func heardEffects(
        _ kind: Reference.Message.Kind, _ touchingStatuses: Bool, _ context: Context
    ) -> [(id: String, apply: () -> Void)] {
        switch kind {
        case .issue(let effect, _) where !touchingStatuses:
            return [(effect.rule, { self.issue(effect, context) })]
        case .begin(let status, let until) where touchingStatuses:
            return [("", { self.begin(status, until: until, context) })]
        case .end(let status) where touchingStatuses:
            return [("", { self.end(status: status, context) })]
        default: return []
        }
    }
}

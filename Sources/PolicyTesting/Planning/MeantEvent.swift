import PolicyEngine
import PolicyLanguage
import SourceText
import YAMLTree

/// What to write where an event of a test is none, lacks something, or says it in another way.
extension TestPlan {
    func mending(
        _ refusal: EventRefusal, _ step: TestStep, _ fields: [(PolicyNames.Field, YAMLNode)]
    ) -> String {
        if refusal.code != .missingField {
            let stray = StrayField(type: step.type.value, known: [], names: names)
            return stray.mending(refusal, fields).map { "\($0)," } ?? "mend it,"
        }
        return "write \(CompletedEvent(step.type.value, fields.map { ($0.0.name, $0.1) }, policy).text),"
    }

    /// Where a key belongs that stands in an event's data and is said of the step.
    func beside(_ key: String) -> String? {
        guard ["channel", "contact", "customer", "agent"].contains(key) else { return nil }
        return "\(quoted(key)) is said of the whole test under `given`, or of this step beside `at`"
    }

    /// How a name of the policy's is written that stands in the place of an event type.
    func meant(_ type: String, _ data: YAMLNode) -> String? {
        if type == "conduct" { return "write `conduct.observed: \(FlowNode.text(data))`" }
        if let other = underItsKind(type, data) ?? endOfConduct(type, data) { return other }
        let name = type.hasPrefix("conduct.") ? String(type.dropFirst("conduct.".count)) : type
        if names.conduct.contains(name) { return "write `conduct.observed: \(name)`" }
        if let member = names.groups[name]?.first {
            return "\(quoted(name)) is a group of conduct: write `conduct.observed: \(member)`"
        }
        if names.actions.contains(type) { return "write `action.done: \(with(("action", type), data))`" }
        if let spoken = spoken(type) { return spoken }
        if ["nothing", "none", "time", "silence", "pause", "tick"].contains(type) {
            return "where nothing happens, time passes: write `time.passed: {}`"
        }
        if names.facts[type] != nil { return "write `fact.recorded: {name: \(type), value: …}`" }
        if type.hasPrefix("status."), let status = data.word?.value, names.statuses[status] != nil {
            let isOver = ["lifted", "removed", "revoked", "reversed"].contains(type.dropFirst(7))
            return
                "write `status.decided: {status: \(status), decision: \(isOver ? "reversed" : "imposed"), by: \(decider)}`"
        }
        if names.statuses[type] != nil {
            return "write `status.decided: {status: \(type), decision: imposed, by: \(decider)}`"
        }
        return nil
    }

    /// What is there already of a deed's data, behind its name.
    private func with(_ first: (name: String, value: String), _ data: YAMLNode) -> String {
        let fields = names.fields(of: BuiltInEvent.actionDone.rawValue)?.map(\.name) ?? []
        let more = (data.entries ?? []).filter { fields.contains($0.key.value) && $0.key.value != first.name }
        if more.isEmpty { return first.value }
        return FlowText.map([(first.name, first.value)] + more.map { ($0.key.value, FlowNode.text($0.value)) })
    }

    /// A deed in words that name some of an action: `charge_nurse comes` of `call_charge_nurse`.
    private func near(_ type: String) -> String? {
        let words = Set(Spoken.words(of: type))
        let scored = names.actions.map { action in (action, Spoken.words(of: action).count { words.contains($0) }) }
        guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
        return "did you mean `action.done: \(best.0)`?"
    }

    /// `conduct.ended: insult`: conduct is seen, and over with that.
    private func endOfConduct(_ type: String, _ data: YAMLNode) -> String? {
        let over: Set = ["ended", "ends", "end", "stopped", "stops", "over", "finished", "resolved", "ceased"]
        let parts = type.split(separator: ".").map(String.init)
        guard parts.count > 1, over.contains(parts[parts.count - 1]),
            parts[0] == "conduct" || names.conduct.contains(parts[0])
        else { return nil }
        let fact = names.facts.filter { $0.value.type == .bool }.keys.sorted().first
        let shown = fact ?? "NAME"
        return
            "conduct is seen and over; what lasts, and then no longer does, is a fact: `fact.recorded: {name: \(shown), value: false}`"
            + (fact == nil ? " with `facts: {NAME: {type: bool}}` in the policy" : "")
    }

    /// `call starts`, `agent hangs up`: an event or a deed in words.
    private func spoken(_ type: String) -> String? {
        let words = Spoken.words(of: type)
        guard words.count > 1, !names.eventTypes.contains(type) else { return nil }
        if let event = Spoken.event(in: words) {
            let by = words.first { ["agent", "customer", "supervisor", "system"].contains($0) }
            let data = by.map { [(name: "by", value: $0)] } ?? []
            let takesBy = names.fields(of: event)?.contains { $0.name == "by" } == true
            let written = takesBy ? data.map { FlowText.map([($0.name, $0.value)]) }.first : nil
            if event == BuiltInEvent.contactEnded.rawValue, by != nil, by != "customer" {
                return "write `contact.ended: {by: \(by ?? "agent"), reason: abuse}`"
            }
            return written.map { "write `\(event): \($0)`" } ?? "write \(CompletedEvent(event, [], policy).text)"
        }
        // An action of the policy's own goes before a built-in one that people call so.
        if type.contains(" "), let own = near(type),
            !BuiltInAction.all.contains(where: { own.contains("`action.done: \($0.name)`") })
        {
            return own
        }
        return Spoken.action(in: words).flatMap { names.actions.contains($0) ? "write `action.done: \($0)`" : nil }
    }

    /// `fact: known`, `status: restricted`: something of the policy under the name of its kind.
    private func underItsKind(_ type: String, _ data: YAMLNode) -> String? {
        guard let word = data.word?.value ?? data.entries?.first?.key.value else { return nil }
        let value = data.entries?.first.map { FlowNode.text($0.value) } ?? "true"
        switch type {
        case "fact", "facts", "record", "recorded", "known", "fact.known", "fact.set":
            guard names.facts[word] != nil else { return nil }
            let by = data.entries?.first { $0.key.value == "by" }.map { ", by: \(FlowNode.text($0.value))" } ?? ""
            return "write `fact.recorded: {name: \(word), value: \(value)\(by)}`"
        case "status", "statuses", "impose", "begin", "decide", "decision":
            return names.statuses[word] == nil
                ? nil : "write `status.decided: {status: \(word), decision: imposed, by: \(decider)}`"
        case "action", "act", "do", "done", "deed", "does":
            return names.actions.contains(word) ? "write `action.done: \(word)`" : nil
        default: return nil
        }
    }

    func others(_ type: String) -> String {
        if type.contains(".") { return "event types: \(listed(names.eventTypes))" }
        if type.contains(" ") {
            return near(type)
                ?? "a step has one event, such as `conduct.observed: …`, `action.done: …` or `time.passed: {}`; what is said of it beside "
                + "that is a remark, after a `#`"
        }
        let name = quoted(type).dropFirst().dropLast()
        let known =
            names.conduct.isEmpty || type.contains(" ") ? "" : "; the policy's conduct: \(listed(names.conduct))"
        return "write `conduct.observed: \(name)` for conduct, `action.done: \(name)` for a deed\(known)"
    }

    /// The event with all that it needs; its one word is the status or the fact that it names, if there is such a one.
    func example(_ step: TestStep) -> String {
        var written: [(name: String, value: YAMLNode)] = []
        if let word = step.data.word?.value {
            if names.statuses[word] != nil { written.append(("status", step.data)) }
            if names.facts[word] != nil { written.append(("name", step.data)) }
            if InvolvementMode(rawValue: word) != nil { written.append(("mode", step.data)) }
        }
        return CompletedEvent(step.type.value, written, policy).text
    }

    /// Who decides in this policy.
    private var decider: String { names.doers["decide"]?.first ?? "manager" }
}

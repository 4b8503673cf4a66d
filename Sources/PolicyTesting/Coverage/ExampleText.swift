import CEL
import PolicyEngine
import PolicyLanguage

/// Values of what a condition reads, written as the event and the `given` of a test.
struct ExampleText {
    let policy: CheckedPolicy
    let event: (type: String, conduct: String?)?
    let found: [(reading: Reading, value: CELValue?, isUsual: Bool)]

    /// "`contact.ended: {by: customer}` with `given: {statuses: [protected]}`"; nil where there is nothing to say, or
    /// where the log would refuse the event.
    var text: String? {
        var clauses = given.isEmpty ? [] : ["`given: {\(given.joined(separator: ", "))}`"]
        clauses += places
        guard let event else { return clauses.isEmpty ? nil : clauses.joined(separator: " and ") }
        guard let line = line(event) else { return nil }
        return "`\(line)`" + (clauses.isEmpty ? "" : " with \(clauses.joined(separator: " and "))")
    }

    /// What has to be so before the event and cannot be given.
    var hasHistory: Bool { !places.isEmpty }

    // MARK: The event

    private func line(_ event: (type: String, conduct: String?)) -> String? {
        let fields = fields(of: event)
        var json = ScenarioJSON(event.type)
        for field in fields { json.add(field) }
        let reader = EventReader(declared: policy.policy.events)
        guard (try? reader.read(json.text)) != nil else { return nil }
        let written = fields.map { ($0.name, FlowText.value($0.value)) }
        if written.count == 1, known(event.type).count(where: \.isRequired) == 1,
            fields[0].value.string != nil
                || written[0].0 == "conduct"
        {
            return "\(event.type): \(written[0].1)"
        }
        return "\(event.type): \(FlowText.map(written))"
    }

    /// The event's data: what the condition reads of it, and what the event has to have.
    func fields(of event: (type: String, conduct: String?)) -> [Event.Field] {
        var fields: [Event.Field] = []
        for case (.event(let name), let value?, let isUsual) in found {
            let isRequired = known(event.type).first { $0.name == name }?.isRequired ?? false
            if !isUsual || isRequired || !isDefaulted(name, event.type) {
                fields.append(Event.Field(name: name, value: value))
            }
        }
        if event.type == BuiltInEvent.contactStarted.rawValue {
            for (reading, value, isUsual) in found where !isUsual {
                guard let value else { continue }
                if reading == .contact(.newMatter) { fields.append(Event.Field(name: "new_matter", value: value)) }
                if reading == .contact(.tags) { fields.append(Event.Field(name: "tags", value: value)) }
            }
        }
        for (reading, value, _) in found {
            // The fact that the event itself records.
            guard case .fact(let name) = reading, isRecorded(name), let value else { continue }
            if !fields.contains(where: { $0.name == "value" }) {
                fields.append(Event.Field(name: "value", value: value))
            }
        }
        for field in known(event.type) where field.isRequired && !fields.contains(where: { $0.name == field.name }) {
            fields.append(Event.Field(name: field.name, value: filler(field, event, fields)))
        }
        if event.type == BuiltInEvent.actionDone.rawValue { fields += rest(of: fields) }
        if event.type == BuiltInEvent.statusDecided.rawValue {
            let status = fields.first { $0.name == "status" }?.value.string
            let imposes = fields.first { $0.name == "decision" }?.value.string == "imposed"
            fields += policy.policy.decision(status, imposes: imposes).filter { one in
                !fields.contains { $0.name == one.name }
            }
        }
        let order = known(event.type).map(\.name)
        return fields.sorted { (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0) }
    }

    /// What a deed has besides to be done well, as far as the condition does not speak of it.
    private func rest(of fields: [Event.Field]) -> [Event.Field] {
        guard let action = fields.first(where: { $0.name == "action" })?.value.string else { return [] }
        let read = found.compactMap { if case .event(let name) = $0.reading { name } else { nil } }
        return policy.policy.deed(action).filter { field in
            // Who does it is said only where it is not whom everybody takes it to be.
            !read.contains(field.name) && !fields.contains { $0.name == field.name }
                && !(field.name == "by" && field.value == .string("agent"))
        }
    }

    private func known(_ type: String) -> [VocabularyField] { VocabularyField.all(of: type, policy.policy) }

    private func isDefaulted(_ name: String, _ type: String) -> Bool {
        BuiltInEvent(rawValue: type)?.fields.first { $0.name == name }?.presence == .defaulted
    }

    private func filler(
        _ field: VocabularyField, _ event: (type: String, conduct: String?), _ fields: [Event.Field]
    ) -> CELValue {
        if field.name == "conduct", let name = event.conduct {
            return .string(policy.policy.member(of: name))
        }
        // Only what the customer ended needs no reason.
        let isEnding = event.type == BuiltInEvent.contactEnded.rawValue
        if isEnding, field.name == "by", !fields.contains(where: { $0.name == "reason" }) {
            return .string("customer")
        }
        let fact = fields.first { $0.name == "name" }?.value.string
        return policy.policy.filler(field, of: event.type, fact: fact)
    }

    func isRecorded(_ fact: String) -> Bool {
        guard event?.type == BuiltInEvent.factRecorded.rawValue else { return false }
        return found.contains { one in
            if case .event("name") = one.reading { one.value?.string == fact } else { false }
        }
    }

    // MARK: What is given

    private var given: [String] {
        var entries: [String] = []
        var facts: [String] = []
        var statuses: [String] = []
        var counts: [String] = []
        for (reading, value, isUsual) in found where !isUsual {
            guard let value else { continue }
            switch reading {
            case .contact(.channel): entries.append("channel: \(FlowText.value(value))")
            case .contact(.language): entries.append("language: \(FlowText.value(value))")
            case .fact(let name) where !isRecorded(name): facts.append("\(name): \(FlowText.value(value))")
            case .status(let name): statuses.append(name)
            case .measure(let name): if case .int = value { counts.append("\(name): \(FlowText.value(value))") }
            default: break
            }
        }
        if !facts.isEmpty { entries.append("facts: {\(facts.joined(separator: ", "))}") }
        if !statuses.isEmpty { entries.append("statuses: [\(statuses.joined(separator: ", "))]") }
        if !counts.isEmpty { entries.append("counts: {\(counts.joined(separator: ", "))}") }
        return entries
    }

    /// What cannot be given and has to come about.
    /// Whether the event itself begins the contact, and so says what is known of it.
    private var isStart: Bool { event?.type == BuiltInEvent.contactStarted.rawValue }

    private var places: [String] {
        found.compactMap { reading, value, isUsual -> String? in
            guard !isUsual, let value else { return nil }
            switch reading {
            case .contact(.newMatter) where isStart, .contact(.tags) where isStart: return nil
            case .contact(.elapsed): return "\(FlowText.value(value)) since the contact began"
            case .contact(.newMatter): return "`contact.started: {new_matter: true}` before"
            case .contact(.tags): return "`contact.started: {tags: \(FlowText.value(value))}` before"
            case .conduct(let name):
                return "`\(name)` observed \(value == .int(1) ? "once" : "\(FlowText.value(value)) times") before"
            case .ladder(let name): return "`\(name)` at step \(FlowText.value(value))"
            case .measure(let name):
                if case .duration = value { return "`\(name)` at \(FlowText.value(value))" }
                return nil
            default: return nil
            }
        }
    }
}

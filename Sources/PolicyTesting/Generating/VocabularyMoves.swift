import CEL
import PolicyEngine
import PolicyLanguage

/// The events of each type that conditions could tell apart.
extension Vocabulary {
    mutating func addMoves(of type: String) {
        switch BuiltInEvent(rawValue: type) {
        case .conductObserved?: addConduct()
        case .factRecorded?: addFacts()
        case .actionDone?: addDeeds()
        case .actionDeclined?: addRefusals()
        case .contactEnded?: addEnds()
        case .contactStarted?: addStarts()
        default: addPlain(type)
        }
    }

    /// The conditions that are looked at on an event of a type.
    private func sites(on type: String) -> [PolicyConditions.Site] {
        conditions.sites.filter { site in
            site.triggers.contains { trigger in
                switch trigger.kind {
                case .event(let name): name.value == type
                case .conduct: type == BuiltInEvent.conductObserved.rawValue
                case .measure, .status, .ladder, .duty: false
                }
            }
        }
    }

    /// Every combination of the fields that one condition reads, but those that are settled already.
    private func products(_ type: String, _ site: PolicyConditions.Site, without settled: [String]) -> [[Event.Field]] {
        let read = site.eventFields.filter { !settled.contains($0) }
        let fields = VocabularyField.all(of: type, policy).filter { read.contains($0.name) }
        return FieldValues.products(
            fields.map { ($0.name, values($0, site)) }, atMost: Vocabulary.combinations)
    }

    private func values(_ field: VocabularyField, _ site: PolicyConditions.Site) -> [CELValue?] {
        if case .map = field.type {
            return MapValues.all(of: site.checked.reads.first { $0.name == "event.\(field.name)" }?.slot, site.checked)
        }
        guard field.name == "by", field.choices.isEmpty else { return FieldValues.all(field, site.constants) }
        // Left out it is whoever may do it; then the roles that the condition names, and one that it does not.
        let roles = policy.roles.isEmpty ? BuiltInAction.roles : policy.roles.map(\.value)
        let named = roles.filter(site.texts.contains)
        let other = roles.filter { !site.texts.contains($0) }.prefix(1)
        return [nil] + (named + other).map { .string($0) }
    }

    private func required(_ type: String, but settled: [Event.Field]) -> [Event.Field] {
        VocabularyField.all(of: type, policy).filter { field in
            field.isRequired && !settled.contains { $0.name == field.name }
        }.map { field in
            Event.Field(
                name: field.name,
                value: field.choices.first.map { .string($0) } ?? statusName(field.name)
                    ?? FieldValues.plain(field.type))
        }
    }

    private func statusName(_ field: String) -> CELValue? {
        field == "status" ? policy.statuses.first.map { .string($0.name.value) } : nil
    }

    private mutating func addPlain(_ type: String) {
        // Values at the edges come first, so that they are found first.
        for site in sites(on: type) {
            for fields in products(type, site, without: []) { add(type, required(type, but: fields) + fields) }
        }
        add(type, required(type, but: []))
        guard type == BuiltInEvent.supervisorJoined.rawValue else { return }
        for mode in [InvolvementMode.join, .takeOver] {
            add(type, [Event.Field(name: "mode", value: .string(mode.rawValue))])
        }
    }

    // MARK: Conduct

    private mutating func addConduct() {
        let type = BuiltInEvent.conductObserved.rawValue
        func conduct(_ names: [String]) -> Event.Field {
            Event.Field(name: "conduct", value: .list(names.map { .string($0) }))
        }
        for name in policy.conduct.map(\.name.value) { add(type, [conduct([name])]) }
        for site in sites(on: type) {
            for trigger in site.triggers {
                guard case .conduct(let name) = trigger.kind, let first = classes(name.value).first else { continue }
                for fields in products(type, site, without: ["conduct"]) { add(type, [conduct([first])] + fields) }
                guard site.eventFields.contains("conduct") else { continue }
                let known = policy.conduct.map(\.name.value)
                for other in site.texts where other != first && known.contains(other) {
                    add(type, [conduct([first, other])])
                }
            }
        }
    }

    /// The classes of a group, or the one class.
    private func classes(_ name: String) -> [String] {
        policy.groups.first { $0.name.value == name }?.members.map(\.value) ?? [name]
    }

    // MARK: Facts

    private mutating func addFacts() {
        for fact in policy.facts {
            let field = VocabularyField(name: "value", type: fact.type.cel, isRequired: true, choices: [])
            let constants = conditions.constants(beside: .fact(fact.name.value))
            for value in FieldValues.all(field, constants).compactMap({ $0 }) {
                var fields = [
                    Event.Field(name: "name", value: .string(fact.name.value)),
                    Event.Field(name: "value", value: value),
                ]
                if let role = fact.by.first?.value { fields.append(Event.Field(name: "by", value: .string(role))) }
                add(BuiltInEvent.factRecorded.rawValue, fields, isAboutAgent: fact.about == .agent)
            }
        }
    }

    // MARK: Deeds

    private mutating func addDeeds() {
        let type = BuiltInEvent.actionDone.rawValue
        for act in policy.everyAct where act.action.value != "end_contact" { add(type, policy.deed(of: act)) }
        let sites = sites(on: type).filter { $0.eventFields.contains("action") }
        let facts = policy.facts.map(\.name.value)
        for site in sites {
            for name in site.texts where isAction(name) && !facts.contains(name) {
                let base = policy.deed(name)
                for fields in products(type, site, without: ["action"]) {
                    add(type, base.filter { field in !fields.contains { $0.name == field.name } } + fields)
                }
            }
        }
    }

    private func isAction(_ name: String) -> Bool {
        BuiltInAction.named(name) != nil || policy.actions.contains { $0.name.value == name }
            || policy.everyAct.contains { $0.action.value == name }
    }

    private mutating func addRefusals() {
        for act in policy.everyAct {
            let role = act.by.first?.value ?? policy.doers(of: act.action.value).first ?? "agent"
            var fields = [Event.Field(name: "action", value: .string(act.action.value))]
            if role != "agent" { fields.append(Event.Field(name: "by", value: .string(role))) }
            add(BuiltInEvent.actionDeclined.rawValue, fields)
            if let reason = act.excusedBy.first?.value {
                add(
                    BuiltInEvent.actionDeclined.rawValue,
                    fields + [Event.Field(name: "reason", value: .string(reason))])
            }
        }
    }

    // MARK: Starts and ends

    /// As it is, and with what conditions read of a contact that only its start tells.
    private mutating func addStarts() {
        let type = BuiltInEvent.contactStarted.rawValue
        add(type, [])
        let known = conditions
        func texts(_ field: Reading.ContactField) -> [String] {
            known.constants(beside: .contact(field)).compactMap(\.string)
        }
        var languages = texts(.language)
        if !languages.isEmpty { languages += policy.languages.map(\.value).filter { !languages.contains($0) } }
        let readsNew = conditions.sites.contains { $0.readings.contains(.contact(.newMatter)) }
        let told: [(name: String, values: [CELValue?])] = [
            ("language", [nil] + languages.map { .string($0) }),
            ("new_matter", readsNew ? [nil, .bool(true)] : [nil]),
            ("tags", [nil] + texts(.tags).map { .list([.string($0)]) }),
        ]
        for fields in FieldValues.products(told, atMost: Vocabulary.combinations) { add(type, fields) }
        for site in sites(on: type) {
            for fields in products(type, site, without: []) { add(type, fields) }
        }
    }

    private mutating func addEnds() {
        let type = BuiltInEvent.contactEnded.rawValue
        func text(_ name: String, _ value: String) -> Event.Field { Event.Field(name: name, value: .string(value)) }
        add(type, [text("by", "customer")])
        let choices = BuiltInEvent.contactEnded.fields.first { $0.name == "by" }?.choices ?? []
        let role = policy.doers(of: "end_contact").first(where: choices.contains) ?? "agent"
        add(type, [text("by", role), text("reason", "completed")])
        add(type, [text("by", role), text("reason", "abuse")])
        for site in sites(on: type) {
            for fields in products(type, site, without: []) { add(type, required(type, but: fields) + fields) }
        }
    }
}

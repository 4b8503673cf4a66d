import SourceText

extension CanonicalForm {
    mutating func writeVocabulary(_ policy: Policy) {
        sorted("groups", policy.groups, by: \.name) { form, group in form.list("members", group.members) }
        sorted("facts", policy.facts, by: \.name) { form, fact in
            form.member("type", fact.type)
            form.member("about", fact.about)
            form.list("by", fact.by)
        }
        sorted("events", policy.events, by: \.name) { form, event in
            form.sorted("fields", event.fields, by: \.name) { form, field in
                form.member("type", field.type)
                form.member("required", field.required)
            }
        }
        sorted("settings", policy.settings, by: \.name) { form, setting in form.write(setting.value.value) }
        sorted("actions", policy.actions, by: \.name) { form, action in form.write(action) }
        sorted("scripts", policy.scripts, by: \.name) { form, script in form.write(script.texts) }
        sorted("avoid", policy.avoidedWording, by: \.language) { form, one in form.list("phrases", one.phrases) }
    }

    mutating func write(_ conduct: ConductClass) {
        json.member("name", conduct.name.value)
        if conduct.words.isEmpty { return }
        json.key("words")
        object { $0.write(conduct.words) }
    }

    private mutating func write(_ value: SettingValue) {
        switch value {
        case .bool(let truth): member("bool", truth)
        case .int(let number): member("int", number: number)
        case .duration(let milliseconds): member("ms", number: milliseconds)
        case .text(let text): json.member("text", text)
        }
    }

    private mutating func write(_ action: ActionDeclaration) {
        if let by = action.by {
            json.key("by")
            json.beginArray()
            for role in by { json.string(role.value) }
            json.endArray()
        }
        list("must_say", action.mustSay)
        list("fields", action.fields)
        member("closed", action.closed)
        member("irreversible", action.irreversible)
        member("during", action.during)
    }
}

import CEL
import PolicyEngine
import PolicyLanguage

extension Policy {
    /// The roles that may do an action, as the policy asks for it somewhere or as it is declared.
    func doers(of action: String) -> [String] {
        let asked = everyAct.first { $0.action.value == action && !$0.by.isEmpty }?.by.map(\.value)
        let declared = actions.first { $0.name.value == action }?.by?.map(\.value)
        return declared ?? asked ?? BuiltInAction.named(action)?.by ?? ["agent"]
    }

    /// What a decision on a status has besides to count: whose it is where it is not a manager's, and what it has to carry.
    func decision(_ status: String?, imposes: Bool) -> [Event.Field] {
        var fields: [Event.Field] = []
        if let role = doers(of: "decide").first, role != "manager" {
            fields.append(Event.Field(name: "by", value: .string(role)))
        }
        let wanted = imposes ? statuses.first { $0.name.value == status }?.fields.map(\.value) ?? [] : []
        let entries = wanted.map { (CELValue.string($0), CELValue.string("something")) }
        if !entries.isEmpty, let map = try? CELMap(entries) {
            fields.append(Event.Field(name: "fields", value: .map(map)))
        }
        return fields
    }

    /// The deed by which an action is done well where nothing is known of who asks for it.
    func deed(_ action: String) -> [Event.Field] { deed(of: Act(action: .init(action, .none), span: .none)) }

    /// The deed by which an act is done well: by whom it is asked of, with all that must be said and recorded.
    func deed(of act: Act) -> [Event.Field] {
        let name = act.action.value
        let declared = actions.first { $0.name.value == name }
        let role = act.by.first?.value ?? doers(of: name).first ?? "agent"
        var fields = [Event.Field(name: "action", value: .string(name)), Event.Field(name: "by", value: .string(role))]
        let said = ((declared?.mustSay ?? []) + act.mustSay).map(\.value)
        if !said.isEmpty { fields.append(Event.Field(name: "said", value: .list(said.map { .string($0) }))) }
        let wanted = ((declared?.fields ?? []) + act.fields).map(\.value)
        if !wanted.isEmpty {
            let entries = wanted.map { (CELValue.string($0), CELValue.string("something")) }
            if let map = try? CELMap(entries) { fields.append(Event.Field(name: "fields", value: .map(map))) }
        }
        if let to = act.to?.value { fields.append(Event.Field(name: "to", value: .string(to))) }
        if let status = act.status?.value { fields.append(Event.Field(name: "status", value: .string(status))) }
        return fields
    }
}

import SourceText

/// The fields of `event` that conditions can read, by event type.
struct EventFields {
    private var byType: [String: [EventField]] = [:]

    init(_ policy: Policy, _ names: DeclaredNames) {
        for type in BuiltInEvent.allCases { byType[type.rawValue] = EventFields.fields(of: type, names) }
        for type in policy.events where BuiltInEvent(rawValue: type.name.value) == nil {
            byType[type.name.value] = type.fields.map {
                EventField($0.name.value, $0.type.cel, $0.required ? .required : .optional)
            }
        }
    }

    /// What triggers give to read: a field that some of their events lack, or that a trigger without event lacks, is
    /// optional.
    func event(of triggers: [Trigger]) -> Scope.Event {
        var types: [[EventField]] = []
        var isAlways = true
        for trigger in triggers {
            switch trigger.kind {
            case .event(let type): types.append(byType[type.value] ?? [])
            case .conduct: types.append(byType[BuiltInEvent.conductObserved.rawValue] ?? [])
            case .measure, .status, .ladder, .duty: isAlways = false
            }
        }
        if types.isEmpty { return .none(.otherTriggers) }
        return .fields(EventFields.union(types, isAlways: isAlways))
    }

    private static func union(_ types: [[EventField]], isAlways: Bool) -> [EventField] {
        var all: [EventField] = []
        var counts: [Int] = []
        var places: [String: Int] = [:]
        for field in types.joined() {
            guard let index = places[field.name] else {
                places[field.name] = all.count
                all.append(field)
                counts.append(1)
                continue
            }
            counts[index] += 1
            if all[index].type != field.type { all[index].type = .dyn }
            if field.presence == .optional { all[index].presence = .optional }
            let isOpen = all[index].choices.isEmpty || field.choices.isEmpty
            all[index].choices =
                isOpen ? [] : all[index].choices + field.choices.filter { !all[index].choices.contains($0) }
        }
        for index in all.indices where counts[index] < types.count || !isAlways { all[index].presence = .optional }
        return all
    }

    /// The fields of a built-in type; names in them are those that the policy declares.
    private static func fields(of type: BuiltInEvent, _ names: DeclaredNames) -> [EventField] {
        type.fields.map { field in
            var field = field
            switch (type, field.name) {
            case (.conductObserved, "conduct"): field.choices = names.conduct.all
            case (.factRecorded, "name"): field.choices = names.facts.all
            case (.actionDone, "action"), (.actionDeclined, "action"): field.choices = names.actions.all
            case (_, "status"): field.choices = names.statuses.all
            default: break
            }
            return field
        }
    }
}

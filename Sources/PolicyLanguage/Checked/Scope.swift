import CEL
import SourceText

/// What a condition can speak of at its place.
struct Scope: Sendable, Equatable {
    /// Why there is no event at a place.
    enum Eventless: Sendable, Equatable {
        /// An act's own `if` and `unless`.
        case act
        /// `suspended_while`, `runs_while`: looked at all the time.
        case standing(key: String)
        /// An entry of `while_active` without `when`.
        case standingRule
        /// A rule that no event sets off.
        case otherTriggers
    }

    enum Event: Sendable, Equatable {
        case fields([EventField])
        case none(Eventless)
    }

    var event: Event
    /// Whether what is known of the agent can be read: in an agent's own lane only.
    var readsAgent: Bool
}

extension Scope {
    /// The fields of the events that triggers match: a field that some of them lack, or that a trigger without event
    /// lacks, is optional.
    static func event(of triggers: [Trigger], _ policy: Policy, _ names: DeclaredNames) -> Event {
        var types: [[EventField]] = []
        var isAlways = true
        for trigger in triggers {
            switch trigger.kind {
            case .event(let type): types.append(fields(of: type.value, policy, names))
            case .conduct: types.append(fields(of: BuiltInEvent.conductObserved.rawValue, policy, names))
            case .measure, .status, .ladder, .duty: isAlways = false
            }
        }
        if types.isEmpty { return .none(.otherTriggers) }
        return .fields(union(types, isAlways: isAlways))
    }

    private static func union(_ types: [[EventField]], isAlways: Bool) -> [EventField] {
        var all: [EventField] = []
        var counts: [Int] = []
        for field in types.joined() {
            guard let index = all.firstIndex(where: { $0.name == field.name }) else {
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

    /// The fields of one event type; names in them are those that the policy declares.
    private static func fields(of type: String, _ policy: Policy, _ names: DeclaredNames) -> [EventField] {
        guard let builtIn = BuiltInEvent(rawValue: type) else {
            let declared = policy.events.first { $0.name.value == type }
            return (declared?.fields ?? []).map {
                EventField($0.name.value, $0.type.cel, $0.required ? .required : .optional)
            }
        }
        return builtIn.fields.map { field in
            var field = field
            switch (builtIn, field.name) {
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

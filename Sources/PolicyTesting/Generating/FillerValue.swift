import CEL
import PolicyLanguage

extension Policy {
    /// A class that counts as one of a group; the name itself where it is none.
    func member(of conduct: String) -> String {
        groups.first { $0.name.value == conduct }?.members.first?.value ?? conduct
    }

    /// A value for a field that an event has to have and of which nothing else is said.
    ///
    /// `fact` is the name of the fact that the event records.
    func filler(_ field: VocabularyField, of type: String, fact: String? = nil) -> CELValue {
        switch (BuiltInEvent(rawValue: type), field.name) {
        case (.conductObserved?, "conduct"): .string(conduct.first?.name.value ?? "something")
        case (.factRecorded?, "name"): .string(facts.first?.name.value ?? "something")
        case (.factRecorded?, "value"):
            FieldValues.plain(facts.first { $0.name.value == fact }?.type.cel ?? .bool)
        case (_?, "status"): .string(statuses.first?.name.value ?? "something")
        case (_?, "action"): .string(everyAct.first?.action.value ?? "warn")
        case (.retracted?, "event"): .string("step-1")
        // Of the reasons for which contacts end, the one that policies of this kind are about.
        case (.contactEnded?, "reason"): .string("abuse")
        default: field.choices.first.map { .string($0) } ?? FieldValues.plain(field.type)
        }
    }
}

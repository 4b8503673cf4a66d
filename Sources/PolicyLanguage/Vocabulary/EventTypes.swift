import CEL

/// The built-in event types. Their raw values are the names on the wire.
public enum BuiltInEvent: String, Sendable, CaseIterable {
    case contactStarted = "contact.started"
    case contactEnded = "contact.ended"
    case supervisorJoined = "supervisor.joined"
    case contactTransferred = "contact.transferred"
    case utterance
    case conductObserved = "conduct.observed"
    case factRecorded = "fact.recorded"
    case actionDone = "action.done"
    case actionDeclined = "action.declined"
    case supervisorRequested = "supervisor.requested"
    case statusProposed = "status.proposed"
    case statusDecided = "status.decided"
    case statusNotified = "status.notified"
    case statusAppealed = "status.appealed"
    case statusVaried = "status.varied"
    case statusReviewed = "status.reviewed"
    case statusEnded = "status.ended"
    case retracted
    case timePassed = "time.passed"
}

/// One field of an event's `data`.
public struct EventField: Sendable, Equatable {
    public enum Presence: Sendable { case required, optional, defaulted }

    public var name: String
    public var type: CELType
    public var presence: Presence
    /// The only texts allowed, where the field is a choice.
    public var choices: [String]

    init(_ name: String, _ type: CELType, _ presence: Presence = .optional, choices: [String] = []) {
        self.name = name
        self.type = type
        self.presence = presence
        self.choices = choices
    }
}

extension BuiltInEvent {
    /// The fields of `data`, in the order of the language page.
    public var fields: [EventField] {
        switch self {
        case .contactStarted:
            [
                EventField("language", .string), EventField("new_matter", .bool), EventField("matter", .string),
                EventField("number", .string), EventField("tags", .list(.string)),
            ]
        case .contactEnded:
            [
                EventField("by", .string, .required, choices: ["agent", "customer", "supervisor", "system"]),
                EventField(
                    "reason", .string,
                    choices: ["completed", "abuse", "time_limit", "dropped", "transferred", "other"]),
            ]
        case .supervisorJoined:
            [
                EventField("mode", .string, choices: InvolvementMode.allCases.map(\.rawValue)),
                EventField("by", .string), EventField("actor", .string), EventField("norm", .string),
            ]
        case .contactTransferred:
            [EventField("to", .string), EventField("by", .string, .defaulted), EventField("actor", .string)]
        case .utterance:
            [
                EventField("speaker", .string, .required, choices: ["customer", "agent", "supervisor"]),
                EventField("text", .string), EventField("language", .string),
            ]
        case .conductObserved:
            [
                EventField("conduct", .list(.string), .required),
                EventField("directed_at", .string, .defaulted, choices: ["agent", "situation", "other"]),
                EventField(
                    "source", .string, .defaulted,
                    choices: ["agent", "supervisor", "classifier", "phrases", "system"]),
                EventField("confidence", .double, .defaulted), EventField("severity", .int),
                EventField("quote", .string), EventField("of", .string),
            ]
        case .factRecorded:
            [
                EventField("about", .string, choices: Home.allCases.map(\.rawValue)),
                EventField("name", .string, .required), EventField("value", .dyn, .required),
                EventField("by", .string), EventField("until", .timestamp),
            ]
        case .actionDone:
            [
                EventField("action", .string, .required), EventField("by", .string, .defaulted),
                EventField("actor", .string),
                EventField("norm", .string), EventField("said", .list(.string)),
                EventField("fields", .map(.string, .dyn)), EventField("to", .string),
                EventField("mode", .string, choices: InvolvementMode.allCases.map(\.rawValue)),
                EventField("status", .string),
            ]
        case .actionDeclined:
            [
                EventField("action", .string, .required), EventField("by", .string, .defaulted),
                EventField("norm", .string),
                EventField("reason", .string),
            ]
        case .supervisorRequested:
            [EventField("by", .string)]
        case .statusProposed, .statusDecided, .statusNotified, .statusAppealed, .statusVaried, .statusReviewed,
            .statusEnded:
            [
                EventField("status", .string, .required), EventField("option", .string),
                EventField(
                    "by", .string, self == .statusDecided || self == .statusNotified ? .defaulted : .optional),
                EventField("actor", .string), EventField("norm", .string),
                EventField(
                    "decision", .string, self == .statusDecided ? .required : .optional,
                    choices: ["imposed", "refused", "upheld", "reversed"]),
                EventField("fields", .map(.string, .dyn)),
            ]
        case .retracted:
            [EventField("event", .string, .required), EventField("reason", .string), EventField("by", .string)]
        case .timePassed:
            []
        }
    }
}

extension ValueType {
    /// The CEL type of a value of this type.
    public var cel: CELType {
        switch self {
        case .bool: .bool
        case .int: .int
        case .double: .double
        case .text: .string
        case .duration: .duration
        case .timestamp: .timestamp
        case .list: .list(.string)
        }
    }
}

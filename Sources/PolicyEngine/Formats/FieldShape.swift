import CEL
import PolicyLanguage

/// One field of an event's `data`, made ready for reading; plain numbers, its words are in `EventShapes`.
struct FieldShape: Sendable {
    /// What may stand on the wire for it.
    enum Form: Sendable {
        case bool, int, double, text, choice, texts, timestamp, duration
        /// One text or several, each once.
        case classes
        /// True or false, a number, a text or a list of texts.
        case fact
        /// An object whose members are anything.
        case object
    }

    /// Position among the fields of all types.
    var index = 0
    let form: Form
    let isRequired: Bool
    /// The least and the most a number may be.
    let bounds: ClosedRange<Double>
    /// The longest text, in UTF-8 bytes.
    let maximumBytes: Int
    /// An empty text is refused: it would name nothing.
    let isName: Bool
    /// Somebody reads it; the value of any other is checked and let go.
    var isKept = true

    init(_ field: EventField) {
        form = Self.form(field)
        isRequired = field.presence == .required
        bounds = Self.bounds[field.name] ?? Self.unbounded
        maximumBytes = Self.freeTexts.contains(field.name) ? EventLimits.textBytes : EventLimits.idBytes
        isName = isRequired
    }

    init(_ field: EventFieldDeclaration) {
        form = Self.form(field.type.cel)
        isRequired = field.required
        bounds = Self.unbounded
        maximumBytes = EventLimits.textBytes
        isName = false
    }

    /// Built-in fields that hold words of people; all other texts are ids and names.
    private static let freeTexts: Set<String> = [
        "text", "quote", "reason", "matter", "number", "tags", "value", "said", "fields",
    ]
    private static let unbounded = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    private static let bounds: [String: ClosedRange<Double>] = ["confidence": 0...1, "severity": 0...4]

    private static func form(_ field: EventField) -> Form {
        if !field.choices.isEmpty { return .choice }
        return field.name == "conduct" ? .classes : form(field.type)
    }

    private static func form(_ type: CELType) -> Form {
        switch type {
        case .bool: .bool
        case .int: .int
        case .double: .double
        case .string: .text
        case .list: .texts
        case .map: .object
        case .timestamp: .timestamp
        case .duration: .duration
        default: .fact
        }
    }
}

extension FieldShape.Form {
    /// What a value of the form is, for a message.
    var wanted: String {
        switch self {
        case .bool: "true or false"
        case .int: "a whole number"
        case .double: "a number"
        case .text, .choice: "a text"
        case .texts: "a list of texts"
        case .timestamp: "a time such as `2026-11-21T10:00:40.250Z`"
        case .duration: "a duration such as `90s` or `1h30m`"
        case .classes: "a text or a list of texts"
        case .fact: "true or false, a number, a text or a list of texts"
        case .object: "an object"
        }
    }
}

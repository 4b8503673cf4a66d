import CEL
import PolicyEngine
import PolicyLanguage

/// The values of a field that conditions could tell apart.
enum FieldValues {
    /// At and around each constant of the field's type; every word of a choice; nil for left out, where that can be.
    static func all(_ field: VocabularyField, _ constants: [CELValue]) -> [CELValue?] {
        var found: [CELValue?] = field.isRequired ? [] : [nil]
        func add(_ value: CELValue?) {
            if let value, !found.contains(value) { found.append(value) }
        }
        for choice in field.choices { add(.string(choice)) }
        let allowed: (CELValue) -> Bool = { field.choices.isEmpty || field.choices.contains($0.string ?? "") }
        for constant in constants where allowed(constant) {
            for value in around(constant, as: field.type) { add(value) }
        }
        if field.type == .bool {
            add(.bool(true))
            add(.bool(false))
        }
        if found.allSatisfy({ $0 == nil }) || (field.choices.isEmpty && isText(field.type)) {
            add(plain(field.type))
        }
        return found
    }

    /// A constant and its neighbours, as far as they are of the type.
    static func around(_ constant: CELValue, as type: CELType) -> [CELValue] {
        switch (type, constant) {
        case (.int, .int(let number)): [.int(number), .int(number - 1), .int(number + 1)]
        case (.double, .double(let number)): [.double(number), .double(number - 0.01), .double(number + 0.01)]
        case (.double, .int(let number)): around(.double(Double(number)), as: type)
        case (.string, .string): [constant]
        // A number beside a text is about its length.
        case (.string, .int(let number)) where (1...500).contains(number):
            [
                .string(String(repeating: "a", count: Int(number))),
                .string(String(repeating: "a", count: Int(number) + 1)),
            ]
        case (.list(.string), .string): [.list([constant])]
        case (.duration, .duration(let length)):
            [-1, 0, 1].compactMap { CELDuration(milliseconds: length.milliseconds + $0).map { .duration($0) } }
        case (.bool, .bool), (.dyn, _): [constant]
        default: []
        }
    }

    /// Some value of a type that no policy speaks of.
    static func plain(_ type: CELType) -> CELValue {
        switch type {
        case .bool: .bool(true)
        case .int: .int(1)
        case .double: .double(1)
        case .list: .list([.string("something")])
        case .duration: CELDuration(milliseconds: 60_000).map { .duration($0) } ?? .null
        case .timestamp: CELTimestamp(milliseconds: TestTime.standardStart).map { .timestamp($0) } ?? .null
        default: .string("something")
        }
    }

    private static func isText(_ type: CELType) -> Bool { type == .string || type == .list(.string) }

    /// Every combination of the values of some fields, at most so many.
    static func products(_ fields: [(name: String, values: [CELValue?])], atMost limit: Int) -> [[Event.Field]] {
        var all: [[Event.Field]] = [[]]
        for (name, values) in fields {
            var next: [[Event.Field]] = []
            for begun in all {
                for value in values where next.count < limit {
                    next.append(begun + (value.map { [Event.Field(name: name, value: $0)] } ?? []))
                }
            }
            all = next
        }
        return all
    }
}

/// A field of an event type, as generated events need to know it.
struct VocabularyField {
    var name: String
    var type: CELType
    var isRequired: Bool
    var choices: [String]

    /// The fields of an event type; empty for one that the policy does not know.
    static func all(of type: String, _ policy: Policy) -> [VocabularyField] {
        if let builtIn = BuiltInEvent(rawValue: type) {
            return builtIn.fields.map {
                VocabularyField(
                    name: $0.name, type: $0.type, isRequired: $0.presence == .required, choices: $0.choices)
            }
        }
        let declared = policy.events.first { $0.name.value == type }
        return (declared?.fields ?? []).map {
            VocabularyField(name: $0.name.value, type: $0.type.cel, isRequired: $0.required, choices: [])
        }
    }
}

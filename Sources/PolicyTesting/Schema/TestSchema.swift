import JSONSchema
import PolicyLanguage
import SourceText
import YAMLTree

/// The JSON Schema of a file of policy tests, made of the table that tests are read by.
public enum TestSchema {
    /// Draft 2020-12; the same bytes every time.
    ///
    /// Names of the policy, the order of times, and the fields of events that a policy declares are left to
    /// `holdline test`.
    public static var schema: Schema {
        let blocks = TestBlock.allCases.filter { $0 != .file }
        return Schema.document(
            id: "urn:holdline:schema:1:test", title: "Holdline tests",
            description: "Tests of a policy, NAME.test.yaml: what happens, and what is expected of the policy.",
            block(.file), definitions: blocks.map { ($0.rawValue, block($0)) } + events + TestForm.definitions)
    }

    private static func block(_ block: TestBlock) -> Schema {
        let required = block.keys.filter(\.isRequired).map(\.name)
        let keys = block.keys.map { ($0.name, $0.schema) }
        switch block {
        case .step: return step(keys, required)
        case .test: return .object(keys, required: required, leastOneOf: ["steps", "findings"])
        case .expect: return .object(keys, required: required).with("minProperties", .int(1))
        case .file, .given, .claim: return .object(keys, required: required)
        }
    }

    // MARK: Steps

    private static let builtIn = BuiltInEvent.allCases.map(\.rawValue)

    /// A step is its keys and one event. With a built-in one nothing else may stand there; without, whatever else
    /// stands there is an event of the policy's own.
    private static func step(_ keys: [(String, Schema)], _ required: [String]) -> Schema {
        let names = keys.map(\.0)
        let anyEvent = Schema([("anyOf", .schemas(builtIn.map { .requiring([$0]) }))])
        let oneEvent = Schema.object((names + builtIn).map { ($0, Schema()) })
            .with("oneOf", .schemas(builtIn.map { .requiring([$0]) }))
        let ownEvent = Schema([
            ("not", Schema([("propertyNames", Schema.oneOf(words: names).json)]).json),
            ("propertyNames", Schema.string(pattern: "^[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)*$").json),
        ])
        let refused = Schema.requiring(["expect"]).with(
            "properties",
            .named([("expect", Schema.requiring(["refused"]).with("type", .string("object")))]))
        let data = Schema([("properties", .named(builtIn.map { ($0, Schema.reference("event.\($0)")) }))])
        let events = builtIn.map { ($0, Schema().described("An event; what is left out is taken from `given`.")) }
        return Schema.object(keys + events, required: required, isClosed: false).with(
            "allOf",
            .schemas([
                Schema([("if", anyEvent.json), ("then", oneEvent.json), ("else", ownEvent.json)]),
                // An event that is meant to be refused may hold anything.
                Schema([("if", refused.json), ("else", data.json)]),
            ]))
    }

    /// The data of built-in events: a map, or the value of the only field that must be there.
    private static var events: [(String, Schema)] {
        BuiltInEvent.allCases.map { event in
            let required = event.fields.filter { $0.presence == .required }
            var forms = [
                Schema.object(event.fields.map { ($0.name, value(of: $0)) }, required: required.map(\.name))
            ]
            if required.count == 1 { forms.append(value(of: required[0])) }
            if required.isEmpty { forms.append(.types(["null"])) }
            return ("event.\(event.rawValue)", .anyOf(forms))
        }
    }

    /// What may be written for a field: a value is read as what the field asks for.
    private static func value(of field: EventField) -> Schema {
        if !field.choices.isEmpty { return .oneOf(words: field.choices) }
        let word = TestForm.word.schema
        switch field.type {
        case .bool: return Schema.types(["boolean", "string"]).with("pattern", .string("^(true|false)$"))
        case .int, .double: return Schema.types(["number", "string"]).with("pattern", .string("^-?[0-9]"))
        case .list: return .anyOf([word, .list(of: word, least: 1)])
        case .timestamp: return .reference("moment")
        case .map: return .types(["object"])
        case .dyn: return .types(["string", "number", "boolean", "array"])
        default: return word
        }
    }
}

extension TestKey {
    /// The schema of the key's value, with what an editor shows.
    fileprivate var schema: Schema { form.schema.described(summary, examples: value.map { [$0] } ?? []) }

    /// The value of the example, unless it is cut short.
    private var value: JSON? {
        guard !example.contains("…"),
            let root = try? YAMLReader.read(SourceFile(name: name, text: example), id: 0).get()
        else { return nil }
        return root.entries?.first.map { JSON($0.value) }
    }
}

extension TestForm {
    var schema: Schema {
        switch self {
        case .word, .path: .reference("word")
        case .words: TestForm.oneOrMore(.word).schema
        case .truth: Schema([("enum", .array([.bool(true), .string("true")]))])
        case .number(let most): TestForm.digits(most)
        case .position: TestForm.digits(1_000)
        case .amount:
            Schema.types(["integer", "string"]).with("minimum", .int(0))
                .with("pattern", .string("^([0-9]+|\(TestForm.duration))$"))
        case .moment: .reference("moment")
        case .choice(let words): .oneOf(words: words)
        case .oneOrMore(let one): .anyOf([one.schema, .list(of: one.schema)])
        case .named(let form): .map(nil, to: form.schema)
        case .anything: Schema()
        case .acts: .anyOf(TestForm.act + [.list(of: .anyOf(TestForm.act))])
        case .block(let block): .reference(block.rawValue)
        case .list(let block, let least): .list(of: .reference(block.rawValue), least: least)
        }
    }

    static let definitions: [(String, Schema)] = [
        ("word", Schema.types(["string", "number", "boolean"]).with("minLength", .int(1))),
        (
            "moment",
            Schema.string(pattern: "^(\(duration)|\(date))$").with(
                "patternErrorMessage",
                .string("write a length of time such as `70s` or `1h5m`, or a date and time with its offset"))
        ),
    ]

    private static let act: [Schema] = [
        .reference("word"),
        .map(nil, to: .anyOf([.reference("claim"), .oneOf(words: ["none"]), .types(["null"])]), least: 1),
    ]

    private static func digits(_ most: Int64) -> Schema {
        Schema.types(["integer", "string"]).with("minimum", .int(0)).with("maximum", .int(most))
            .with("pattern", .string("^[0-9]+$"))
    }

    private static let duration =
        "(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+(\\.[0-9]{1,3})?s)?([0-9]+ms)?"
    private static let date =
        "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?"
        + "([Zz]|[-+]([01][0-9]|2[0-3]):[0-5][0-9])"
}

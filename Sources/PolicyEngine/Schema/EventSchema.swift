import JSONSchema
import PolicyLanguage

/// The JSON Schema of an event, made of the shapes that events are read by.
public enum EventSchema {
    /// Draft 2020-12; the same bytes every time.
    ///
    /// What only bytes or a policy can tell is left to the reader: lengths in UTF-8, members that stand twice, days that
    /// do not exist, types that a policy declares and whether a type is one of them.
    public static var schema: Schema {
        let shapes = EventShapes(declared: []) { _, _ in true }
        let root = Schema.object(envelope, required: ["id", "time", "type"], isClosed: false)
            .with("allOf", .schemas([lane] + shapes.shapes.map { condition($0, shapes) } + [endedWithoutReason]))
        return Schema.document(
            id: "urn:holdline:schema:1:event", title: "Holdline event",
            description: "One event of a log: CloudEvents 1.0 in structured form, one to a line.", root,
            definitions: [
                ("time", time), ("shortText", nonEmpty),
                ("nullableText", .anyOf([.reference("shortText"), .types(["null"])])),
            ])
    }

    // MARK: Envelope

    private static var envelope: [(String, Schema)] {
        EnvelopeAttribute.names.enumerated().compactMap { position, name in
            EnvelopeAttribute(rawValue: position).flatMap { attribute in
                schema(attribute).map { (name, $0.described(summary(attribute))) }
            }
        }
    }

    private static func schema(_ attribute: EnvelopeAttribute) -> Schema? {
        switch attribute {
        case .id: .reference("shortText")
        case .time: .reference("time")
        case .type:
            .string().with("minLength", .int(1)).with("examples", .strings(BuiltInEvent.allCases.map(\.rawValue)))
        case .contact, .customer, .agent, .channel, .source: .reference("nullableText")
        case .specversion: Schema([("enum", .array([.string("1.0"), .null]))])
        case .data: .types(["object", "null"])
        case .dataBase64: .types(["null"])
        case .contentType, .dataSchema, .subject: Schema()
        }
    }

    private static func summary(_ attribute: EnvelopeAttribute) -> String {
        switch attribute {
        case .id: "Unique within its source; the same event sent again changes nothing."
        case .time: "When it happened, with its offset."
        case .type: "What happened: a built-in type, or one that the policy declares under `events`."
        case .contact: "The conversation, whatever its channel."
        case .customer: "The customer, where known."
        case .agent: "The agent in it."
        case .channel: "Such as `phone` or `chat`."
        case .data: "What the type carries; members that the type does not know are stepped over."
        case .source: "Who tells it; ids are unique within a source."
        case .specversion: "The version of CloudEvents."
        case .dataBase64: "Cannot be read; give `data` as an object."
        case .contentType, .dataSchema, .subject: "Of CloudEvents; stepped over."
        }
    }

    /// Somebody it is about; only time passes for all.
    private static var lane: Schema {
        let named = ["contact", "customer", "agent"].map { name in
            Schema.requiring([name]).with("properties", .named([(name, .string())]))
        }
        let passed = Schema([("properties", .named([("type", .constant(.string(BuiltInEvent.timePassed.rawValue)))]))])
        return Schema([("anyOf", .schemas(named + [passed]))])
    }

    // MARK: Data

    private static func condition(_ shape: EventShapes.Shape, _ shapes: EventShapes) -> Schema {
        let name = shapes.typeNames[shape.index]
        let fields = shape.fields.map {
            (shapes.names[$0], nullable(field(shapes.fields[$0], shapes), shapes.fields[$0]))
        }
        let required = shape.fields.filter { shapes.fields[$0].isRequired }.map { shapes.names[$0] }
        var data = Schema.object(fields, required: required, isClosed: false)
        data["type"] = required.isEmpty ? .strings(["object", "null"]) : .string("object")
        var then = Schema([("properties", .named([("data", data)]))])
        if !required.isEmpty { then["required"] = .strings(["data"]) }
        return .when(isType(name), then: then)
    }

    private static func isType(_ name: String) -> Schema {
        Schema.requiring(["type"]).with("properties", .named([("type", .constant(.string(name)))]))
    }

    /// `null` is as good as left out, where that may be.
    private static func nullable(_ schema: Schema, _ field: FieldShape) -> Schema {
        field.isRequired ? schema : .anyOf([schema, .types(["null"])])
    }

    /// What may stand for a field on the wire.
    static func field(_ field: FieldShape, _ shapes: EventShapes) -> Schema {
        let text = Schema.string().with("maxLength", .int(Int64(field.maximumBytes)))
        let name = field.isName ? text.with("minLength", .int(1)) : text
        switch field.form {
        case .bool: return .types(["boolean"])
        case .int, .double:
            let number = Schema.types([isWhole(field) ? "integer" : "number"])
            if field.bounds.upperBound == .greatestFiniteMagnitude { return number }
            return number.with("minimum", .int(Int64(field.bounds.lowerBound)))
                .with("maximum", .int(Int64(field.bounds.upperBound)))
        case .text: return name
        case .choice: return .oneOf(words: shapes.choices[field.index])
        case .texts: return .list(of: text, most: EventLimits.listItems)
        case .timestamp: return .reference("time")
        case .duration: return .string(pattern: "^[-+]?[0-9.]+[a-zµ].*$|^[-+]?0$")
        case .classes: return .anyOf([name, .list(of: name, least: 1, most: EventLimits.conductClasses)])
        case .fact:
            return .anyOf([.types(["boolean", "number"]), text, .list(of: text, most: EventLimits.listItems)])
        case .object: return .types(["object"])
        }
    }

    private static func isWhole(_ field: FieldShape) -> Bool { if case .int = field.form { true } else { false } }

    /// A contact that the customer did not end has a reason.
    private static var endedWithoutReason: Schema {
        let byOthers = Schema.requiring(["by"]).with(
            "properties", .named([("by", Schema([("not", Schema.constant(.string("customer")).json)]))]))
        let condition = isType(BuiltInEvent.contactEnded.rawValue).with(
            "properties",
            .named([
                ("type", .constant(.string(BuiltInEvent.contactEnded.rawValue))),
                ("data", byOthers.with("type", .string("object"))),
            ])
        ).with("required", .strings(["type", "data"]))
        let reason = Schema.requiring(["reason"]).with("properties", .named([("reason", .types(["string"]))]))
        return .when(condition, then: Schema([("properties", .named([("data", reason)]))]))
    }

    // MARK: Values

    /// RFC 3339, from 1970 to 9999.
    static let time = Schema.string(
        pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
            + "(\\.[0-9]{1,9})?([Zz]|[-+]([01][0-9]|2[0-3]):[0-5][0-9])$"
    ).with("examples", .strings(["2026-11-21T10:00:40.250Z"]))

    private static let nonEmpty = Schema.string().with("minLength", .int(1))
        .with("maxLength", .int(Int64(EventLimits.idBytes)))
}

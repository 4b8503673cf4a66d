/// The few forms of schemas that all of ours are made of.
extension Schema {
    public static func string(pattern: String? = nil) -> Schema {
        var schema = Schema([("type", .string("string"))])
        if let pattern { schema["pattern"] = .string(pattern) }
        return schema
    }

    /// Any of several types, as JSON Schema names them.
    public static func types(_ names: [String]) -> Schema {
        Schema([("type", names.count == 1 ? .string(names[0]) : .strings(names))])
    }

    public static func oneOf(words: [String]) -> Schema { Schema([("enum", .strings(words))]) }

    public static func constant(_ value: JSON) -> Schema { Schema([("const", value)]) }

    /// A definition of the same document.
    public static func reference(_ name: String) -> Schema { Schema([("$ref", .string("#/$defs/\(name)"))]) }

    public static func list(of item: Schema, least: Int = 0, most: Int? = nil) -> Schema {
        var schema = Schema([("type", .string("array")), ("items", item.json)])
        if least > 0 { schema["minItems"] = .int(Int64(least)) }
        if let most { schema["maxItems"] = .int(Int64(most)) }
        return schema
    }

    /// A map with known keys; others are refused where `isClosed`.
    public static func object(
        _ properties: [(String, Schema)], required: [String] = [], leastOneOf: [String] = [], isClosed: Bool = true
    ) -> Schema {
        var schema = Schema([("type", .string("object")), ("properties", .named(properties))])
        if isClosed { schema["additionalProperties"] = .bool(false) }
        if !required.isEmpty { schema["required"] = .strings(required) }
        if !leastOneOf.isEmpty { schema["anyOf"] = .schemas(leastOneOf.map { .requiring([$0]) }) }
        return schema
    }

    /// A map from names of the author's own.
    public static func map(_ name: Schema?, to value: Schema, least: Int = 0) -> Schema {
        var schema = Schema([("type", .string("object"))])
        if let name { schema["propertyNames"] = name.json }
        schema["additionalProperties"] = value.json
        if least > 0 { schema["minProperties"] = .int(Int64(least)) }
        return schema
    }

    public static func requiring(_ keys: [String]) -> Schema { Schema([("required", .strings(keys))]) }

    /// Whichever of these fits; one alone is itself.
    public static func anyOf(_ schemas: [Schema]) -> Schema {
        schemas.count == 1 ? schemas[0] : Schema([("anyOf", .schemas(schemas))])
    }

    public static func when(_ condition: Schema, then: Schema) -> Schema {
        Schema([("if", condition.json), ("then", then.json)])
    }

    /// What editors show, before the keywords that say what is allowed.
    public func described(_ text: String?, examples: [JSON] = []) -> Schema {
        var all: [(String, JSON)] = []
        if let text { all.append(("description", .string(text))) }
        all += keywords.map { ($0.name, $0.value) }
        if !examples.isEmpty { all.append(("examples", .array(examples))) }
        return Schema(all)
    }

    /// A whole document: its id, its title, its own keywords, its definitions.
    public static func document(
        id: String, title: String, description: String, _ root: Schema, definitions: [(String, Schema)]
    ) -> Schema {
        var all: [(String, JSON)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("$id", .string(id)),
            ("title", .string(title)), ("description", .string(description)),
        ]
        all += root.keywords.filter { $0.name != "description" }.map { ($0.name, $0.value) }
        if !definitions.isEmpty { all.append(("$defs", .named(definitions))) }
        return Schema(all)
    }
}

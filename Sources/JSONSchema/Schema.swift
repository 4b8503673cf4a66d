/// A JSON Schema (draft 2020-12) as a value: keywords in the order they are written.
///
/// Order is the writer's: the same schema has the same bytes.
public struct Schema: Sendable, Equatable {
    /// One keyword with its value.
    public struct Keyword: Sendable, Equatable {
        public var name: String
        public var value: JSON
    }

    public private(set) var keywords: [Keyword]

    public init(_ keywords: [(String, JSON)] = []) {
        self.keywords = keywords.map { Keyword(name: $0.0, value: $0.1) }
    }

    /// The value of a keyword; setting it keeps the place of one that is there, nil takes it out.
    public subscript(name: String) -> JSON? {
        get { keywords.first { $0.name == name }?.value }
        set {
            let place = keywords.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): keywords[place].value = value
            case (let place?, nil): keywords.remove(at: place)
            case (nil, let value?): keywords.append(Keyword(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// This schema with one more keyword.
    public func with(_ name: String, _ value: JSON) -> Schema {
        var schema = self
        schema[name] = value
        return schema
    }

    /// The schema as a value of JSON.
    public var json: JSON { .object(keywords.map { JSON.Member($0.name, $0.value) }) }
}

/// A value of JSON whose members keep their order.
public indirect enum JSON: Sendable, Equatable {
    public struct Member: Sendable, Equatable {
        public var name: String
        public var value: JSON

        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// Schemas in a list.
    public static func schemas(_ all: [Schema]) -> JSON { .array(all.map(\.json)) }
    /// Texts in a list.
    public static func strings(_ all: [String]) -> JSON { .array(all.map { .string($0) }) }
    /// Schemas by name.
    public static func named(_ all: [(String, Schema)]) -> JSON { .object(all.map { Member($0.0, $0.1.json) }) }
}

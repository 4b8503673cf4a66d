import CEL
import PolicyLanguage

/// The type of an event: built in, or one of the policy's own by its position under `events:`.
public enum EventType: Sendable, Hashable {
    case builtIn(BuiltInEvent)
    case declared(Int)
}

/// Something that happened, read and validated.
///
/// Fields with a default (`directed_at`, `source`, `confidence`) are filled in when read, `by` is `agent` for deeds
/// that leave it out, and `conduct` is always a list without repeats.
public struct Event: Sendable, Equatable {
    public var id: String
    /// CloudEvents `source` of the envelope; nil where left out.
    public var source: String?
    /// Event time in milliseconds since 1970-01-01T00:00:00Z.
    public var time: Int64
    public var type: EventType
    public var contact: String?
    public var customer: String?
    public var agent: String?
    public var channel: String?
    /// The fields of `data` that are present, by name; few, so a list.
    public var data: [Field]
    /// A 64-bit digest of the whole line, to tell a repetition from another event under the same id.
    public var contentHash: UInt64

    public struct Field: Sendable, Equatable {
        public var name: String
        public var value: CELValue

        public init(name: String, value: CELValue) {
            self.name = name
            self.value = value
        }
    }

    public init(
        id: String, source: String? = nil, time: Int64, type: EventType, contact: String? = nil,
        customer: String? = nil, agent: String? = nil, channel: String? = nil, data: [Field] = [],
        contentHash: UInt64 = 0
    ) {
        self.id = id
        self.source = source
        self.time = time
        self.type = type
        self.contact = contact
        self.customer = customer
        self.agent = agent
        self.channel = channel
        self.data = data
        self.contentHash = contentHash
    }

    /// Forgets its fields, but for the memory they took.
    mutating func clearData() {
        while !data.isEmpty { data.removeLast() }
    }

    /// The value of a field of `data`, nil where absent. Linear in the few fields.
    public subscript(field: String) -> CELValue? {
        for index in data.indices where data[index].name == field { return data[index].value }
        return nil
    }

    /// A text field of `data`, nil where absent or of another type.
    public func text(_ field: String) -> String? {
        for index in data.indices where data[index].name == field {
            if case .string(let text) = data[index].value { return text }
            return nil
        }
        return nil
    }

    /// A field of `data` that is a list of texts; empty where absent.
    public func texts(_ field: String) -> [String] {
        guard case .list(let values)? = self[field] else { return [] }
        return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
}

import PolicyEngine
import PolicyLanguage

/// An accepted event as the log keeps it: its line, byte for byte, and the columns it is found by.
public struct EventRecord: Sendable, Equatable {
    /// Position in the log, from 1, without gaps.
    public var number: Int64
    /// Event time in milliseconds since 1970.
    public var time: Int64
    /// The name on the wire: `conduct.observed`.
    public var type: String
    /// Empty where the event names none.
    public var source: String
    public var id: String
    public var contact: String?
    public var customer: String?
    public var agent: String?
    public var channel: String?
    /// The digest of the line that the event reader made.
    public var content: UInt64
    /// The line without its line break.
    public var line: [UInt8]

    public init(number: Int64, event: Event, type: String, line: [UInt8]) {
        self.number = number
        self.type = type
        self.line = line
        time = event.time
        source = event.source ?? ""
        id = event.id
        contact = event.contact
        customer = event.customer
        agent = event.agent
        channel = event.channel
        content = event.contentHash
    }

    /// What tells this event from every other.
    public var identity: EventIdentity { EventIdentity(time: time, source: source, id: id, content: content) }
}

/// Source, id and content of an event: two lines with the same are the same event told twice. The time is part of the
/// content, and stands here because events are looked for by it.
public struct EventIdentity: Sendable, Hashable {
    public var time: Int64
    public var source: String
    public var id: String
    public var content: UInt64

    public init(time: Int64, source: String, id: String, content: UInt64) {
        self.time = time
        self.source = source
        self.id = id
        self.content = content
    }

    public init(_ event: Event) {
        self.init(time: event.time, source: event.source ?? "", id: event.id, content: event.contentHash)
    }
}

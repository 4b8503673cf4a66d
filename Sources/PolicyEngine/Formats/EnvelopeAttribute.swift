/// A member of an event's envelope that is known; the last ones only to be stepped over.
enum EnvelopeAttribute: Int {
    case id, time, type, contact, customer, agent, channel, data, source, specversion, dataBase64
    case contentType, dataSchema, subject

    /// In the order of the cases.
    static let names = [
        "id", "time", "type", "contact", "customer", "agent", "channel", "data", "source", "specversion", "data_base64",
        "datacontenttype", "dataschema", "subject",
    ]

    var name: String { Self.names[rawValue] }
}

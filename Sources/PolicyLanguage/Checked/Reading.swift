/// What one slot of the policy's conditions reads, by name.
public enum Reading: Sendable, Hashable {
    /// A field of the event's data: `event.reason`.
    case event(String)
    case contact(ContactField)
    /// `contact.conduct("abuse")`: how often the class or group was observed in this contact.
    case conduct(String)
    case customerID
    case agentID
    case measure(String)
    case setting(String)
    case fact(String)
    case status(String)
    case ladder(String)

    public enum ContactField: String, Sendable, CaseIterable {
        case id, channel, language, started, elapsed
        case newMatter = "new_matter"
        case tags
    }
}

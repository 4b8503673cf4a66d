/// The bounds that keep reading one event finite; past any of them the event is refused.
public enum EventLimits {
    /// The longest line, in bytes.
    public static let eventBytes = 1_048_576
    /// The longest text of `data`, in UTF-8 bytes.
    public static let textBytes = 65_536
    /// The longest id or name: of the event, its source, contact, customer, agent, a norm, an action; in UTF-8 bytes.
    public static let idBytes = 256
    /// The deepest nesting of objects and lists; the event itself is the first level.
    public static let nesting = 32
    /// The most items of a list that is read; lists that are stepped over are bound by the line alone.
    public static let listItems = 1_000
    /// The most members of any object, read or stepped over.
    public static let members = 1_000
    /// The most classes that one observation of conduct names.
    public static let conductClasses = 32
    /// The longest number, in characters.
    public static let numberBytes = 256
}

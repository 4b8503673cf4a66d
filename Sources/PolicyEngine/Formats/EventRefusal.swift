/// Why an event was not taken: nothing of it took effect, and nothing else stops.
///
/// The message names fields and shows unknown names, but never quotes what an event holds.
public struct EventRefusal: Error, Sendable, Equatable {
    /// What kind of refusal it is; the raw values are stable.
    public enum Code: String, Sendable, CaseIterable {
        case badJSON = "bad-json"
        case badUTF8 = "bad-utf8"
        case tooLong = "too-long"
        case tooDeep = "too-deep"
        case tooMany = "too-many"
        case duplicateMember = "duplicate-member"
        case unknownType = "unknown-type"
        case missingField = "missing-field"
        case wrongType = "wrong-type"
        case badChoice = "bad-choice"
        case badTime = "bad-time"
        case outOfRange = "out-of-range"
        case empty = "empty"
        case noLane = "no-lane"
        /// The contact belongs to another customer.
        case otherCustomer = "other-customer"
        /// The same source and id came before with other content.
        case otherContent = "other-content"
        /// More than 24 hours behind its lane.
        case tooLate = "too-late"
        /// More than 5 minutes ahead of a live clock.
        case tooEarly = "too-early"
    }

    public var code: Code
    /// Lowercase, without a final period; names in backticks.
    public var message: String
    /// The byte of the line at which reading stopped, from 1; nil where the event as a whole is meant.
    public var column: Int?
    /// The event's id where the line gives one.
    public var id: String?

    public init(_ code: Code, _ message: String, column: Int? = nil, id: String? = nil) {
        self.code = code
        self.message = message
        self.column = column
        self.id = id
    }
}

extension EventRefusal: CustomStringConvertible {
    /// `bad-json: expected `:` (column 17)`.
    public var description: String {
        let place = column.map { " (column \($0))" } ?? ""
        return "\(code.rawValue): \(message)\(place)"
    }
}

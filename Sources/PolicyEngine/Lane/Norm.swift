import PolicyLanguage

/// A norm that stands, or a duty that was missed and may still be done.
struct Norm: Sendable {
    var effect: Int32
    /// The contact it lives with, or the lane.
    var scope: Int32
    /// The contact in which it was issued, or none.
    var context: Int32
    /// Order of creation in its lane.
    var creation: Int32
    /// `OWNER/number`.
    var owner: String
    var number: Int32
    var issued: Int64
    var due: Int64?
    var until: Int64?
    var isMissed = false
    /// The event that `confirm` waits for came while it was open or missed.
    var isConfirmed = false
    /// It came along with its contact, away from the customer's end that it was issued at.
    var isStranded = false
    /// It came along with its contact, and what is per customer here knows nothing of it.
    var isMoved = false
    /// What it has to wait for was done while it was open.
    var isPreceded = false
    /// It does not stand for now, and outcomes have said so.
    var isPaused = false
    /// A repetition under `confirm`.
    var isConfirmation = false
    /// Classes of the event that set it off, for `{conduct}`.
    var classes = BitSet()
    /// Ids of the events it rests on.
    var support: [String] = []

    var id: String { "\(owner)/\(number)" }
}

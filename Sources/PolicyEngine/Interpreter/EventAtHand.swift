import CEL
import PolicyLanguage

/// The event that a step is about, read where it stands: an event is large, and a step asks it for one thing after another.
///
/// It lives only inside the call that lends it (`LaneRun.take`), during which the event does not change; so `unchecked`.
struct EventAtHand: @unchecked Sendable {
    let place: UnsafePointer<Event>
    /// Asked for most.
    let type: EventType

    init(_ place: UnsafePointer<Event>) {
        self.place = place
        type = place.pointee.type
    }

    /// A copy, to be kept.
    var whole: Event { place.pointee }
    var id: String { place.pointee.id }
    var time: Int64 { place.pointee.time }
    var contentHash: UInt64 { place.pointee.contentHash }
    var contact: String? { place.pointee.contact }
    var customer: String? { place.pointee.customer }
    var agent: String? { place.pointee.agent }
    var channel: String? { place.pointee.channel }

    /// A 64-bit key of source and id.
    var key: UInt64 {
        let own = ContentHash.of(place.pointee.id)
        guard let source = place.pointee.source else { return own }
        return own ^ (ContentHash.of(source) &* 0x9E37_79B9_7F4A_7C15)
    }

    subscript(field: String) -> CELValue? { place.pointee[field] }
    func text(_ field: String) -> String? { place.pointee.text(field) }
    func texts(_ field: String) -> [String] { place.pointee.texts(field) }
}

/// What a condition can speak of at its place.
struct Scope: Sendable, Equatable {
    /// Why there is no event at a place.
    enum Eventless: Sendable, Equatable {
        /// An act's own `if` and `unless`.
        case act
        /// `suspended_while`, `runs_while`: looked at all the time.
        case standing(key: String)
        /// An entry of `while_active` without `when`.
        case standingRule
        /// A rule that no event sets off.
        case otherTriggers
    }

    enum Event: Sendable, Equatable {
        case fields([EventField])
        case none(Eventless)
    }

    var event: Event
    /// Whether what is known of the agent can be read: in an agent's own lane only.
    var readsAgent: Bool
}

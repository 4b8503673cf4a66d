/// The bounds of one lane's memory; past them a fault is told and nothing that stands is lost.
enum LaneLimits {
    /// Open and remembered norms of one lane.
    static let normsPerLane = 4_096
    /// Utterances of a contact whose observations are remembered.
    static let utterances = 64
    /// How long an event may come after its lane's clock, how long ids are remembered, how long an ended contact is.
    static let lateness: Int64 = 24 * 3_600_000
}

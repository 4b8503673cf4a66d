import PolicyEngine

/// An outcome as the log keeps it: the bytes that were printed, and the columns it is found by.
public struct OutcomeRecord: Sendable, Equatable {
    /// Position among the outcomes, from 1, without gaps.
    public var number: Int64
    /// The number of the event in whose handling it came about.
    public var recordedWith: Int64
    public var outcome: Outcome
    /// The JSON without its line break.
    public var line: [UInt8]

    public init(number: Int64, recordedWith: Int64, outcome: Outcome, line: [UInt8]) {
        self.number = number
        self.recordedWith = recordedWith
        self.outcome = outcome
        self.line = line
    }
}

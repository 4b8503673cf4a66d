/// The values that an evaluation reads, and the time zones it may name.
public protocol CELBindings: TimeZoneRules {
    /// The value of a slot; nil where it is absent.
    func value(at slot: Int) -> CELValue?
}

extension CELBindings {
    /// No named zones.
    public func secondsEast(ofZone name: String, at second: Int64) -> Int? { nil }
}

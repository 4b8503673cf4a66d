/// What a host knows of named time zones; the language itself knows `UTC` and fixed offsets only.
public protocol TimeZoneRules {
    /// Seconds east of UTC in a named zone at a moment (seconds since 1970); nil for an unknown zone.
    func secondsEast(ofZone name: String, at second: Int64) -> Int?
}

/// Seconds east of UTC that a text such as `+02:00`, `-09:30` or `UTC` says; nil for a name.
@usableFromInline
func fixedOffset(_ zone: String) -> Int? {
    if zone == "UTC" || zone == "Z" { return 0 }
    var reader = DigitReader(zone)
    let west = reader.take("-")
    if !west { _ = reader.take("+") }
    guard let hours = reader.number(digits: 2), reader.take(":"), let minutes = reader.number(digits: 2),
        reader.isAtEnd, hours < 24, minutes < 60
    else { return nil }
    return Int(hours * 3_600 + minutes * 60) * (west ? -1 : 1)
}

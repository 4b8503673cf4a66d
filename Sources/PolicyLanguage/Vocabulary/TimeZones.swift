import Foundation
import SourceText
import Synchronization

/// Named time zones, by the zone rules that come with the program: the same ones on every machine that runs this build.
public enum TimeZones {
    private static let known = Mutex<[String: TimeZone]>([:])
    /// More than there are; texts from events never fill memory.
    private static let most = 1_024

    /// Seconds east of UTC in a zone such as `Europe/London` at a moment in seconds since 1970; nil for an unknown zone.
    public static func secondsEast(ofZone name: String, at second: Int64) -> Int? {
        zone(name)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }

    /// Whether there is a zone of that name.
    public static func isKnown(_ name: String) -> Bool { zone(name) != nil }

    /// What to type for a name that is none.
    static func help(for name: String) -> String {
        nearest(name, in: TimeZone.knownTimeZoneIdentifiers).map { "did you mean \(quoted($0))?" } ?? zoneFault(name)
            .help
            ?? "write a name such as `Europe/Copenhagen`"
    }

    private static func zone(_ name: String) -> TimeZone? {
        // Only names with a place in them: abbreviations mean several zones.
        guard isZone(name) else { return nil }
        return known.withLock { known in
            if let zone = known[name] { return zone }
            guard let zone = TimeZone(identifier: name) else { return nil }
            if known.count < most { known[name] = zone }
            return zone
        }
    }
}

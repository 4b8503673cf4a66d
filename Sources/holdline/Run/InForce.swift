import Glibc
import PolicyEngine
import PolicyLanguage

/// Whether a policy is in force at an event's time; says once that it is not.
struct InForce {
    private var from: Int64?
    private var until: Int64?
    private let effective: Effective?
    private let policy: String

    init(_ policy: Policy) {
        self.policy = policy.id.value
        effective = policy.effective
        let zone = policy.timeZone?.value ?? "UTC"
        from = effective?.from.flatMap { LocalDay($0.value)?.start(in: zone) }
        until = effective?.until.flatMap { LocalDay($0.value)?.next.start(in: zone) }
    }

    /// Looks at one event; after the first that is outside nothing is said any more.
    mutating func look(at time: Int64, line: Int) {
        if let from, time < from {
            tell("from \(effective?.from?.value ?? "later")", time, line)
        } else if let until, time >= until {
            tell("until \(effective?.until?.value ?? "earlier")", time, line)
        }
    }

    private mutating func tell(_ when: String, _ time: Int64, _ line: Int) {
        Terminal.writeError(
            "note: `\(policy)` is in force \(when), and line \(line) is of \(TimeText.format(time).prefix(10));"
                + " it is judged by this policy all the same\n")
        from = nil
        until = nil
    }
}

/// A date of some calendar on a wall.
struct LocalDay {
    var year: Int32
    var month: Int32
    var day: Int32

    /// Reads `2026-10-01`.
    init?(_ text: String) {
        let parts = text.split(separator: "-").map { Int32($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day after; the system's calendar carries it over into the next month.
    var next: LocalDay {
        var copy = self
        copy.day &+= 1
        return copy
    }

    /// The moment the day begins in a zone, in milliseconds since 1970, by the system's time-zone rules.
    func start(in zone: String) -> Int64? {
        let before = getenv("TZ").map { String(cString: $0) }
        setenv("TZ", zone, 1)
        tzset()
        defer {
            if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
            tzset()
        }
        var parts = tm()
        parts.tm_year = year - 1_900
        parts.tm_mon = month - 1
        parts.tm_mday = day
        parts.tm_isdst = -1
        let seconds = mktime(&parts)
        return seconds == -1 ? nil : Int64(seconds) * 1_000
    }
}

import PolicyEngine
import PolicyLanguage

/// The wall clock of a live run: when time has to move on, and with which event.
struct LiveClock {
    /// How far ahead of the clock an event may be.
    static let ahead: Int64 = 5 * 60_000
    private var watch: DueWatch
    private var ticks = 0

    init(_ policy: Policy) { watch = DueWatch(policy) }

    /// Why an event comes too early, if it does.
    func refusal(of event: Event) -> EventRefusal? {
        guard event.time > WallClock.now() + Self.ahead else { return nil }
        return EventRefusal(.tooEarly, "the event is more than 5 minutes ahead of the clock", id: event.id)
    }

    /// Sees an event that was taken, now or before this run.
    mutating func note(_ event: Event) {
        if event.source == ClockLine.source, event.id.hasPrefix(ClockLine.tick) {
            ticks += 1
            watch.pass(to: event.time)
        } else {
            watch.note(event)
        }
    }

    mutating func note(_ outcome: Outcome) { watch.note(outcome) }

    /// How long to wait for input, in milliseconds; negative for ever.
    var patience: Int32 {
        guard let next = watch.next else { return -1 }
        return Int32(clamping: max(0, min(next - WallClock.now(), 60_000)))
    }

    /// The line of the event that moves time, if something may be due by now.
    func tick() -> [UInt8]? {
        let now = WallClock.now() / 1_000 * 1_000
        guard let next = watch.next, next <= now else { return nil }
        return ClockLine.make("\(ClockLine.tick)\(ticks + 1)", now)
    }
}

/// Lines that this program itself adds to a log, so that a replay needs no clock.
enum ClockLine {
    static let source = "holdline"
    static let tick = "tick-"

    /// A `time.passed` event; the id stands for it when it is met again.
    static func make(_ id: String, _ time: Int64) -> [UInt8] {
        Array(
            "{\"source\":\"\(source)\",\"id\":\"\(id)\",\"time\":\"\(TimeText.format(time))\",\"type\":\"time.passed\"}"
                .utf8)
    }

    /// The event of `--until`.
    static func until(_ time: Int64) -> [UInt8] { make("until-\(time)", time) }
}

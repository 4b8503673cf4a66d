import Glibc

/// A line on standard error that is written over, on a terminal and for long files only.
struct Progress {
    private static let longFile: Int64 = 4 << 20
    private static let every: Int64 = 200
    private let size: Int64
    private let isOn: Bool
    private let started = WallClock.steady()
    private var told: Int64
    private var isShown = false

    init(size: Int64?, quiet: Bool) {
        self.size = size ?? 0
        told = started
        isOn = !quiet && (size ?? 0) >= Self.longFile && isatty(STDERR_FILENO) == 1
    }

    /// Tells how far it is, a few times a second.
    mutating func tell(bytes: Int64, events: Int) {
        if !isOn { return }
        let now = WallClock.steady()
        if now - told < Self.every { return }
        told = now
        let percent = min(100, bytes * 100 / max(size, 1))
        let rate = Int64(events) * 1_000 / max(now - started, 1)
        Terminal.writeError("\r\(percent) %, \(grouped(Int(rate))) events/s\u{1B}[K")
        isShown = true
    }

    /// Takes the line away.
    mutating func end() {
        if isShown { Terminal.writeError("\r\u{1B}[K") }
        isShown = false
    }
}

/// The clocks of the machine.
enum WallClock {
    /// Milliseconds since 1970.
    static func now() -> Int64 { read(CLOCK_REALTIME) }

    /// Milliseconds on a clock that nobody sets.
    static func steady() -> Int64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}

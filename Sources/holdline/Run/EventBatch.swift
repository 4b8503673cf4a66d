import AuditLog
import PolicyEngine

/// Some lines in their order, read: an event of each, or why it is none. One batch after another uses the same memory.
struct EventBatch: Sendable {
    struct Line {
        /// From 1.
        var number: Int
        fileprivate var bytes = 0..<0
        /// Position among the refusals; -1 for a line that is an event.
        fileprivate var refusal = -1
        /// Of a line that was too long only this was kept.
        fileprivate var hash: UInt64?

        var isEvent: Bool { refusal < 0 }
    }

    /// What comes after the lines.
    enum After {
        case more
        /// Reading on would wait.
        case idle
        case end
        case failed(CommandFailure)
    }

    private(set) var lines: [Line] = []
    private(set) var after = After.more
    /// Bytes of the whole input up to here.
    private(set) var read: Int64 = 0
    /// One for each line, and more from earlier batches; what stands at a line without an event means nothing.
    private(set) var events: [Event] = []
    private var refusals: [EventRefusal] = []
    private var bytes: [UInt8] = []
    /// A few long lines are a batch, too.
    private static let byteLimit = 262_144

    /// Forgets what it holds and reads on, up to so many lines.
    mutating func fill(from input: LineReader, _ reader: EventReader, limit: Int) {
        lines.removeAll(keepingCapacity: true)
        refusals.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        after = .more
        do throws(CommandFailure) {
            reading: while lines.count < limit, bytes.count < Self.byteLimit {
                switch try input.next() {
                case .line: input.withLine { add($0, input.line, reader) }
                case .tooLong(let hash):
                    reserveEvent()
                    lines.append(Line(number: input.line, refusal: refusals.count, hash: hash))
                    refusals.append(
                        EventRefusal(.tooLong, "the line is longer than \(EventLimits.eventBytes) bytes"))
                case .idle:
                    after = .idle
                    break reading
                case .end:
                    after = .end
                    break reading
                }
            }
        } catch {
            after = .failed(error)
        }
        read = input.read
    }

    private mutating func add(_ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ reader: EventReader) {
        reserveEvent()
        let start = bytes.count
        bytes.append(contentsOf: line)
        var refusal = -1
        do throws(EventRefusal) {
            try reader.read(line, into: &events[lines.count])
        } catch {
            refusal = refusals.count
            refusals.append(error)
        }
        lines.append(Line(number: number, bytes: start..<bytes.count, refusal: refusal))
    }

    private mutating func reserveEvent() {
        if events.count == lines.count { events.append(Event(id: "", time: 0, type: .builtIn(.timePassed))) }
    }

    /// Why a line is no event; nil for one that is.
    func refusal(of line: Line) -> EventRefusal? { line.isEvent ? nil : refusals[line.refusal] }

    /// The text of a line, without its line break; nothing of one that was too long.
    func text(of line: Line) -> ArraySlice<UInt8> { bytes[line.bytes] }

    /// The digest of a line.
    func hash(of line: Line) -> UInt64 {
        if let hash = line.hash { return hash }
        var hash = LineHash()
        bytes[line.bytes].withUnsafeBufferPointer { hash.add($0) }
        return hash.value
    }
}

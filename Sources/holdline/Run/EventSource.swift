import Dispatch
import PolicyEngine
import Synchronization

/// Where the events of a run come from, a batch at a time: read when they are asked for, or ahead of that.
struct EventSource {
    private enum Way {
        case inTurn(LineReader)
        case ahead(ReadAhead)
    }

    private let way: Way
    private let reader: EventReader
    private let limit: Int
    /// Size in bytes where it is a plain file.
    let size: Int64?
    /// So many lines are enough to make the handing over of a batch cost nothing, and few enough to stay near the processor.
    private static let batch = 256

    /// Opens a file, or takes standard input for `-`. No batch is longer than `limit` lines.
    init(_ path: String, _ reader: EventReader, limit: Int, readsAhead: Bool) throws(CommandFailure) {
        self.reader = reader
        self.limit = min(limit, Self.batch)
        if readsAhead {
            let ahead = try ReadAhead(path, reader, limit: self.limit)
            (size, way) = (ahead.size, .ahead(ahead))
        } else {
            let lines = try LineReader(path)
            (size, way) = (lines.size, .inTurn(lines))
        }
    }

    /// Puts the next lines in the place of those that were taken.
    func next(_ batch: inout EventBatch) {
        switch way {
        case .inTurn(let lines): batch.fill(from: lines, reader, limit: limit)
        case .ahead(let ahead): ahead.next(&batch)
        }
    }

    /// Waits until there is something to read, at most so many milliseconds; for ever if negative.
    func isReady(_ milliseconds: Int32) -> Bool {
        switch way {
        case .inTurn(let lines): lines.isReady(milliseconds)
        case .ahead(let ahead): ahead.isReady(milliseconds)
        }
    }
}

/// A thread that reads while others work, a few batches ahead. It lives as long as the program or its input.
private final class ReadAhead: Sendable {
    /// The thread's own, as long as it lives.
    private let lines: Mutex<LineReader>
    let size: Int64?
    private let reader: EventReader
    private let limit: Int
    private let read = Relay<EventBatch>()
    private let taken = Relay((0..<ahead).map { _ in EventBatch() })
    private static let ahead = 4

    init(_ path: String, _ reader: EventReader, limit: Int) throws(CommandFailure) {
        let lines = try LineReader(path)
        size = lines.size
        self.lines = Mutex(lines)
        self.reader = reader
        self.limit = limit
        DispatchQueue(label: "reading").async { self.readOn() }
    }

    private func readOn() {
        lines.withLock { lines in
            while true {
                var batch = taken.take()
                batch.fill(from: lines, reader, limit: limit)
                let after = batch.after
                read.put(consume batch)
                switch after {
                case .more: break
                case .idle: _ = lines.isReady(-1)
                case .end, .failed: return
                }
            }
        }
    }

    func next(_ batch: inout EventBatch) {
        var next = read.take()
        swap(&batch, &next)
        taken.put(consume next)
    }

    func isReady(_ milliseconds: Int32) -> Bool { read.isReady(milliseconds) }
}

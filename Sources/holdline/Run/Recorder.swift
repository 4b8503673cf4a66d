import AuditLog
import AuditSQLite
import PolicyEngine
import PolicyLanguage
import SourceText

/// The audit log of a run: collects records and makes them durable, a batch at a time.
struct Recorder {
    private let log: SQLiteLog
    private let input: String
    private let keepsText: Bool
    private let batchSize: Int
    private var batch = AuditBatch()
    private var bytes = 0
    private var nextEvent: Int64
    private var nextOutcome: Int64
    /// Events stand in the log after which agents have not yet answered all they heard.
    private var owesPause = false
    /// The log held something before this run: lines may be known.
    let isResumed: Bool
    private var known: [SQLiteLog.KnownRefusal] = []
    private var knownUpTo: Int64 = 0
    private var knowsAll = false
    /// Many short lines or a few long ones are a batch.
    private static let byteLimit = 8 << 20

    /// Opens the log for this policy. `input` names what is read, so that its refused lines are known again.
    init(
        _ path: String, policy: PolicyRecord, input: String, keepsText: Bool, batchSize: Int
    ) throws {
        log = try SQLiteLog.forWriting(path)
        try log.adopt(policy)
        self.input = input
        self.keepsText = keepsText
        self.batchSize = batchSize
        nextEvent = log.events + 1
        nextOutcome = log.outcomes + 1
        isResumed = try log.events > 0 || !log.refusals(of: input, after: 0, count: 1).isEmpty
    }

    /// The record of a policy that was just loaded.
    static func record(of checked: CheckedPolicy, _ sources: SourceMap) -> PolicyRecord {
        PolicyRecord(
            reference: checked.reference, digest: checked.digest, id: checked.policy.id.value,
            title: checked.policy.title?.value, conduct: checked.policy.conduct.map(\.name.value),
            files: sources.files.map {
                PolicyRecord.File(name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self))
            })
    }

    // MARK: Recording

    mutating func note(_ event: Event, type: String, line: [UInt8]) {
        batch.events.append(EventRecord(number: nextEvent, event: event, type: type, line: line))
        nextEvent += 1
        bytes += line.count
        owesPause = true
    }

    /// An outcome of the latest event.
    mutating func note(_ outcome: Outcome, line: [UInt8]) {
        batch.outcomes.append(
            OutcomeRecord(number: nextOutcome, recordedWith: nextEvent - 1, outcome: outcome, line: line))
        nextOutcome += 1
        bytes += line.count
    }

    mutating func note(_ refusal: EventRefusal, line: Int, hash: UInt64, text: ArraySlice<UInt8>) {
        let raw = keepsText && !text.isEmpty ? Array(text) : nil
        batch.refusals.append(
            RefusalRecord(input: input, line: Int64(line), refusal: refusal, hash: hash, raw: raw))
        bytes += raw?.count ?? 64
    }

    /// Notes that agents answer now; false where they have nothing left to answer.
    mutating func notePause() -> Bool {
        if !owesPause { return false }
        owesPause = false
        batch.pauses = true
        return true
    }

    var isFull: Bool {
        batch.events.count >= batchSize || batch.refusals.count >= batchSize || bytes >= Self.byteLimit
    }

    /// Makes what was noted durable; only then may it be printed.
    mutating func commit() throws {
        if batch.isEmpty { return }
        try log.append(batch)
        batch.clear()
        bytes = 0
    }

    // MARK: What is known

    /// Hands over what the log holds, in order.
    mutating func replay(_ body: (SQLiteLog.Recorded) throws -> Void) throws {
        var pauses = true
        try log.replay { recorded in
            pauses = recorded.pauses
            try body(recorded)
        }
        owesPause = !pauses
    }

    /// Whether this very event was recorded before this run began.
    func holds(_ event: Event) throws -> Bool {
        guard isResumed else { return false }
        return try log.holds(EventIdentity(event))
    }

    /// How a line was refused before, if it was. Ask in the order of lines.
    mutating func refusal(ofLine line: Int, hash: () -> UInt64) throws -> EventRefusal? {
        guard isResumed else { return nil }
        while let first = known.first, first.line < line { known.removeFirst() }
        if known.isEmpty, !knowsAll, knownUpTo < line {
            known = try log.refusals(of: input, after: Int64(line) - 1, count: 1_000)
            knowsAll = known.count < 1_000
            knownUpTo = known.last?.line ?? .max
        }
        var wanted: UInt64?
        for refusal in known where refusal.line == line {
            let value = wanted ?? hash()
            wanted = value
            if refusal.hash == value, let code = EventRefusal.Code(rawValue: refusal.code) {
                return EventRefusal(code, refusal.message, column: refusal.column.map { Int($0) })
            }
        }
        return nil
    }
}

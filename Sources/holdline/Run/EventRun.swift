import ArgumentParser
import AuditLog
import AuditSQLite
import Glibc
import PolicyEngine
import PolicyLanguage
import SourceText

/// One run from the first line to the last: reads, evaluates, records, prints.
///
/// What is printed was recorded before, if it is recorded at all. Memory does not grow with the number of events,
/// but for what the engine has to remember of customers and agents.
struct EventRun {
    let command: RunCommand
    let reader: EventReader
    private let typeNames: [String]
    private let lines: LineReader
    var engine: Engine
    var output: OutcomeOutput
    var recorder: Recorder?
    private var refusals: Refusals
    private var repetitions = Repetitions()
    private var inForce: InForce
    private var progress: Progress
    var clock: LiveClock?
    private var emitted: [Outcome] = []
    private var events = 0
    private var outcomes = 0
    private var known = 0

    var hasRefused: Bool { refusals.count > 0 }

    init(_ command: RunCommand, _ program: Program, _ checked: CheckedPolicy, _ sources: SourceMap) throws {
        self.command = command
        reader = EventReader(for: program)
        typeNames = reader.types
        lines = try LineReader(command.events)
        engine = Engine(program)
        engine.tellsEmpty = command.all
        output = OutcomeOutput(command.format, printsEmpty: command.all, policy: program.reference)
        refusals = try Refusals(file: command.refused, keepsText: command.keepRefused)
        inForce = InForce(checked.policy)
        progress = Progress(size: lines.size, quiet: command.quiet)
        clock = command.live ? LiveClock(checked.policy) : nil
        if let path = command.audit {
            recorder = try Recorder(
                path, policy: Recorder.record(of: checked, sources), input: LineReader.fullName(command.events),
                keepsText: command.keepRefused, batchSize: command.batch)
        }
    }

    /// Runs until the input ends or nobody reads any more.
    mutating func follow() throws {
        try restore()
        try takeLines()
        if !output.isClosed { try end() }
    }

    // MARK: Lines

    private mutating func takeLines() throws {
        // One event after another in the same memory.
        var event = Event(id: "", time: 0, type: .builtIn(.timePassed))
        while !output.isClosed {
            switch try lines.next() {
            case .line: try lines.withLine { try take($0, &event) }
            case .tooLong(let hash):
                try refuse(
                    EventRefusal(.tooLong, "the line is longer than \(EventLimits.eventBytes) bytes"), hash: { hash },
                    nil)
            case .idle:
                try settle()
                if !output.isClosed { lines.isReady(clock?.patience ?? -1) }
            case .end: return
            }
            if recorder?.isFull ?? output.isFull { try settle() }
            if let tick = clock?.tick() { try takeOwn(tick) }
            progress.tell(bytes: lines.read, events: events + known)
        }
    }

    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ event: inout Event) throws {
        let hash = {
            var hash = LineHash()
            hash.add(bytes)
            return hash.value
        }
        do throws(EventRefusal) {
            try reader.read(bytes, into: &event)
        } catch {
            return try refuse(error, hash: hash, bytes)
        }
        if try recorder?.holds(event) == true {
            known += 1
            return
        }
        if let refusal = try recorder?.refusal(ofLine: lines.line, hash: hash), refusal.code != .tooEarly {
            return try refuse(refusal, hash: hash, bytes)
        }
        if let refusal = clock?.refusal(of: event) { return try refuse(refusal, hash: hash, bytes) }
        switch accept(event, line: { Array(bytes) }) {
        case .accepted:
            events += 1
            inForce.look(at: event.time, line: lines.line)
        case .duplicate: repetitions.note(line: lines.line)
        case .refused(let refusal): try refuse(refusal, hash: hash, bytes)
        }
    }

    /// Takes an event that this program itself makes, unless it is in the log already.
    private mutating func takeOwn(_ line: [UInt8]) throws {
        let event = try reader.read(line)
        if try recorder?.holds(event) == true { return }
        _ = accept(event, line: { line })
    }

    private mutating func accept(_ event: borrowing Event, line: () -> [UInt8]) -> Reception {
        if !emitted.isEmpty { emitted.removeAll(keepingCapacity: true) }
        let reception = engine.handle(event) { emitted.append($0) }
        if case .accepted = reception {
            clock?.note(event)
            if recorder != nil {
                let name = typeName(event.type)
                recorder?.note(event, type: name, line: line())
            }
            for outcome in emitted { tell(outcome) }
        }
        return reception
    }

    private func typeName(_ type: EventType) -> String {
        switch type {
        case .builtIn(let type): type.rawValue
        case .declared(let index): typeNames[BuiltInEvent.allCases.count + index]
        }
    }

    private mutating func tell(_ outcome: Outcome) {
        if outcome.isEmpty { return output.add(outcome) }
        outcomes += 1
        clock?.note(outcome)
        guard recorder != nil else { return output.add(outcome) }
        let line = output.line(outcome)
        recorder?.note(outcome, line: line)
        output.add(outcome, line: line)
    }

    private mutating func refuse(
        _ refusal: EventRefusal, hash: () -> UInt64, _ bytes: UnsafeBufferPointer<UInt8>?
    ) throws {
        progress.end()
        recorder?.note(refusal, line: lines.line, hash: hash(), text: bytes)
        try refusals.note(refusal, line: lines.line, bytes: bytes)
    }

    /// First durable, then printed.
    mutating func settle() throws {
        do { try recorder?.commit() } catch {
            output.discard()
            throw error
        }
        try output.flush()
        try refusals.flush()
    }

    // MARK: The end

    private mutating func end() throws {
        if let until = command.until.flatMap(TimeText.parse) { try takeOwn(ClockLine.until(until)) }
        if recorder?.notePause() ?? true {
            var last: [Outcome] = []
            engine.flush { last.append($0) }
            for outcome in last { tell(outcome) }
        }
        try settle()
        progress.end()
        refusals.tellRest()
        repetitions.tell()
        if known > 0 {
            Terminal.writeError("resumed: \(counted(known, "event")) \(known == 1 ? "was" : "were") already recorded\n")
        }
        if !command.quiet { Terminal.writeError(summary) }
    }

    private var summary: String {
        let refused = refusals.count == 0 ? "no line refused" : "\(counted(refusals.count, "line")) refused"
        let repeated = repetitions.count == 0 ? "" : ", \(counted(repetitions.count, "duplicate")) left out"
        let new = known > 0 ? "new " : ""
        return "done: \(counted(events, "\(new)event")), \(refused)\(repeated), \(counted(outcomes, "outcome"))\n"
    }
}

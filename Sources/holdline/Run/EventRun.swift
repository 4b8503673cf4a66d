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
    private let source: EventSource
    /// Apart from all else, so that what it tells can be passed on while it is at work.
    private let core: Core
    var engine: Engine {
        _read { yield core.engine }
        _modify { yield &core.engine }
    }
    var output: OutcomeOutput
    var recorder: Recorder?
    private var refusals: Refusals
    private var repetitions = Repetitions()
    private var unknownNames: UnknownNames
    private let tellsNames: Bool
    private var inForce: InForce
    private var progress: Progress
    var clock: LiveClock?
    private var events = 0
    private var outcomes = 0
    private var known = 0

    var hasRefused: Bool { refusals.count > 0 }

    init(_ command: RunCommand, _ program: Program, _ checked: CheckedPolicy, _ sources: SourceMap) throws {
        self.command = command
        reader = EventReader(for: program)
        typeNames = reader.types
        let isShared = command.cores > 1
        source = try EventSource(command.events, reader, limit: command.batch, readsAhead: isShared)
        core = Core(Engine(program))
        core.engine.tellsEmpty = command.all
        output = OutcomeOutput(
            command.format, printsEmpty: command.all, policy: program.reference,
            writesBehind: isShared && command.audit == nil)
        refusals = try Refusals(file: command.refused, keepsText: command.keepRefused)
        unknownNames = UnknownNames(checked.policy)
        tellsNames = !command.quiet
        inForce = InForce(checked.policy)
        progress = Progress(size: source.size, quiet: command.quiet)
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
        var batch = EventBatch()
        while !output.isClosed {
            source.next(&batch)
            for index in batch.lines.indices {
                try take(index, of: batch)
                try keepUp(batch)
                if output.isClosed { return }
            }
            switch batch.after {
            case .more: break
            case .idle:
                try settle()
                while !output.isClosed, !source.isReady(clock?.patience ?? -1) {
                    try keepUp(batch)
                    try settle()
                }
            case .end: return
            case .failed(let failure):
                try settle()
                try output.finish()
                throw failure
            }
        }
    }

    /// What has to be done between two lines.
    private mutating func keepUp(_ batch: borrowing EventBatch) throws {
        if recorder?.isFull ?? output.isFull { try settle() }
        if let tick = clock?.tick() { try takeOwn(tick) }
        progress.tell(bytes: batch.read, events: events + known)
    }

    private mutating func take(_ index: Int, of batch: borrowing EventBatch) throws {
        let line = batch.lines[index]
        if let refusal = batch.refusal(of: line) { return try refuse(line, of: batch, refusal) }
        if recorder != nil, try isRecorded(index, of: batch) { return }
        if let refusal = clock?.refusal(of: batch.events[index]) { return try refuse(line, of: batch, refusal) }
        // The line itself is only for the log.
        let text = recorder == nil ? nil : Array(batch.text(of: line))
        let reception = batch.events[index...].withUnsafeBufferPointer { events in
            events.baseAddress.map { accept($0, text) } ?? .accepted
        }
        switch reception {
        case .accepted:
            events += 1
            inForce.look(at: batch.events[index].time, line: line.number)
        case .duplicate: repetitions.note(line: line.number)
        case .refused(let refusal): try refuse(line, of: batch, refusal)
        }
    }

    /// Whether the log holds an event, or its refusal, which is told once more.
    private mutating func isRecorded(_ index: Int, of batch: borrowing EventBatch) throws -> Bool {
        let line = batch.lines[index]
        if try recorder?.holds(batch.events[index]) == true {
            known += 1
            return true
        }
        guard let refusal = try recorder?.refusal(ofLine: line.number, hash: { batch.hash(of: line) }),
            refusal.code != .tooEarly
        else { return false }
        try refuse(line, of: batch, refusal)
        return true
    }

    /// Takes an event that this program itself makes, unless it is in the log already.
    private mutating func takeOwn(_ line: [UInt8]) throws {
        let event = try reader.read(line)
        if try recorder?.holds(event) == true { return }
        _ = withUnsafePointer(to: event) { accept($0, line) }
    }

    private mutating func accept(_ event: UnsafePointer<Event>, _ line: [UInt8]?) -> Reception {
        // An event comes before what is made of it. Only of one that is accepted anything is told.
        var isNoted = false
        let reception = core.engine.handle(at: event) { outcome in
            if !isNoted { note(event, line) }
            isNoted = true
            tell(outcome)
        }
        if case .accepted = reception, !isNoted { note(event, line) }
        return reception
    }

    private mutating func note(_ event: UnsafePointer<Event>, _ line: [UInt8]?) {
        if tellsNames, !core.engine.program.knowsNames(in: event) { unknownNames.note(event.pointee) }
        clock?.note(event.pointee)
        guard recorder != nil, let line else { return }
        let name = typeName(event.pointee.type)
        recorder?.note(event.pointee, type: name, line: line)
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
        _ line: EventBatch.Line, of batch: borrowing EventBatch, _ refusal: EventRefusal
    ) throws {
        progress.end()
        let text = batch.text(of: line)
        recorder?.note(refusal, line: line.number, hash: batch.hash(of: line), text: text)
        try refusals.note(refusal, line: line.number, text: text)
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
        try output.finish()
        progress.end()
        refusals.tellRest()
        repetitions.tell()
        unknownNames.tell()
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

/// An engine in a place of its own.
private final class Core {
    @exclusivity(unchecked) var engine: Engine

    init(_ engine: Engine) { self.engine = engine }
}

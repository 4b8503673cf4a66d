import AuditLog
import AuditSQLite
import PolicyEngine

/// What was recorded before this run.
extension EventRun {
    /// Brings the engine to where the log ends; what it says again has to be what was recorded.
    mutating func restore() throws {
        guard var recorder else { return }
        self.recorder = nil
        try recorder.replay { (recorded) in try restore(recorded) }
        self.recorder = recorder
        try settle()
    }

    private mutating func restore(_ recorded: SQLiteLog.Recorded) throws {
        guard let event = try? reader.read(recorded.line) else { throw Self.differs(recorded.number) }
        var emitted: [Outcome] = []
        guard engine.handle(event, { emitted.append($0) }) == .accepted else { throw Self.differs(recorded.number) }
        if recorded.pauses { engine.flush { emitted.append($0) } }
        clock?.note(event)
        var next = recorded.outcomes.makeIterator()
        for outcome in emitted {
            clock?.note(outcome)
            if outcome.isEmpty {
                if command.reprint { output.add(outcome) }
                continue
            }
            let line = output.line(outcome)
            guard line == next.next() else { throw Self.differs(recorded.number) }
            if command.reprint { output.add(outcome, line: line) }
        }
        guard next.next() == nil else { throw Self.differs(recorded.number) }
        if output.isFull { try output.flush() }
    }

    private static func differs(_ number: Int64) -> AuditFault {
        AuditFault(
            "event \(number) of the audit log does not come out as it was recorded",
            help: "go on with the version of holdline that wrote the log")
    }
}

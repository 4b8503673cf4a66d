import ArgumentParser
import AuditLog
import AuditSQLite
import SourceText

/// `holdline audit show`: one contact, told from beginning to end.
struct AuditShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tell what happened in one contact, and what the policy asked and judged.",
        discussion: """
            Words of customers and agents are left out unless --texts asks for them. All times are UTC.

            Example:
              holdline init my-policy
              holdline run my-policy my-policy/events.ndjson --audit cases.sqlite
              holdline audit show cases.sqlite c-1
            """)

    @Argument(help: "The audit log.")
    var log: String

    @Argument(help: "The contact.")
    var contact: String

    @Option(help: "text or json.")
    var format = AuditFormat.text

    @Flag(help: "Show what was said and written, too.")
    var texts = false

    func run() throws {
        try told {
            let log = try SQLiteLog.forReading(log)
            var timeline: Timeline?
            try log.cases(CaseFilter(contact: contact), .everything) { timeline = Timeline($0, withTexts: texts) }
            guard let timeline else { throw try unknown(contact, in: log) }
            Terminal.write(format == .text ? timeline.text : timeline.json + "\n")
        }
    }
}

/// A contact that is not in a log, with the name that was probably meant.
func unknown(_ contact: String, in log: SQLiteLog) throws -> CommandFailure {
    let near = nearest(contact, in: try log.contactNames(like: contact))
    return CommandFailure(
        "the audit log holds no contact `\(printable(contact))`",
        help: near.map { "did you mean `\(printable($0))`?" } ?? "`holdline audit cases \(log.path)` lists them")
}

/// Turns a fault of the log into a failure of the command.
func told(_ body: () throws -> Void) throws {
    do { try body() } catch let fault as AuditFault {
        throw CommandFailure(fault.message, help: fault.help)
    }
}

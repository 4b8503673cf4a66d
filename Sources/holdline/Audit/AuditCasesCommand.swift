import ArgumentParser
import AuditLog
import AuditSQLite
import PolicyEngine

/// `holdline audit cases`: the contacts of a log, one after the other.
struct AuditCasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "List the contacts of an audit log with what stood out.",
        discussion: """
            For each contact: who and when, the worst conduct observed, where its ladders and the contact itself \
            ended, which duties were missed, and which deeds the policy did not allow. The worst conduct is the one with the \
            highest severity; where an observation has none, the one that comes first in the policy's list of conduct.

            Contacts without anything to tell are counted, not listed.

            Example:
              holdline init my-policy
              holdline run my-policy my-policy/events.ndjson --audit cases.sqlite
              holdline audit cases cases.sqlite
            """)

    @Argument(help: "The audit log.")
    var log: String

    @Option(help: "text or json.")
    var format = AuditFormat.text

    @Option(help: "Only this contact.")
    var contact: String?

    @Option(help: "Only contacts of this customer.")
    var customer: String?

    @Option(help: "Only contacts with this agent.")
    var agent: String?

    @Option(help: "Only contacts that began at this moment or later (2026-11-21 or RFC 3339).")
    var since: String?

    @Flag(help: "Only contacts in which a duty was missed.")
    var missed = false

    @Flag(help: "Contacts without anything to tell, too.")
    var all = false

    func validate() throws {
        if since != nil, moment == nil {
            throw ValidationError(
                "--since wants a date, such as `2026-11-21`, or a moment, such as `2026-11-21T18:00:00Z`")
        }
    }

    private var moment: Int64? { since.flatMap { TimeText.parse($0) ?? TimeText.parse("\($0)T00:00:00Z") } }

    func run() throws {
        try told {
            let log = try SQLiteLog.forReading(log)
            var list = CaseList(format)
            var quiet = 0
            let filter = CaseFilter(contact: contact, customer: customer, agent: agent, since: moment)
            try log.cases(filter, .summary) { records in
                let summary = CaseSummary(records)
                if missed, summary.missed.isEmpty { return }
                if summary.isEventful || all { list.add(summary) } else { quiet += 1 }
            }
            if let contact, list.count == 0, quiet == 0, !missed { throw try unknown(contact, in: log) }
            list.end(quiet: quiet)
        }
    }
}

/// The forms in which a log is shown.
enum AuditFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

/// Writes cases as they come.
private struct CaseList {
    private let format: AuditFormat
    private(set) var count = 0
    private var withMissed = 0
    private var pending = ""

    init(_ format: AuditFormat) {
        self.format = format
        if format == .json { pending = "[" }
    }

    mutating func add(_ summary: CaseSummary) {
        switch format {
        case .text: pending += (count > 0 ? "\n" : "") + summary.text
        case .json: pending += (count > 0 ? ",\n" : "\n") + summary.json
        }
        count += 1
        if !summary.missed.isEmpty { withMissed += 1 }
        if pending.utf8.count > 65_536 { flush() }
    }

    mutating func end(quiet: Int) {
        switch format {
        case .text:
            let rest = quiet > 0 ? "; \(counted(quiet, "other contact")) with nothing to tell" : ""
            let missed = withMissed > 0 ? ", \(grouped(withMissed)) of them with a missed duty" : ""
            pending += "\(count > 0 ? "\n" : "")\(counted(count, "case"))\(missed)\(rest). All times are UTC.\n"
        case .json: pending += "\n]\n"
        }
        flush()
    }

    private mutating func flush() {
        Terminal.write(pending)
        pending = ""
    }
}

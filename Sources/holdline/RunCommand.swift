import ArgumentParser
import AuditLog
import Glibc
import PolicyEngine

/// `holdline run`: events in, outcomes out.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Evaluate events and write what the policy makes of them.",
        discussion: """
            Events are JSON, one to a line; so are outcomes. Lines that cannot be taken are told on standard error and \
            nothing else stops: the exit status is 3 then.

            With --audit every event and outcome is recorded before it is printed. The same command again goes on \
            where an interrupted one ended.

            With --cores 2 lines are read ahead and outcomes written behind while the policy is at work; what comes \
            out is the same. More than 3 bring nothing more.

            Example:
              holdline init my-policy
              holdline run my-policy my-policy/events.ndjson --audit cases.sqlite
              holdline run my-policy my-policy/events.ndjson --cores 2
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case ndjson, text }

    @Argument(help: "The policy, or a folder with one policy in it.")
    var policy: String

    @Argument(help: "The events; `-` or nothing for standard input.")
    var events = "-"

    @Option(help: "How outcomes are written.")
    var format = Format.ndjson

    @Flag(help: "Write the outcomes of events without effect, too.")
    var all = false

    @Option(help: "Record events and outcomes in this audit log.")
    var audit: String?

    @Option(help: "Write every refused line to this file, as JSON.")
    var refused: String?

    @Flag(help: "Keep the text of refused lines in the log and in the file of --refused.")
    var keepRefused = false

    @Flag(help: "Write the outcomes that were recorded before again.")
    var reprint = false

    @Option(help: "Let time run on to this moment after the last event (RFC 3339).")
    var until: String?

    @Flag(help: "Let the clock move between events: what falls due is told when it does.")
    var live = false

    @Option(help: "With 2 or more, read ahead and write behind on cores of their own.")
    var cores = 1

    @Option(help: ArgumentHelp("Events taken and recorded at once.", visibility: .hidden))
    var batch = 1_000

    @Flag(help: "No summary at the end.")
    var quiet = false

    func validate() throws {
        if until != nil, until.flatMap(TimeText.parse) == nil {
            throw ValidationError("--until wants a date and time, such as `2026-11-21T18:00:00Z`")
        }
        if until != nil, live { throw ValidationError("--until and --live do not go together") }
        if reprint, audit == nil { throw ValidationError("--reprint wants the audit log to print from: --audit DB") }
        if cores < 1 { throw ValidationError("--cores wants a number from 1 on") }
        if batch < 1 || batch > 100_000 { throw ValidationError("--batch wants a number from 1 to 100000") }
    }

    func run() throws {
        // A reader that has gone shows as an error of write, which ends the run quietly.
        signal(SIGPIPE, SIG_IGN)
        let file = try PolicyFile.load(PolicyFolder.onlyPolicy(policy))
        let program = try file.runnable()
        guard let checked = file.policy else { throw ExitCode.policy }
        var run: EventRun
        do {
            run = try EventRun(self, program, checked, file.sources)
            try run.follow()
        } catch let fault as AuditFault {
            throw CommandFailure(fault.message, help: fault.help)
        }
        if run.hasRefused { throw ExitCode.input }
    }
}

import ArgumentParser

/// `holdline audit`: looking into an audit log.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Look into an audit log.",
        discussion: """
            `holdline run --audit` writes the log; `cases` lists the contacts in it, `show` tells one of them from its \
            beginning to its end.

            Example:
              holdline init my-policy
              holdline run my-policy my-policy/events.ndjson --audit cases.sqlite
              holdline audit cases cases.sqlite
              holdline audit show cases.sqlite c-1
            """,
        subcommands: [AuditCasesCommand.self, AuditShowCommand.self])
}

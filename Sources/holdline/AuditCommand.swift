import ArgumentParser

/// `holdline audit`: looking into an audit log.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Look into an audit log.",
        subcommands: [AuditCasesCommand.self, AuditShowCommand.self])
}

import ArgumentParser
import Glibc

/// The command line: one verb a file.
@main
struct Holdline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holdline",
        abstract: "Policy for abusive contacts, as code.",
        discussion: """
            Begin with:
              holdline init my-policy
              holdline check my-policy
              holdline test my-policy

            Exit status: 0 clean; 1 findings, such as a failed test; 2 the policy cannot be loaded; 3 usage, a file or \
            an input.
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, CheckCommand.self, FormatCommand.self, RunCommand.self, TestCommand.self,
            ExplainCommand.self, EvalCommand.self, AuditCommand.self, SchemaCommand.self, GraphCommand.self,
        ])

    static func main() {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            let known = configuration.subcommands.compactMap { $0.configuration.commandName }
            if let help = Verbs.help(for: arguments, known: known) {
                throw CommandFailure("there is no verb `\(arguments[0].prefix(60))`", help: help)
            }
            var command = try parseAsRoot(TestCommand.prepared(arguments))
            try command.run()
        } catch let failure as CommandFailure {
            Terminal.writeError("error: \(failure.message)\n")
            if let help = failure.help { Terminal.writeError("  = help: \(help)\n") }
            Glibc.exit(ExitCode.input.rawValue)
        } catch let code as ExitCode {
            Glibc.exit(code.rawValue)
        } catch {
            let message = fullMessage(for: error)
            let isClean = exitCode(for: error).isSuccess
            if !message.isEmpty {
                isClean ? Terminal.write("\(message)\n") : Terminal.writeError("\(message)\n")
            }
            Glibc.exit(isClean ? ExitCode.success.rawValue : ExitCode.input.rawValue)
        }
    }
}

import ArgumentParser

/// Something that a command cannot go on from and that is not a finding: a file, an option, an input.
///
/// It is told in one line on standard error; the exit status is 3.
struct CommandFailure: Error {
    var message: String
    var help: String?

    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }
}

extension ExitCode {
    /// A failed test, a finding that was asked to count, an expression without a value.
    static let findings = ExitCode(1)
    /// A policy cannot be loaded.
    static let policy = ExitCode(2)
    /// Usage, a file or an input.
    static let input = ExitCode(3)
}

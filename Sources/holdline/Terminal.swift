import ArgumentParser
import Glibc

/// Standard output and standard error, written without buffers of their own.
enum Terminal {
    /// Ends the process with exit status 3 where standard output takes no more: half an answer is none.
    static func write(_ text: String) {
        if Files.write(Array(text.utf8), to: STDOUT_FILENO) { return }
        writeError("error: cannot write to standard output: \(Files.reason(errno))\n")
        Glibc.exit(ExitCode.input.rawValue)
    }

    static func writeError(_ text: String) { Files.write(Array(text.utf8), to: STDERR_FILENO) }

    /// Whether text on standard output may have colours: on a terminal only, and not where `NO_COLOR` is set.
    static var hasColor: Bool { hasColor(STDOUT_FILENO) }

    /// The same for standard error.
    static var errorHasColor: Bool { hasColor(STDERR_FILENO) }

    private static func hasColor(_ descriptor: Int32) -> Bool {
        if let value = getenv("NO_COLOR"), value.pointee != 0 { return false }
        if let terminal = getenv("TERM"), String(cString: terminal) == "dumb" { return false }
        return isatty(descriptor) == 1
    }
}

import ArgumentParser
import Glibc

/// Tests run again whenever a test file or a file of its policy changes, until somebody interrupts.
struct TestWatch {
    let command: TestCommand
    /// Nanoseconds between two looks at the files.
    private static let pace = 200_000_000

    init(command: TestCommand) { self.command = command }

    /// Runs until SIGINT or SIGTERM; the exit status of the last run.
    func run() throws -> Int32 {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        // Held back, so that they end the wait below and never a run.
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        var (status, policies) = runOnce([])
        var seen = stamps(policies)
        while true {
            var wait = timespec(tv_sec: 0, tv_nsec: Self.pace)
            if sigtimedwait(&signals, nil, &wait) > 0 { return status }
            let now = stamps(policies)
            if now == seen { continue }
            seen = now
            (status, policies) = runOnce(policies)
            // A policy that was not known before is watched from now on.
            seen = stamps(policies)
        }
    }

    /// One run with its status and the files of the policies it used; what goes wrong is told, and the watch goes on.
    private func runOnce(_ before: [String]) -> (status: Int32, policies: [String]) {
        if isatty(STDOUT_FILENO) == 1 { Terminal.write("\u{1B}[2J\u{1B}[H") }
        var status = ExitCode.success
        var policies = before
        do {
            let (session, found) = try command.once()
            status = found ?? .success
            policies = session.policyFiles
        } catch let failure as CommandFailure {
            Terminal.writeError("error: \(failure.message)\n")
            status = .input
        } catch {
            Terminal.writeError("error: \(error)\n")
            status = .input
        }
        Terminal.writeError("watching for changes; Ctrl-C ends\n")
        return (status.rawValue, policies)
    }

    /// When each file was last changed, and its size.
    private func stamps(_ policies: [String]) -> [Stamp] {
        let tests = (try? TestSearch.files(in: command.paths)) ?? []
        return (tests + policies).map(Stamp.init)
    }

    private struct Stamp: Equatable {
        var path: String
        var seconds = 0
        var nanoseconds = 0
        var size = 0
        var inode: UInt = 0

        init(_ path: String) {
            self.path = path
            var status = stat()
            guard stat(path, &status) == 0 else { return }
            (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
            (size, inode) = (Int(status.st_size), UInt(status.st_ino))
        }
    }
}

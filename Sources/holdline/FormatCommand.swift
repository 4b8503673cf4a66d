import ArgumentParser
import Glibc
import PolicyFormat
import SourceText

/// `holdline fmt`: the canonical layout.
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Put policies and tests into the canonical layout.",
        discussion: """
            Folders are searched for `*.policy.yaml` and `*.test.yaml`; `-` formats standard input. Comments, the order of keys and the \
            meaning stay. A file that cannot be read is left alone. With --check nothing is written, and the exit status is 1 where \
            something would be.

            Example:
              holdline init my-policy
              holdline fmt my-policy
              holdline fmt --check my-policy
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github }

    @Argument(help: "Policies and tests, or folders with them.")
    var paths: [String]

    @Flag(help: "Write nothing; tell which files are not in the canonical layout.")
    var check = false

    @Option(help: "How to tell what was done.")
    var format = Format.text

    func run() throws {
        if paths == ["-"] { return try formatInput() }
        var report = FormatReport()
        for path in try files() { try report.add(path, isCheck: check) }
        switch format {
        case .text: Terminal.write(report.text(isCheck: check))
        case .json: Terminal.write(report.json(isCheck: check) + "\n")
        case .github: Terminal.write(report.github)
        }
        if report.hasUnreadable { throw ExitCode.input }
        if check, !report.changed.isEmpty { throw ExitCode.findings }
    }

    private func files() throws(CommandFailure) -> [String] {
        var found: [String] = []
        for path in paths {
            guard Files.kind(of: path) == .folder else {
                found += try FileSearch.files(in: [path], endingIn: ".yaml")
                continue
            }
            let all = (try? FileSearch.files(in: [path], endingIn: ".policy.yaml")) ?? []
            let tests = (try? FileSearch.files(in: [path], endingIn: ".test.yaml")) ?? []
            if all.isEmpty, tests.isEmpty {
                throw CommandFailure("there is no `*.policy.yaml` and no `*.test.yaml` in `\(path)`")
            }
            found += all + tests
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func formatInput() throws {
        let file = SourceFile(name: "standard input", bytes: try Files.read("-"))
        do throws(CanonicalLayout.Failure) {
            let text = try CanonicalLayout.format(file)
            if !check { Terminal.write(text) }
            if check, Array(text.utf8) != file.bytes { throw CanonicalLayout.Failure.unsafe }
        } catch {
            if check, case .unsafe = error { throw ExitCode.findings }
            FormatReport.tell(error, file)
            throw ExitCode.input
        }
    }
}

/// What became of the files.
struct FormatReport {
    /// Files that were, or would be, written, with the first line that differs.
    private(set) var changed: [(path: String, line: Int)] = []
    private(set) var same = 0
    private(set) var hasUnreadable = false

    mutating func add(_ path: String, isCheck: Bool) throws(CommandFailure) {
        let file = SourceFile(name: path, bytes: try Files.read(path))
        do throws(CanonicalLayout.Failure) {
            let bytes = Array(try CanonicalLayout.format(file).utf8)
            if bytes == file.bytes {
                same += 1
                return
            }
            changed.append((path, Self.firstDifference(file.bytes, bytes)))
            if !isCheck { try write(path, bytes) }
        } catch {
            hasUnreadable = true
            Self.tell(error, file)
        }
    }

    private func write(_ path: String, _ bytes: [UInt8]) throws(CanonicalLayout.Failure) {
        do { try Files.replace(path, bytes) } catch {
            Terminal.writeError("error: \(error.message)\n")
            throw .unsafe
        }
    }

    static func tell(_ failure: CanonicalLayout.Failure, _ file: SourceFile) {
        switch failure {
        case .unreadable(let findings):
            let renderer = DiagnosticRenderer(sources: SourceMap([file]), color: Terminal.errorHasColor)
            for finding in sorted(findings) { Terminal.writeError(renderer.text(finding)) }
            Terminal.writeError("error: `\(file.name)` cannot be read, and was left alone\n")
        case .unsafe:
            Terminal.writeError("error: `\(file.name)` was left alone: its layout could not be changed safely\n")
        }
    }

    private static func firstDifference(_ old: [UInt8], _ new: [UInt8]) -> Int {
        let common = zip(old, new).prefix { $0 == $1 }
        return 1 + common.count { $0.0 == UInt8(ascii: "\n") }
    }

    func text(isCheck: Bool) -> String {
        var text = ""
        for (path, line) in changed {
            text += isCheck ? "\(path):\(line): not in the canonical layout\n" : "formatted \(path)\n"
        }
        if isCheck, !changed.isEmpty { text += "`holdline fmt` puts \(changed.count == 1 ? "it" : "them") right\n" }
        if changed.isEmpty, !hasUnreadable {
            text += "\(same) file\(same == 1 ? "" : "s"): all in the canonical layout\n"
        }
        return text
    }

    func json(isCheck: Bool) -> String {
        var json = JSONText()
        json.beginObject()
        json.key(isCheck ? "unformatted" : "formatted")
        json.beginArray()
        for (path, line) in changed {
            json.beginObject()
            json.member("file", path)
            json.member("line", line)
            json.endObject()
        }
        json.endArray()
        json.member("unchanged", same)
        json.endObject()
        return json.text
    }

    var github: String {
        changed.map { path, line in
            "::warning file=\(path),line=\(line),title=fmt::not in the canonical layout; run `holdline fmt`\n"
        }.joined()
    }
}

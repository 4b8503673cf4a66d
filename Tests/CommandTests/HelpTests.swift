import Foundation
import Testing

/// Help that can be trusted: every verb shows an example, and every example works as it is typed.
@Suite struct HelpTests {
    /// Every verb, as it is typed: `check`, `audit`, `audit show`.
    private static func verbs(under parent: [String], in folder: URL) throws -> [[String]] {
        let lines = try help(of: parent, in: folder).components(separatedBy: "\n")
        guard let start = lines.firstIndex(of: "SUBCOMMANDS:") else { return [parent] }
        let names = lines[(start + 1)...].prefix { !$0.isEmpty }.filter { !$0.hasPrefix("   ") }.compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        return (parent.isEmpty ? [] : [parent]) + (try names.flatMap { try verbs(under: parent + [$0], in: folder) })
    }

    private static func help(of verb: [String], in folder: URL) throws -> String {
        try CommandRun(verb + ["--help"], input: "", in: folder, environment: ["COLUMNS": "400"]).output
    }

    /// The lines under `Example:`, each a command.
    private static func examples(in help: String) -> [String] {
        let lines = help.components(separatedBy: "\n")
        guard let start = lines.firstIndex(of: "Example:") else { return [] }
        return lines[(start + 1)...].prefix { $0.hasPrefix("  holdline ") }.map { String($0.dropFirst(11)) }
    }

    private func inFolder(_ body: (URL) throws -> Void) throws {
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("holdline-\(UUID().uuidString)")
        let folder = desk.appendingPathComponent("work")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: desk) }
        try body(folder)
    }

    @Test func `every example of every verb works`() throws {
        try inFolder { folder in
            let verbs = try Self.verbs(under: [], in: folder)
            try #require(verbs.count >= 7, "\(verbs)")
            for verb in verbs where verb.last != "help" {
                let examples = Self.examples(in: try Self.help(of: verb, in: folder))
                #expect(
                    examples.contains { $0.hasPrefix(verb.joined(separator: " ")) }, "\(verb) has no example of itself")
                try inFolder { fresh in
                    for example in examples {
                        let run = try CommandRun(
                            CommandCase.arguments(example), input: "", in: fresh, environment: [:])
                        #expect(run.status == 0, "holdline \(example): \(run.output)\(run.errors)")
                    }
                }
            }
        }
    }
}

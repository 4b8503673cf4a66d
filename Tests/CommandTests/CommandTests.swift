import Foundation
import Testing

/// The command line as people and scripts meet it: every case runs the built binary in a folder of its own.
@Suite struct CommandTests {
    static let table =
        usageCases + initCases + checkCases + testCases + evalCases + runCases + explainCases + schemaCases + graphCases
        + formatCases

    @Test("a command ends with its status and says what it should", arguments: table)
    func command(_ one: CommandCase) throws {
        try #require(CommandRun.binary != nil, "build the product `holdline` first")
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("holdline-\(UUID().uuidString)")
        let folder = desk.appendingPathComponent("work")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: desk) }
        for (path, text) in one.files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        for command in one.before {
            let run = try CommandRun(CommandCase.arguments(command), input: "", in: folder, environment: [:])
            #expect(run.status == 0, "\(command): \(run.errors)")
        }
        let run = try CommandRun(
            CommandCase.arguments(one.command), input: one.input, in: folder, environment: one.environment)
        check(run, one)
        for (path, fragment) in one.leaves {
            let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            #expect(text?.contains(fragment) == true, "\(path) holds \(text ?? "nothing")")
        }
    }

    private func check(_ run: CommandRun, _ one: CommandCase) {
        #expect(run.status == one.status, "\(run.output)\(run.errors)")
        if one.output.count == 1, let whole = one.output.first, whole.hasSuffix("\n") {
            #expect(run.output == whole)
        } else {
            for fragment in one.output { #expect(run.output.contains(fragment), "in: \(run.output)") }
        }
        for fragment in one.errors { #expect(run.errors.contains(fragment), "in: \(run.errors)") }
        if one.errors.isEmpty, one.status == 0 { #expect(run.errors == "") }
        for fragment in one.absent { #expect(!run.output.contains(fragment) && !run.errors.contains(fragment)) }
    }
}

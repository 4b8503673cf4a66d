import Foundation
import Testing

/// What the project ships, through the built command.
@Suite struct ShippedTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func run(_ arguments: [String]) throws -> CommandRun {
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("holdline-\(UUID().uuidString)")
        let folder = desk.appendingPathComponent("work")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: desk) }
        return try CommandRun(arguments, input: "", in: folder, environment: [:])
    }

    @Test func `two processes give the same bytes for the working day`() throws {
        let policy = Self.root.appendingPathComponent("Policies/contact-safety/contact-safety.policy.yaml").path
        let day = Self.root.appendingPathComponent("Policies/demo/working-day.events.ndjson").path
        let runs = try (1...2).map { _ in
            try run(["run", policy, day, "--quiet", "--all", "--until", "2026-11-12T18:00:00Z"])
        }
        #expect(runs[0].status == 0)
        #expect(runs[0].output.utf8.count > 100_000)
        #expect(Array(runs[0].output.utf8) == Array(runs[1].output.utf8))
    }

    @Test func `the shipped policies are clean and their scenarios pass`() throws {
        let policies = Self.root.appendingPathComponent("Policies").path
        let check = try run(["check", "--strict", policies])
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        let test = try run(["test", policies])
        #expect(test.status == 0, "\(test.output)\(test.errors)")
        #expect(test.output.contains("tests passed"))
    }
}

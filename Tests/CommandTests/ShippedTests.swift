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

    @Test func `the schemas beside the policies are those of this version`() throws {
        for (kind, name) in [("policy", "holdline.schema.json"), ("test", "holdline.test.schema.json")] {
            let shipped = try String(contentsOf: Self.root.appendingPathComponent("Policies/\(name)"), encoding: .utf8)
            #expect(
                try run(["schema", kind]).output == shipped, "write it anew: holdline schema \(kind) --out Policies")
        }
    }

    @Test func `the picture in the documentation is that of the starter`() throws {
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("holdline-\(UUID().uuidString)")
        let folder = desk.appendingPathComponent("work")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: desk) }
        for command in [
            ["init", "my-policy"], ["graph", "my-policy/my-policy.policy.yaml", "--out", "my-policy.svg"],
        ] {
            #expect(try CommandRun(command, input: "", in: folder, environment: [:]).status == 0)
        }
        let drawn = try String(contentsOf: folder.appendingPathComponent("my-policy.svg"), encoding: .utf8)
        let file = Self.root.appendingPathComponent("Documentation/my-policy.svg")
        let shipped = try String(contentsOf: file, encoding: .utf8)
        // The digest alone is no reason to draw it anew.
        let digest = #/my-policy@[0-9a-f]{12}/#
        #expect(
            shipped.replacing(digest, with: "") == drawn.replacing(digest, with: ""),
            "draw it anew, as Documentation/pictures.md says")
    }

    /// Recorded dialogues, which are not part of the project.
    private static let data = root.deletingLastPathComponent().appendingPathComponent("shared/data")

    private func outcomes(_ file: String) throws -> [[String: Any]] {
        let policy = Self.root.appendingPathComponent("Policies/contact-safety/contact-safety.policy.yaml").path
        let result = try run(["run", policy, Self.data.appendingPathComponent(file).path, "--quiet"])
        #expect(result.status == 0, "\(result.errors)")
        return try result.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    private func climbs(_ outcomes: [[String: Any]]) -> Int {
        outcomes.flatMap { $0["changes"] as? [[String: Any]] ?? [] }.count { $0["ladder"] != nil }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: data.path), "no recorded dialogues here"))
    func `polite people are never warned, abusive ones are`() throws {
        let polite = try outcomes("star.events.ndjson")
        let demanded = polite.flatMap { $0["issued"] as? [[String: Any]] ?? [] }.filter {
            $0["modality"] as? String != "should"
        }
        #expect(demanded.isEmpty)
        #expect(climbs(polite) == 0)
        let abusive = try outcomes("convabuse.events.ndjson")
        #expect(climbs(abusive) > 250)
        for outcome in polite + abusive { #expect(outcome["faults"] == nil) }
    }

    @Test func `the shipped policies are clean, laid out and tested in full`() throws {
        let policies = Self.root.appendingPathComponent("Policies").path
        let check = try run(["check", "--strict", policies])
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        let layout = try run(["fmt", "--check", policies])
        #expect(layout.status == 0, "\(layout.output)\(layout.errors)")
        let test = try run(["test", "--strict", "--coverage", "100", policies])
        #expect(test.status == 0, "\(test.output)\(test.errors)")
        #expect(test.output.contains("tests passed"))
    }
}

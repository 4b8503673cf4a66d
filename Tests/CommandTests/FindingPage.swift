import Foundation
import PolicyLanguage
import SourceText

/// A page of the reference about one finding: files that give it, what is then said, and files that do not.
struct FindingPage {
    let text: String
    /// By name; a fence without one is `p.policy.yaml`.
    private(set) var bad: [String: String] = [:]
    /// Those that differ from the bad ones.
    private(set) var good: [String: String] = [:]
    /// The text as the page has it; nil where there is no example.
    private(set) var said: String?

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Documentation/findings")

    /// The codes that have a page.
    static var codes: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { String($0.dropLast(3)) }.sorted()
    }

    static func file(_ code: String) -> URL { folder.appendingPathComponent("\(code).md") }

    init(_ code: String) throws {
        text = try String(contentsOf: FindingPage.file(code), encoding: .utf8)
        var info: [String]?
        var lines: [String] = []
        var isGood = false
        for line in text.components(separatedBy: "\n") {
            if let words = info, line == "```" {
                add(words, lines.map { "\($0)\n" }.joined(), isGood)
                info = nil
            } else if info != nil {
                lines.append(line)
            } else if line.hasPrefix("```") {
                info = line.dropFirst(3).split(separator: " ").map(String.init)
                lines = []
            } else if line == "## What to type" {
                isGood = true
            }
        }
    }

    private mutating func add(_ info: [String], _ text: String, _ isGood: Bool) {
        let name = info.count > 1 ? info[1] : "p.policy.yaml"
        switch info.first {
        case "text": said = text
        case "yaml" where isGood: good[name] = text
        case "yaml": bad[name] = text
        default: break
        }
    }

    // MARK: Running

    /// What is said of a policy, or by `holdline test` of tests.
    static func output(of files: [String: String]) throws -> String {
        if files["p.test.yaml"] != nil { return try testing(files) }
        let loaded = PolicyLoader.load("p.policy.yaml") { name in files[name].map { Array($0.utf8) } }
        let renderer = DiagnosticRenderer(sources: loaded.sources, color: false)
        return loaded.diagnostics.map { renderer.text($0) + "\n" }.joined()
    }

    private static func testing(_ files: [String: String]) throws -> String {
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("holdline-\(UUID().uuidString)")
        let folder = desk.appendingPathComponent("work")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: desk) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        let run = try CommandRun(["test", "p.test.yaml"], input: "", in: folder, environment: [:])
        return run.output + run.errors
    }

    /// The findings of an output that begin with this, each as it is written, parted by empty lines.
    static func findings(_ head: String, in output: String) -> String {
        var found: [[String]] = []
        var isOpen = false
        for line in output.components(separatedBy: "\n") {
            if ["error[", "warning[", "note["].contains(where: line.hasPrefix) {
                isOpen = line.hasPrefix(head)
                if isOpen { found.append([]) }
            } else if line.isEmpty || line.hasPrefix("p.test.yaml: ") || line.hasPrefix("p.policy.yaml: ") {
                isOpen = false
            }
            if isOpen { found[found.count - 1].append(line) }
        }
        return found.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }
}

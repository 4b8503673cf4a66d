import Foundation
import Testing

/// What the documentation shows is true: each page is done from top to bottom, and what it prints is compared.
@Suite struct DocumentationTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Documentation")

    /// The tutorial, the pages of reference with something to do, and every page of the guide.
    private static let pages: [String] = {
        let guide =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("guide").path)) ?? []
        return ["tutorial.md", "language.md", "actions.md", "events.md", "explain.md"]
            + guide.filter { $0.hasSuffix(".md") }.sorted().map { "guide/\($0)" }
    }()

    @Test("a page does what it shows", arguments: pages)
    func page(_ name: String) throws {
        let page = DocumentationPage(try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8))
        let desk = FileManager.default.temporaryDirectory.appendingPathComponent("holdline-\(UUID().uuidString)")
        let folder = desk.appendingPathComponent("work")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: desk) }
        for step in page.steps {
            switch step {
            case .file(let path, let text): try write(text, to: folder.appendingPathComponent(path))
            case .addition(let path, let text):
                let file = folder.appendingPathComponent(path)
                let known = try String(contentsOf: file, encoding: .utf8)
                try write(DocumentationPage.adding(text, to: known), to: file)
            case .edit(let path, let lines):
                let file = folder.appendingPathComponent(path)
                let known = try String(contentsOf: file, encoding: .utf8)
                let edited = DocumentationPage.editing(lines, in: known)
                try write(#require(edited, "the lines of the page are not in the file once: \(lines)"), to: file)
            case .command(let command): try run(command, in: folder)
            }
        }
        try expectSound(folder)
    }

    private func write(_ text: String, to file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func run(_ command: DocumentationPage.Command, in folder: URL) throws {
        let words = CommandCase.arguments(command.line)
        try #require(words.first == "holdline", "only holdline is run: \(command.line)")
        let result = try CommandRun(Array(words.dropFirst()), input: "", in: folder, environment: [:])
        let all = result.output + result.errors
        #expect(result.status == command.status, "\(command.line)\n\(all)")
        if command.output.isEmpty { return }
        let printed = all.components(separatedBy: "\n").filter { !$0.isEmpty }
        let shown = command.output.filter { !$0.isEmpty }
        #expect(
            DocumentationPage.matches(printed[...], shown[...]),
            "\(command.line) printed:\n\(all)\nand the page shows:\n\(shown.joined(separator: "\n"))")
    }

    /// What a page leaves behind is what a reader may keep: clean, formatted and tested.
    private func expectSound(_ folder: URL) throws {
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        for (verb, ending) in [
            (["check", "--strict"], ".policy.yaml"), (["fmt", "--check"], ".policy.yaml"),
            (["test", "--strict"], ".test.yaml"),
        ]
        where files.contains(where: { $0.hasSuffix(ending) }) {
            let result = try CommandRun(verb + ["."], input: "", in: folder, environment: [:])
            #expect(result.status == 0, "\(verb): \(result.output)\(result.errors)")
        }
    }

    @Test func `every page of the guide has a policy and a test of it`() throws {
        try #require(Self.pages.count > 10)
        for name in Self.pages where name.hasPrefix("guide/") && name != "guide/README.md" {
            let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
            #expect(text.contains(".policy.yaml\n") && text.contains(".test.yaml\n"), "\(name)")
        }
    }

    @Test func `an addition goes to the end of its key`() {
        let sum = DocumentationPage.adding(
            "rules:\n  b: 2\nfacts:\n  f: 1\n", to: "a: 1\nrules:\n  a: 1\nscripts:\n  s: 1\n")
        #expect(sum == "a: 1\nrules:\n  a: 1\n  b: 2\nscripts:\n  s: 1\nfacts:\n  f: 1\n")
    }

    @Test func `output is compared to the letter, but for ellipses`() {
        #expect(DocumentationPage.matches(["a", "b", "c"], ["a", "…", "c"]))
        #expect(DocumentationPage.matches(["a x1 b"], ["a …1 b"]))
        #expect(!DocumentationPage.matches(["a", "b"], ["a"]))
        #expect(!DocumentationPage.matches(["abc"], ["ab"]))
        #expect(!DocumentationPage.matches(["abc"], ["a…d"]))
    }
}

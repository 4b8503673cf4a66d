import Foundation
import Testing

/// Every link of the README, the documentation and the policies' pages leads somewhere in this repository.
@Suite struct LinkTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let pages: [String] = {
        let found = ["Documentation", "Policies", "Benchmarks"].flatMap { folder in
            (FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)?
                .compactMap { $0 as? String } ?? []).map { "\(folder)/\($0)" }
        }
        return ["README.md"] + found.filter { $0.hasSuffix(".md") }.sorted()
    }()

    @Test func `every link leads to a file, and to a heading of it`() throws {
        try #require(Self.pages.count > 100)
        for page in Self.pages {
            let file = Self.root.appendingPathComponent(page)
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: #/\]\(([^)\s]+)\)/#) where !match.output.1.hasPrefix("http") {
                let link = match.output.1
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target =
                    parts[0].isEmpty
                    ? file : file.deletingLastPathComponent().appendingPathComponent(String(parts[0])).standardized
                #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(link)")
                guard parts.count == 2, let linked = try? String(contentsOf: target, encoding: .utf8) else { continue }
                #expect(anchors(of: linked).contains(String(parts[1])), "\(page): \(link)")
            }
        }
    }

    /// Headings as the places that GitHub gives them.
    private func anchors(of text: String) -> [String] {
        text.components(separatedBy: "\n").filter { $0.hasPrefix("#") }.map { line in
            let title = line.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
            return title.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.replacing(" ", with: "-")
        }
    }
}

import Foundation
import PolicyLanguage
import PolicyTesting
import SourceText
import Testing

/// The page of every finding is true: its first example gives the finding as shown, its second does not. `RECORD=1`
/// writes down what is said, and fails.
@Suite struct FindingPageTests {
    private static let kinds = FindingCatalog.policy + FindingCatalog.tests

    private static func isAllowable(_ kind: FindingKind) -> Bool {
        kind.severity != .error && FindingCatalog.policy.contains(kind)
    }

    @Test("the page of a finding", arguments: kinds.map(\.code))
    func page(_ code: String) throws {
        let kind = try #require(Self.kinds.first { $0.code == code })
        let page = try FindingPage(code)
        #expect(page.text.hasPrefix("# `\(code)`: \(kind.title)\n\n"))
        #expect(page.text.contains(kind.why) && page.text.contains(kind.remedy))
        let allowance = "# holdline: allow \(code) because …"
        #expect(page.text.contains(allowance) == (Self.isAllowable(kind) && !code.hasSuffix("-allowance")))
        let lines = page.text.components(separatedBy: "\n").count
        #expect(lines <= 60)
        guard let said = page.said else {
            #expect(page.bad.isEmpty && page.good.isEmpty)
            // Coverage alone tells of what no test tries.
            return #expect(MadeFindings.all.keys.contains(code) || code == "never-tried", "no example is made")
        }
        let head = "\(kind.severity.rawValue)[\(code)]"
        let found = FindingPage.findings(head, in: try FindingPage.output(of: page.bad))
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(page.text.replacing(said, with: found).utf8).write(to: FindingPage.file(code))
            Issue.record("recorded")
        }
        #expect(found == said)
        #expect(!page.good.isEmpty)
        let good = try FindingPage.output(of: page.bad.merging(page.good) { _, new in new })
        #expect(!good.contains("[\(code)]") && !good.contains("error["), "\(good)")
    }

    @Test("findings that take a file too odd for a page", arguments: MadeFindings.all.keys.sorted())
    func made(_ code: String) throws {
        let make = try #require(MadeFindings.all[code])
        let files = make()
        let loaded = PolicyLoader.load("p.policy.yaml") { name in files[name].map(Array.init) }
        #expect(loaded.diagnostics.contains { $0.code == code }, "\(loaded.diagnostics.prefix(2).map(\.message))")
    }

    @Test func `every kind has one page and one line in the list, and no page is left over`() throws {
        let codes = Self.kinds.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(FindingPage.codes == codes.sorted())
        let list = try String(
            contentsOf: FindingPage.folder.appendingPathComponent("README.md"), encoding: .utf8)
        for kind in Self.kinds {
            let title = (kind.severity == .error ? "" : "*warning:* ") + kind.title.replacing("|", with: "\\|")
            #expect(list.contains("| [`\(kind.code)`](\(kind.code).md) | \(title) |"), "\(kind.code)")
        }
    }

    @Test func `a title is lowercase without a period; reasons and remedies are sentences`() {
        for kind in Self.kinds {
            #expect(kind.title.first.map { $0.isLowercase || "`*".contains($0) } ?? false, "\(kind.title)")
            #expect(!kind.title.hasSuffix("."), "\(kind.title)")
            for sentence in [kind.why, kind.remedy] {
                #expect(sentence.hasSuffix("."), "\(sentence)")
                #expect(sentence.count { $0 == "`" }.isMultiple(of: 2), "\(sentence)")
            }
        }
    }

    @Test func `every code in the sources is known, and every known one is in the sources`() throws {
        var written: Set<String> = []
        var noted: Set<String> = []
        let code = #/"([a-z]+(?:-[a-z]+)*)"/#
        let note = #/(?:\.error|\.warning|\bnote|\bwarn|CELProblem|Fault|code:|finding)\(?\s*"([a-z]+(?:-[a-z]+)*)",/#
        for file in try sources() {
            let text = try String(contentsOf: file, encoding: .utf8)
            written.formUnion(text.matches(of: code).map { String($0.output.1) })
            noted.formUnion(text.matches(of: note).map { String($0.output.1) })
        }
        let codes = Set(Self.kinds.map(\.code))
        #expect(noted.count > 90)
        #expect(noted.subtracting(codes) == [])
        #expect(codes.subtracting(written) == [])
    }

    /// The sources in which findings are noted, without the catalog.
    private func sources() throws -> [URL] {
        let root = FindingPage.folder.deletingLastPathComponent().deletingLastPathComponent()
        return try ["CEL", "PolicyLanguage", "PolicyTesting", "YAMLTree"].flatMap { module in
            let folder = root.appendingPathComponent("Sources/\(module)")
            let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            return files.compactMap { $0 as? URL }.filter {
                $0.pathExtension == "swift" && !$0.path.contains("/Catalog/")
                    && $0.lastPathComponent != "TestFindings.swift"
            }
        }
    }
}

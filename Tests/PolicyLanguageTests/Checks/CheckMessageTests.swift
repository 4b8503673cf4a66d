import Foundation
import SourceText
import Testing

@testable import PolicyLanguage

/// How checks speak, whatever they find.
@Suite struct CheckMessageTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What only checks find in the cases of all checks.
    private static let findings: [Diagnostic] = {
        let codes = Set(CheckCase.all.flatMap(\.codes))
        return CheckCase.all.flatMap { $0.load().diagnostics.filter { codes.contains($0.code) } }
    }()

    @Test func `a message is lowercase without a period, and help says what to do`() {
        #expect(Self.findings.count > 60)
        for finding in Self.findings {
            #expect(finding.help != nil, "\(finding.message)")
            for text in [finding.message, finding.help ?? ""] + finding.related.map(\.message) {
                #expect(text.first.map { $0.isLowercase || $0 == "`" } ?? false, "\(text)")
                #expect(!text.hasSuffix("."), "\(text)")
                #expect(!text.contains("\n"), "\(text)")
                #expect(text.count { $0 == "`" }.isMultiple(of: 2), "\(text)")
            }
        }
    }

    @Test func `every code is in kebab case, belongs to one check, and is found in some case`() throws {
        let folder = Self.root.appendingPathComponent("Sources/PolicyLanguage/Checks")
        var owners: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for match in text.matches(of: /\.(?:error|warning)\(\s*"([^"]*)"/) {
                let code = String(match.output.1)
                #expect(code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(code)")
                #expect(owners[code] == nil || owners[code] == file, "\(code)")
                owners[code] = file
            }
        }
        #expect(owners.count >= 25)
        let found = Set(Self.findings.map(\.code))
        #expect(Set(owners.keys).subtracting(found) == [])
    }

    @Test func `every code has a case that is clean of it`() {
        let cleared = CheckCase.all.filter(\.findings.isEmpty).flatMap(\.codes)
        #expect(Set(CheckCase.all.flatMap(\.codes)).subtracting(cleared) == [])
    }

    @Test func `the policy that comes with the project is clean`() throws {
        let name = "Policies/contact-safety/contact-safety.policy.yaml"
        let bytes = try Data(contentsOf: Self.root.appendingPathComponent(name))
        let loaded = PolicyLoader.load(name) { $0 == name ? Array(bytes) : nil }
        #expect(PolicyLanguageTests.findings(loaded) == [])
    }
}

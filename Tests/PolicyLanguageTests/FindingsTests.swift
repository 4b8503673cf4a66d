import Foundation
import Testing

@testable import PolicyLanguage

/// Broken policies as files, with all that is to be found in them. `RECORD=1` writes the findings down, and fails.
@Suite struct FindingsTests {
    static let folder = Corpus.folder.appendingPathComponent("findings")
    static let cases: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".policy.yaml") }.map { String($0.dropLast(12)) }.sorted()
    }()

    @Test func thereAreCases() {
        #expect(Self.cases.count >= 13)
    }

    @Test(arguments: cases) func everyFindingHasItsPlaceAndItsWords(_ name: String) throws {
        let loaded = Corpus.load("findings/\(name).policy.yaml")
        let found = findings(loaded).map { "\($0)\n" }.joined()
        let file = Self.folder.appendingPathComponent("\(name).expected")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(found.utf8).write(to: file)
            Issue.record("recorded")
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == found)
        #expect((loaded.policy == nil) == loaded.diagnostics.contains { $0.severity == .error })
    }

    @Test(arguments: cases) func aMessageIsLowercaseWithoutAPeriodAndSaysWhatToDo(_ name: String) {
        for finding in Corpus.load("findings/\(name).policy.yaml").diagnostics {
            for text in [finding.message, finding.help ?? "x"] {
                #expect(text.first.map { $0.isLowercase || "`1234567890".contains($0) } ?? false, "\(text)")
                #expect(!text.hasSuffix("."), "\(text)")
                #expect(!text.contains("\n"), "\(text)")
                #expect(text.count { $0 == "`" }.isMultiple(of: 2), "\(text)")
            }
            // What CEL warns of may need no help.
            #expect(finding.help != nil || finding.severity == .warning, "\(finding.message)")
        }
    }
}

import Foundation
import SourceText
import Testing
import YAMLTree

/// The public suite, measured: every case has its outcome in `conformance-outcomes.txt`.
///
/// A line there is an id and `same`, or an id and the code the case is refused with; where a case is valid and no
/// restriction of ours explains the refusal, or the other way round, the reason follows after `#`.
@Suite struct ConformanceTests {
    static let outcomesFile = ConformanceCase.root.appending(path: "Tests/YAMLTreeTests/conformance-outcomes.txt")

    /// Codes for what is valid YAML and refused on purpose.
    static let restrictions: Set<YAMLCode> = [
        .empty, .severalDocuments, .directive, .tag, .duplicateKey, .keyNotText, .missingKey, .mergeKey,
    ]

    @Test(
        "each case of the public suite has the outcome that is written down",
        .enabled(if: ConformanceCase.isPresent, "the suite's cases are not beside the package"))
    func outcomes() throws {
        let cases = try ConformanceCase.all()
        let written = try Self.writtenOutcomes()
        var measured: [String] = []
        for one in cases {
            let outcome = try outcome(of: one)
            measured.append("\(one.id) \(outcome)")
            #expect(written[one.id]?.outcome == outcome, "case \(one.id)")
            let isRestriction = Self.restrictions.contains { $0.rawValue == outcome }
            let needsReason = one.fail ? outcome == "accepted" : outcome != "same" && !isRestriction
            #expect((written[one.id]?.reason != nil) == needsReason, "case \(one.id): a reason where one is needed")
        }
        #expect(cases.count == 402)
        #expect(Set(written.keys) == Set(cases.map(\.id)))
        if let path = ProcessInfo.processInfo.environment["RECORD_CONFORMANCE"] {
            try (measured.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    private func outcome(of one: ConformanceCase) throws -> String {
        let file = SourceFile(name: one.id, text: one.yaml)
        switch YAMLReader.read(file, id: 0) {
        case .success(let node):
            if one.fail { return "accepted" }
            guard let json = one.json else { return "differs" }
            let expected = try JSONDecoder().decode(CoreValue.self, from: Data(json.utf8))
            return CoreValue(node) == expected ? "same" : "differs"
        case .failure(let failure):
            for finding in failure.diagnostics {
                #expect(finding.span.file == 0 && finding.span.end <= file.bytes.count, "case \(one.id): a place")
            }
            return try #require(failure.diagnostics.first).code
        }
    }

    private static func writtenOutcomes() throws -> [String: (outcome: String, reason: String?)] {
        var outcomes: [String: (outcome: String, reason: String?)] = [:]
        for line in try String(contentsOf: outcomesFile, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("#") { continue }
            let parts = line.split(separator: "#", maxSplits: 1)
            let words = parts[0].split(separator: " ")
            let reason = parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : nil
            outcomes[String(words[0])] = (String(words[1]), reason)
        }
        return outcomes
    }
}
